import { addressOf, type Area, areaAt, cellArea } from "../area";
import { choiceArgument, colorArgument, textArgument } from "../arguments";
import { invalidArgument, itemNotFound } from "../apiError";
import type { Book } from "../book";
import { valueAt } from "../cells";
import { changeChart, type ChartAt, type ChartDefinition, readChart, type SeriesStyle, sourceAddress } from "../charts";
import { drawingOf } from "../chartTypes";
import { defineKind, isItem, type Item } from "../kind";
import { without } from "../without";

interface SeriesOfChart extends Item, ChartAt {}
interface Series extends SeriesOfChart {
  readonly seriesId: string;
}

const series = ({ sheetId, chartId }: ChartAt, seriesId: string): Series => ({
  ...{ kind: "ChartSeries", sheetId, chartId, seriesId },
});

const ids = (book: Book, chart: ChartAt) =>
  readChart(book, chart).dataSource.dataSets.map(({ dataSetId }) => dataSetId);

const styleOf = (book: Book, item: Series): SeriesStyle =>
  readChart(book, item).dataSetStyles[item.seriesId] ?? {
    label: `Series${ids(book, item).indexOf(item.seriesId) + 1}`,
  };

function changeStyle(book: Book, item: Series, changes: Partial<SeriesStyle>): void {
  const { dataSetStyles } = readChart(book, item);
  changeChart(book, item, {
    dataSetStyles: { ...dataSetStyles, [item.seriesId]: { ...styleOf(book, item), ...changes } },
  });
}

function nameOf(book: Book, item: Series): string {
  const { label, nameFormula } = styleOf(book, item);
  if (nameFormula === undefined) return label;
  const { sheetId, zone } = areaAt(book, item.sheetId, nameFormula, "ChartSeries.name");
  return String(valueAt(book, sheetId, zone.top, zone.left));
}

/** A text, or a link to the cell with it. */
function named(book: Book, { sheetId }: ChartAt, name: string): SeriesStyle {
  if (!name.startsWith("=")) return { label: name, nameFormula: undefined };
  const cell = areaAt(book, sheetId, name, "ChartSeries.name");
  return { label: "", nameFormula: `=${addressOf(book, cell, "$")}` };
}

function changeData(book: Book, chart: ChartAt, changes: Partial<ChartDefinition["dataSource"]>): void {
  changeChart(book, chart, { dataSource: { ...readChart(book, chart).dataSource, ...changes } });
}

/** Until it is given values it shows the sheet's last cell, which is empty. */
function add(book: Book, chart: SeriesOfChart, name: unknown): Series {
  const { sheetId } = chart;
  const { dataSource, dataSetStyles } = readChart(book, chart);
  const style = named(book, chart, typeof name === "string" ? name : `Series${dataSource.dataSets.length + 1}`);
  const seriesId = book.newId();
  const { numberOfRows, numberOfCols } = book.getters.getSheetSize(sheetId);
  const nothing = cellArea(sheetId, numberOfRows - 1, numberOfCols - 1, "ChartSeriesCollection.add");
  const dataSet = { dataSetId: seriesId, dataRange: sourceAddress(book, sheetId, nothing) };
  changeChart(book, chart, {
    dataSource: { ...dataSource, dataSets: [...dataSource.dataSets, dataSet] },
    dataSetStyles: { ...dataSetStyles, [seriesId]: style },
  });
  return series(chart, seriesId);
}

function rangeArgument(value: unknown, location: string): Area {
  if (!isItem(value) || value.kind !== "Range") throw invalidArgument(location);
  return value as Area;
}

function setValues(book: Book, item: Series, values: unknown): void {
  const dataRange = sourceAddress(book, item.sheetId, rangeArgument(values, "ChartSeries.setValues"));
  const { dataSets } = readChart(book, item).dataSource;
  const dataSetId = item.seriesId;
  changeData(book, item, {
    dataSets: dataSets.map((one) => (one.dataSetId === dataSetId ? { dataSetId, dataRange } : one)),
  });
}

function remove(book: Book, item: Series): void {
  const { dataSource, dataSetStyles } = readChart(book, item);
  changeChart(book, item, {
    dataSource: { ...dataSource, dataSets: dataSource.dataSets.filter(({ dataSetId }) => dataSetId !== item.seriesId) },
    dataSetStyles: without(dataSetStyles, item.seriesId),
  });
}

const below =
  (kind: string) =>
  (_: Book, { sheetId, chartId, seriesId }: Series) => ({ kind, sheetId, chartId, seriesId });

const AXIS_GROUPS = { Primary: undefined, Secondary: "y1" } as const;

export const chartSeriesKinds = [
  defineKind<SeriesOfChart>({
    name: "ChartSeriesCollection",
    properties: { Count: { get: (book, chart) => ids(book, chart).length } },
    elements: (book, chart) => ids(book, chart).map((id) => series(chart, id)),
    keysAreInternal: true,
    byKey: (book, chart, key) => (ids(book, chart).includes(key as string) ? series(chart, key as string) : undefined),
    methods: {
      Add: add,
      GetCount: (book, chart) => ids(book, chart).length,
      GetItemAt: (book, chart, index) => {
        const id = ids(book, chart)[index as number];
        if (id === undefined) throw itemNotFound("ChartSeriesCollection.getItemAt");
        return series(chart, id);
      },
    },
  }),
  defineKind<Series>({
    name: "ChartSeries",
    identity: (_, { seriesId }) => ({ Id: seriesId }),
    exists: (book, item) => ids(book, item).includes(item.seriesId),
    properties: {
      Name: {
        get: nameOf,
        set: (book, item, value) => changeStyle(book, item, named(book, item, textArgument(value, "ChartSeries.name"))),
      },
      ChartType: {
        get: (book, item) => styleOf(book, item).chartType ?? readChart(book, item).office.chartType,
        set: (book, item, value) => {
          drawingOf(value, "ChartSeries.chartType");
          changeStyle(book, item, { chartType: value as string });
        },
      },
      AxisGroup: {
        get: (book, item) => (styleOf(book, item).yAxisId ? "Secondary" : "Primary"),
        set: (book, item, value) =>
          changeStyle(book, item, { yAxisId: choiceArgument(value, AXIS_GROUPS, "ChartSeries.axisGroup") }),
      },
    },
    children: { Format: below("ChartSeriesFormat") },
    methods: {
      Delete: remove,
      SetValues: setValues,
      SetXAxisValues: (book, item, values) => {
        const range = rangeArgument(values, "ChartSeries.setXAxisValues");
        changeData(book, item, { labelRange: sourceAddress(book, item.sheetId, range) });
      },
    },
  }),
  defineKind<Series>({
    name: "ChartSeriesFormat",
    children: { Fill: below("ChartFill"), Line: below("ChartLineFormat") },
  }),
  defineKind<Series>({
    name: "ChartFill",
    methods: {
      SetSolidColor: (book, item, color) =>
        changeStyle(book, item, { backgroundColor: colorArgument(color, "ChartFill.setSolidColor") }),
      Clear: (book, item) => changeStyle(book, item, { backgroundColor: undefined }),
    },
  }),
  defineKind<Series>({
    name: "ChartLineFormat",
    properties: {
      Color: {
        get: (book, item) => styleOf(book, item).backgroundColor ?? "",
        set: (book, item, value) =>
          changeStyle(book, item, { backgroundColor: colorArgument(value, "ChartLineFormat.color") }),
      },
    },
  }),
];

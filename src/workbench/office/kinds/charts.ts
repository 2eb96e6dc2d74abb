import { type Area, areaArgument } from "../area";
import { choiceArgument, numberArgument, textArgument } from "../arguments";
import { alreadyExists, invalidArgument, itemNotFound } from "../apiError";
import type { Book } from "../book";
import { dataFrom, type SeriesBy } from "../chartData";
import { changeChart, changeOffice, type ChartAt, chartIds, drawn, readChart } from "../charts";
import { drawingOf } from "../chartTypes";
import { distance, movePlace, NEW_CHART, placeAt, placeOf, placeOver } from "../figures";
import { defineKind, isItem, type Item, type Property } from "../kind";
import { denyIfProtected } from "../protected";
import { pixels, points } from "../units";

interface Charts extends Item {
  readonly sheetId: string;
}
export interface Chart extends Item, ChartAt {
  readonly kind: "Chart";
}

const chart = (sheetId: string, chartId: string): Chart => ({ kind: "Chart", sheetId, chartId });

const SERIES_BY: Readonly<Record<string, SeriesBy>> = { Auto: "Auto", Columns: "Columns", Rows: "Rows" };

function source(value: unknown, location: string): Area {
  if (!isItem(value) || value.kind !== "Range") throw invalidArgument(location);
  return value as Area;
}

function add(book: Book, { sheetId }: Charts, type: unknown, data: unknown, by: unknown): Chart {
  const location = "ChartCollection.add";
  drawingOf(type, location);
  denyIfProtected(book, { type: "CREATE_CHART", sheetId }, location);
  const seriesBy = choiceArgument(by ?? "Auto", SERIES_BY, location);
  const definition = drawn({
    ...dataFrom(book, sheetId, source(data, location), seriesBy),
    ...{ type: "", title: { text: "" }, legendPosition: "right", axesDesign: {} },
    office: { name: freeName(book, sheetId), chartType: type as string, title: "" },
  });
  const [chartId, figureId] = [book.newId(), book.newId()];
  book.dispatch("CREATE_CHART", { sheetId, chartId, figureId, definition, ...NEW_CHART });
  return chart(sheetId, chartId);
}

function freeName(book: Book, sheetId: string): string {
  const taken = chartIds(book, sheetId).map((chartId) => readChart(book, { sheetId, chartId }).office.name);
  let number = taken.length + 1;
  while (taken.includes(`Chart ${number}`)) number++;
  return `Chart ${number}`;
}

function find(book: Book, { sheetId }: Charts, key: unknown): Chart | undefined {
  const ids = chartIds(book, sheetId);
  const id =
    ids.find((chartId) => chartId === key) ?? ids.find((chartId) => nameOf(book, chart(sheetId, chartId)) === key);
  return id === undefined ? undefined : chart(sheetId, id);
}

const nameOf = (book: Book, item: ChartAt) => readChart(book, item).office.name;

function rename(book: Book, item: Chart, value: unknown): void {
  const name = textArgument(value, "Chart.name");
  const holder = find(book, { kind: "ChartCollection", sheetId: item.sheetId }, name);
  if (holder && holder.chartId !== item.chartId) throw alreadyExists("Chart.name");
  changeOffice(book, item, { name });
}

function at(book: Book, { sheetId }: Charts, index: unknown): Chart {
  const id = chartIds(book, sheetId)[index as number];
  if (id === undefined) throw itemNotFound("ChartCollection.getItemAt");
  return chart(sheetId, id);
}

const count = (book: Book, { sheetId }: Charts) => chartIds(book, sheetId).length;

function setPosition(book: Book, item: Chart, first: unknown, last: unknown): void {
  const location = "Chart.setPosition";
  const start = areaArgument(book, item.sheetId, first, location);
  const end = last === null || last === undefined ? undefined : areaArgument(book, item.sheetId, last, location);
  movePlace(book, item, placeOver(book, item.sheetId, start, end));
}

function side(key: "width" | "height"): Property<Chart> {
  return {
    get: (book, item) => points(placeOf(book, item)[key]),
    set: (book, item, value) =>
      movePlace(book, item, { [key]: pixels(numberArgument(value, `Chart.${key}`, { min: 1 })) }),
  };
}

const edge = (dimension: "ROW" | "COL", location: string): Property<Chart> => ({
  get: (book, item) => points(distance(book, item, dimension)),
  set: (book, item, value) => placeAt(book, item, dimension, pixels(numberArgument(value, location, { min: 0 }))),
});

const below =
  (kind: string) =>
  (_: Book, { sheetId, chartId }: Chart) => ({ kind, sheetId, chartId });

export const chartKinds = [
  defineKind<Charts>({
    name: "ChartCollection",
    properties: { Count: { get: count } },
    elements: (book, { sheetId }) => chartIds(book, sheetId).map((id) => chart(sheetId, id)),
    byKey: find,
    readsValues: ["Charts.Add"],
    methods: {
      Add: add,
      GetCount: count,
      GetItemAt: at,
      GetItemOrNullObject: (book, charts, key) => find(book, charts, key) ?? null,
      // `charts.getItem(name)` is a method here, not an indexer.
      GetItem: (book, charts, key) => {
        const found = find(book, charts, key);
        if (!found) throw itemNotFound("ChartCollection.getItem");
        return found;
      },
    },
  }),
  defineKind<Chart>({
    name: "Chart",
    identity: (_, { chartId }) => ({ Id: chartId }),
    exists: (book, { sheetId, chartId }) => chartIds(book, sheetId).includes(chartId),
    properties: {
      Id: { get: (_, { chartId }) => chartId },
      Name: { get: nameOf, set: rename },
      ChartType: {
        get: (book, item) => readChart(book, item).office.chartType,
        set: (book, item, value) => {
          drawingOf(value, "Chart.chartType");
          changeOffice(book, item, { chartType: value as string });
        },
      },
      Width: side("width"),
      Height: side("height"),
      Top: edge("ROW", "Chart.top"),
      Left: edge("COL", "Chart.left"),
    },
    children: {
      Title: below("ChartTitle"),
      Legend: below("ChartLegend"),
      Axes: below("ChartAxes"),
      Series: below("ChartSeriesCollection"),
      Worksheet: (_, { sheetId }) => ({ kind: "Worksheet", sheetId }),
    },
    readsValues: ["SetData"],
    methods: {
      Delete: ({ getters, dispatch }, { sheetId, chartId }) =>
        dispatch("DELETE_FIGURE", { sheetId, figureId: getters.getFigureIdFromChartId(chartId) }),
      SetData: (book, item, data, by) => {
        const seriesBy = choiceArgument(by ?? "Auto", SERIES_BY, "Chart.setData");
        changeChart(book, item, dataFrom(book, item.sheetId, source(data, "Chart.setData"), seriesBy));
      },
      SetPosition: setPosition,
    },
  }),
];

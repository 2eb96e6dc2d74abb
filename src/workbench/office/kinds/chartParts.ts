// Title, legend and axes of a chart.
import { booleanArgument, choiceArgument, textArgument } from "../arguments";
import { invalidArgument } from "../apiError";
import type { Book } from "../book";
import { type AxisDesign, changeChart, changeOffice, type ChartAt, isHorizontal, readChart } from "../charts";
import { defineKind, type Item, type Property } from "../kind";

interface Part extends Item, ChartAt {}
interface Axis extends Part {
  readonly of: "values" | "categories";
}

const below =
  (kind: string, more = {}) =>
  (_: Book, { sheetId, chartId }: Part) => ({ kind, sheetId, chartId, ...more });

const LEGEND: Readonly<Record<string, string>> = {
  Top: "top",
  Bottom: "bottom",
  Left: "left",
  Right: "right",
  Corner: "right",
};

/** Bars lie: their values run along x. */
const axisId = (book: Book, { of, ...chart }: Axis) =>
  (of === "values") === isHorizontal(readChart(book, chart)) ? "x" : "y";

const design = (book: Book, axis: Axis): AxisDesign => readChart(book, axis).axesDesign[axisId(book, axis)] ?? {};

function changeAxis(book: Book, axis: Axis, changes: AxisDesign): void {
  const { axesDesign } = readChart(book, axis);
  changeChart(book, axis, {
    axesDesign: { ...axesDesign, [axisId(book, axis)]: { ...design(book, axis), ...changes } },
  });
}

/** "" is automatic. */
const bound = (key: "min" | "max", location: string): Property<Axis> => ({
  get: (book, axis) => design(book, axis)[key] ?? "",
  set: (book, axis, value) => {
    if (value !== "" && typeof value !== "number") throw invalidArgument(location);
    changeAxis(book, axis, { [key]: value === "" ? undefined : value });
  },
});

const axisPart =
  (kind: string) =>
  (_: Book, { sheetId, chartId, of }: Axis) => ({ kind, sheetId, chartId, of });

export const chartPartKinds = [
  defineKind<Part>({
    name: "ChartTitle",
    properties: {
      Text: {
        get: (book, part) => readChart(book, part).office.title,
        set: (book, part, value) => {
          const title = textArgument(value, "ChartTitle.text");
          changeChart(book, part, { title: { text: title } });
          changeOffice(book, part, { title });
        },
      },
      Visible: {
        get: (book, part) => readChart(book, part).title.text !== "",
        set: (book, part, value) => {
          const isVisible = booleanArgument(value, "ChartTitle.visible");
          changeChart(book, part, { title: { text: isVisible ? readChart(book, part).office.title : "" } });
        },
      },
    },
  }),
  defineKind<Part>({
    name: "ChartLegend",
    properties: {
      Position: {
        get: (book, part) => {
          const { legendPosition } = readChart(book, part);
          return Object.keys(LEGEND).find((name) => LEGEND[name] === legendPosition) ?? "Right";
        },
        set: (book, part, value) =>
          changeChart(book, part, { legendPosition: choiceArgument(value, LEGEND, "ChartLegend.position") }),
      },
      Visible: {
        get: (book, part) => readChart(book, part).legendPosition !== "none",
        set: (book, part, value) => {
          const isVisible = booleanArgument(value, "ChartLegend.visible");
          const { legendPosition } = readChart(book, part);
          const shown = legendPosition === "none" ? "right" : legendPosition;
          changeChart(book, part, { legendPosition: isVisible ? shown : "none" });
        },
      },
    },
  }),
  defineKind<Part>({
    name: "ChartAxes",
    children: {
      ValueAxis: below("ChartAxis", { of: "values" }),
      CategoryAxis: below("ChartAxis", { of: "categories" }),
    },
  }),
  defineKind<Axis>({
    name: "ChartAxis",
    properties: {
      Minimum: bound("min", "ChartAxis.minimum"),
      Maximum: bound("max", "ChartAxis.maximum"),
      NumberFormat: {
        get: (book, axis) => design(book, axis).numberFormat ?? "General",
        set: (book, axis, value) =>
          changeAxis(book, axis, { numberFormat: textArgument(value, "ChartAxis.numberFormat") }),
      },
    },
    children: { Title: axisPart("ChartAxisTitle"), MajorGridlines: axisPart("ChartGridlines") },
  }),
  defineKind<Axis>({
    name: "ChartAxisTitle",
    properties: {
      Text: {
        get: (book, axis) => design(book, axis).title?.text ?? "",
        set: (book, axis, value) =>
          changeAxis(book, axis, { title: { text: textArgument(value, "ChartAxisTitle.text") } }),
      },
      Visible: {
        get: (book, axis) => !!design(book, axis).title?.text,
        set: (book, axis, value) => {
          if (!booleanArgument(value, "ChartAxisTitle.visible")) changeAxis(book, axis, { title: { text: "" } });
        },
      },
    },
  }),
  defineKind<Axis>({
    name: "ChartGridlines",
    properties: {
      Visible: {
        get: (book, axis) => design(book, axis).gridLines !== "none",
        set: (book, axis, value) =>
          changeAxis(book, axis, { gridLines: booleanArgument(value, "ChartGridlines.visible") ? "major" : "none" }),
      },
    },
  }),
];

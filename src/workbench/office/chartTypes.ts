// Excel's chart types that o-spreadsheet can draw, by what it calls them.
import { notImplemented } from "./apiError";

export interface Drawing {
  readonly type: "bar" | "line" | "pie" | "scatter";
  readonly stacked?: boolean;
  readonly horizontal?: boolean;
  readonly hideDataMarkers?: boolean;
  readonly fillArea?: boolean;
  readonly isDoughnut?: boolean;
}

export const CHART_TYPES: Readonly<Record<string, Drawing>> = {
  ColumnClustered: { type: "bar" },
  ColumnStacked: { type: "bar", stacked: true },
  BarClustered: { type: "bar", horizontal: true },
  BarStacked: { type: "bar", stacked: true, horizontal: true },
  Line: { type: "line", hideDataMarkers: true },
  LineMarkers: { type: "line" },
  LineStacked: { type: "line", stacked: true, hideDataMarkers: true },
  Area: { type: "line", fillArea: true, hideDataMarkers: true },
  AreaStacked: { type: "line", fillArea: true, stacked: true, hideDataMarkers: true },
  Pie: { type: "pie" },
  Doughnut: { type: "pie", isDoughnut: true },
  XYScatter: { type: "scatter" },
};

export function drawingOf(chartType: unknown, location: string): Drawing {
  const drawing = typeof chartType === "string" && Object.hasOwn(CHART_TYPES, chartType) && CHART_TYPES[chartType];
  if (!drawing) throw notImplemented(`${location}: charts of the type ${String(chartType)}`);
  return drawing;
}

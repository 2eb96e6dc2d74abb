// Charts stand right of the table, one below the other; on timelines side by side where the template says, or below everything.
import type { Area, GridChart } from "../grid";
import type { ChartsSection, SheetTemplate } from "../sections";
import { type Draft, FIRST_ROW, sectionRow } from "./draft";
import { areaOf } from "./references";

const COLUMNS = 8;
const ROWS = 18;
const GAP = 1;

export const CHART_COLUMNS = COLUMNS;

/** Keeps the rows of a timeline's charts free. */
export function placeCharts(draft: Draft, { title }: ChartsSection): void {
  sectionRow(draft, title);
  draft.chartRow = draft.nextRow;
  draft.nextRow += ROWS + GAP;
}

export function chartAreas({ template, nextRow, chartRow = nextRow }: Draft, left: number): readonly Area[] {
  const below = template.shape === "timeline";
  return template.charts.map((_, i) =>
    below
      ? { row: chartRow, column: 2 + i * (COLUMNS - 1), rows: ROWS, columns: COLUMNS - 2 }
      : { row: FIRST_ROW + i * (ROWS + GAP), column: left, rows: ROWS, columns: COLUMNS },
  );
}

export const gridCharts = (draft: Draft, areas: readonly Area[]): readonly GridChart[] =>
  draft.template.charts.map(({ title, kind, categories, series, valueAxis }: SheetTemplate["charts"][number], i) => ({
    title,
    kind,
    valueAxis,
    categories: areaOf(draft.places, categories),
    series: series.map((one) => ({
      name: areaOf(draft.places, one.name),
      values: areaOf(draft.places, one.values),
      ...(one.asLine && { asLine: true }),
    })),
    at: areas[i] as Area,
  }));

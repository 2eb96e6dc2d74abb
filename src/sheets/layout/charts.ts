// Charts stand right of the table, one below the other; on timelines side by side where the template says, or below everything.
import type { Area, GridChart } from "../grid";
import type { ChartsSection, SheetTemplate } from "../sections";
import { COLUMN, type Draft, FIRST_ROW, sectionRow } from "./draft";
import { areaOf } from "./references";

const COLUMNS = 8;
/** Right of a table: about half a screen. */
const COLUMNS_BESIDE = 6;
const ROWS = 18;
const GAP = 1;

export const CHART_COLUMNS = COLUMNS_BESIDE;

/** Keeps the rows of a timeline's charts free. */
export function placeCharts(draft: Draft, { title }: ChartsSection): void {
  sectionRow(draft, title);
  draft.chartRow = draft.nextRow;
  draft.nextRow += ROWS + GAP;
}

/** `widest`: right of everything that is no spill. */
export function chartAreas(draft: Draft, widest: number): readonly Area[] {
  const { template, nextRow, chartRow = nextRow } = draft;
  const below = template.shape === "timeline";
  return template.charts.map((_, i) => {
    if (below) return { row: chartRow, column: 2 + i * (COLUMNS - 1), rows: ROWS, columns: COLUMNS - 2 };
    const row = FIRST_ROW + i * (ROWS + GAP);
    return { row, column: freeColumn(draft, row, widest), rows: ROWS, columns: COLUMNS_BESIDE };
  });
}

/** Beside what stands in the chart's own rows: a wide table further down does not push it out of sight. */
function freeColumn({ cells }: Draft, from: number, widest: number): number {
  const beside = cells.filter(
    ({ row, column, role, content }) =>
      row >= from && row < from + ROWS && column < widest && !(role === "section" && content === ""),
  );
  return Math.max(COLUMN.note, ...beside.map(({ column }) => column)) + 1;
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

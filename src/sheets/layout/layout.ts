// Template -> SheetGrid: where everything stands, and how every formula spells.
import type { Area, GridCell, SheetGrid, SheetName } from "../grid";
import type { Section, SheetTemplate } from "../sections";
import { CHART_COLUMNS, chartAreas, gridCharts, placeCharts } from "./charts";
import { CHROME, comparison, putChrome, standardChecks } from "./chrome";
import { COLUMN, type Draft, FIRST_ROW, HEADER_ROW, put, TIMELINE_COLUMN } from "./draft";
import { placeEngine, placeEngineTable } from "./engine";
import { placeChecks, placeLines, placeNotes, placeScenario } from "./lines";
import { areaText, isCell, lastColumn, lastRow, type Place } from "./places";
import { areaOf, spellFormula, withoutAnchors } from "./references";
import { placePaste } from "./paste";
import { placePeriods } from "./periods";
import { placeBudgetBlock, placeColumns, placeList, placeTable } from "./tables";
import { conditionsOf } from "./conditions";

/** What stands on the other sheets of ours, by "assumptions.pue" or "lists.gpus". */
export type Elsewhere = ReadonlyMap<string, Area & { readonly sheet: string }>;

const WIDTHS: Readonly<Record<number, number>> = { 1: 8, 2: 32, 3: 15, 4: 13, 5: 15, 6: 11, 7: 24 };
const TIMELINE_WIDTHS: Readonly<Record<number, number>> = { 1: 8, 2: 34, 3: 14, 4: 14, 5: 14, 6: 8, 7: 12 };
const OTHER_WIDTH = 12;

const chartLeft = (template: SheetTemplate): number => widest(template) + 2;

/** Everything in its place, formulas still with references in braces. */
export function draftOf(template: SheetTemplate, elsewhere: Elsewhere): Draft {
  const draft = newDraft(template, elsewhere);
  const left = chartLeft(template);
  const below = template.shape === "timeline" || template.charts.length === 0;
  draft.nextSpill = below ? left : left + CHART_COLUMNS + 1;
  for (const section of template.sections) placeSection(draft, section);
  putChrome(draft);
  putBands(draft);
  return draft;
}

export function layOut(template: SheetTemplate, elsewhere: Elsewhere): SheetGrid {
  const draft = draftOf(template, elsewhere);
  const areas = chartAreas(draft, chartLeft(template));
  const cells = draft.cells.map((one): GridCell => spellCell(draft, one));
  const printed = printArea(draft, areas, widest(template));
  return {
    name: template.name,
    template: template.id,
    cells,
    widths: widthsOf(template, cells),
    freeze: { rows: HEADER_ROW, columns: COLUMN.label },
    validations: validationsOf(draft),
    conditions: conditionsOf(draft),
    charts: gridCharts(draft, areas),
    spills: draft.spills,
    names: namesOf(draft),
    print: { area: printed, titleRows: HEADER_ROW, orientation: "landscape" },
    tabColor: TAB_COLOR,
  };
}

const TAB_COLOR = "#0B5CAD";

function newDraft(template: SheetTemplate, elsewhere: Elsewhere): Draft {
  const places = new Map<string, Place>();
  for (const [id, at] of elsewhere) places.set(id, at);
  return {
    template,
    cells: [],
    places,
    choices: [],
    bands: [],
    results: [],
    spills: [],
    looks: [],
    checks: [],
    sections: [],
    nextRow: FIRST_ROW,
    nextSpill: 0,
  };
}

function placeSection(draft: Draft, section: Section): void {
  switch (section.kind) {
    case "lines":
      return placeLines(draft, section);
    case "scenario":
      return placeScenario(draft, section);
    case "engine":
      return placeEngine(draft, section);
    case "engineTable":
      return placeEngineTable(draft, section);
    case "table":
      return placeTable(draft, section);
    case "list":
      return placeList(draft, section);
    case "columns":
      return placeColumns(draft, section);
    case "block":
      return placeBudgetBlock(draft, section);
    case "periods":
      return placePeriods(draft, section);
    case "paste":
      return placePaste(draft, section);
    case "charts":
      return placeCharts(draft, section);
    case "checks":
      placeComparison(draft);
      return placeChecks(draft, {
        ...section,
        lines: [...standardChecks(draft.template, draft), ...section.lines],
      });
    case "notes":
      return placeNotes(draft, section);
    default:
      return section satisfies never;
  }
}

/** The band of a section runs over the sheet's columns, and as far as what stands below it in the section. */
function putBands(draft: Draft): void {
  const written = new Set(draft.cells.map(({ row, column }) => `${row},${column}`));
  const limit = widest(draft.template);
  const below = draft.sections.map(({ row }, i) => {
    const end = draft.sections[i + 1]?.row ?? Infinity;
    const inside = draft.cells.filter((one) => one.row >= row && one.row < end && one.column <= limit);
    return Math.max(COLUMN.note, ...inside.map(({ column }) => column));
  });
  draft.sections.forEach(({ row, column }, i) => {
    for (let at = column; at <= (below[i] as number); at++)
      if (!written.has(`${row},${at}`)) put(draft, row, at, "section", "");
  });
}

function placeComparison(draft: Draft): void {
  const lines = comparison(draft.template);
  if (lines.length > 0) placeLines(draft, { kind: "lines", title: "Live against Saved", lines });
}

function spellCell({ places }: Draft, { from, anchors, ...one }: Draft["cells"][number]): GridCell {
  if (typeof one.content !== "string" || !one.content.startsWith("=")) return one;
  const content = spellFormula(one.content, places, { column: one.column, ...(from && { list: from }) });
  return { ...one, content: one.role === "spill" || anchors === false ? withoutAnchors(content) : content };
}

/** The last column of what is neither a chart nor a spill. */
function widest({ sections, shape }: SheetTemplate): number {
  const widths = sections.map((section) => {
    switch (section.kind) {
      case "table":
        return COLUMN.label + section.heads.length + 1;
      case "list":
      case "columns":
        return COLUMN.section + section.columns.length;
      case "engineTable":
        return (section.rowLabels ? COLUMN.label : COLUMN.section) + section.columns;
      case "block":
      case "periods":
        return shape === "timeline" ? TIMELINE_COLUMN.opening + section.periods : COLUMN.note;
      default:
        return COLUMN.note;
    }
  });
  return Math.max(COLUMN.note, ...widths);
}

function printArea({ cells }: Draft, charts: readonly Area[], width: number): Area {
  const rows = Math.max(...cells.map(({ row }) => row), ...charts.map(lastRow));
  return { row: 1, column: 1, rows, columns: Math.max(width, ...charts.map(lastColumn)) };
}

function widthsOf({ shape, widths }: SheetTemplate, cells: readonly GridCell[]): SheetGrid["widths"] {
  const standard = shape === "timeline" ? TIMELINE_WIDTHS : WIDTHS;
  const last = Math.max(...cells.map(({ column }) => column));
  return Array.from({ length: last }, (_, i) => ({
    column: i + 1,
    characters: widths?.[i + 1] ?? standard[i + 1] ?? OTHER_WIDTH,
  }));
}

const validationsOf = ({ choices, places }: Draft): SheetGrid["validations"] =>
  choices.map(({ area, list, prompt }) => {
    const source = list === undefined ? undefined : listSource(places, list);
    return { area, ...(source !== undefined && { list: source }), ...(prompt !== undefined && { prompt }) };
  });

/** Few values stand in the rule itself. */
function listSource(places: Draft["places"], list: string): string {
  if (list.includes(",")) return list;
  const { sheet, ...at } = areaOf(places, `{${list}}`);
  return `=${areaText(at, sheet)}`;
}

/** Where a template's names will stand: that does not depend on other sheets. */
export function namesOfTemplate(template: SheetTemplate): readonly SheetName[] {
  const draft = newDraft(template, new Map());
  for (const section of template.sections) placeSection(draft, section);
  return namesOf(draft);
}

/** Outputs, and what the pane must find again: prefixed, so that no output collides with it. */
function namesOf({ template, places, results }: Draft): readonly SheetName[] {
  const version = places.get("version");
  return [
    ...Object.entries(CHROME).map(([id, at]) => ({ name: `gm_${id}`, area: at })),
    ...results.flatMap(({ live, saved }, i) => [
      { name: `gm_live_${i}`, area: live },
      { name: `gm_saved_${i}`, area: saved },
    ]),
    ...(version?.live && version.saved
      ? [
          { name: "gm_version_live", area: version.live },
          { name: "gm_version_saved", area: version.saved },
        ]
      : []),
    ...template.outputs.map((id) => ({ name: nameOf(id), area: areaOf(places, `{${id}}`) })),
  ];
}

export const nameOf = (id: string): string => id.replaceAll(".", "_");

/** What others may link to, by the names of a sheet: "pue" of GM Assumptions is "assumptions.pue". */
export const elsewhereFrom = (prefix: string, sheet: string, names: readonly SheetName[]): Elsewhere =>
  new Map(names.map(({ name, area }) => [`${prefix}.${name.replaceAll("_", ".")}`, { ...area, sheet }]));

export const usedAreas = (draft: Draft): readonly Area[] =>
  draft.results.map(({ used }) => used).filter((at) => !isCell(at));

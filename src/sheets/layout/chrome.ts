// What stands on every sheet: title, verdict, checks, mode, the last save, and the frozen header.
import type { SheetTemplate } from "../sections";
import { check, type CheckLine, formula, type FormulaLine } from "../sections";
import { areaText, cell, lastRow } from "./places";
import type { Area } from "../grid";
import { COLUMN, type Draft, HEADER_ROW, put, TIMELINE_COLUMN } from "./draft";

/** Cells that the pane finds again by name, whatever the user inserts above them. */
export const CHROME = {
  verdict: cell(2, COLUMN.value),
  checks: cell(3, COLUMN.value),
  mode: cell(4, COLUMN.value),
  savedOn: cell(5, COLUMN.value),
  savedNote: cell(5, COLUMN.unit),
  template: cell(3, COLUMN.note),
} as const;

export function putChrome(draft: Draft): void {
  const { title, template } = { title: draft.template.name, template: draft.template };
  put(draft, 1, COLUMN.section, "title", title);
  put(draft, 1, COLUMN.source, "question", template.question);
  put(draft, 2, COLUMN.label, "label", "Verdict");
  put(draft, 2, COLUMN.value, "verdict", template.verdict ? `=${template.verdict}` : template.summary);
  put(draft, 3, COLUMN.label, "label", "Checks (0 = good)");
  put(draft, 3, COLUMN.value, "check", `=${sumOfChecks(draft)}`, { format: "check" });
  put(draft, 3, COLUMN.unit, "text", '=IF($C$3=0,"all good","see Checks below")');
  put(draft, 3, COLUMN.asOf, "source", "Template");
  put(draft, 3, COLUMN.note, "source", template.id);
  put(draft, 4, COLUMN.label, "label", "Mode (1 live, 2 saved)");
  put(draft, 4, COLUMN.value, "input", 1, { format: "whole" });
  draft.choices.push({ area: CHROME.mode, list: "1,2", prompt: "1: recalculated. 2: the results as they were saved." });
  put(draft, 4, COLUMN.unit, "text", '=IF($C$4=1,"live: recalculated","saved: approved")');
  put(draft, 5, COLUMN.label, "label", "Saved on");
  put(draft, 5, COLUMN.value, "saved", "", { format: "date" });
  put(draft, 5, COLUMN.unit, "saved", "");
  putHeader(draft);
}

function sumOfChecks({ checks, cells }: Draft): string {
  const joined = checks.reduce<readonly Area[]>((before, at) => joinBelow(before, at, cells), []);
  return joined.length === 0 ? "0" : `SUM(${joined.map((at) => areaText(at)).join(",")})`;
}

/** Checks of one column with nothing but checks between them are one range. */
function joinBelow(before: readonly Area[], at: Area, cells: Draft["cells"]): readonly Area[] {
  const above = before.at(-1);
  if (above?.column !== at.column) return [...before, at];
  const between = cells.some(
    ({ row, column, role }) => column === at.column && row > lastRow(above) && row < at.row && role !== "check",
  );
  if (between) return [...before, at];
  return [...before.slice(0, -1), { ...above, rows: lastRow(at) - above.row + 1 }];
}

const HEADS = ["Section", "Label", "Value", "Unit", "Source", "As of", "Note"] as const;
const TIMELINE_HEADS = ["Section", "Label", "Value", "Unit", "Total", "Check", "Opening"] as const;

function putHeader(draft: Draft): void {
  const heads = draft.template.shape === "timeline" ? TIMELINE_HEADS : HEADS;
  heads.forEach((head, i) => put(draft, HEADER_ROW, i + 1, "header", head));
  const start = draft.places.get("timeline.periodStart");
  if (draft.template.shape !== "timeline" || !start) return;
  for (let i = 0; i < start.columns; i++)
    put(draft, HEADER_ROW, TIMELINE_COLUMN.periods + i, "header", "={timeline.periodStart}", { format: "date" });
}

/** Checks that every sheet has, from what is on it. */
export function standardChecks({ sections }: SheetTemplate, draft: Draft): readonly CheckLine[] {
  const engine = sections.find((section) => section.kind === "engine");
  const groups = engine?.kind === "engine" ? [...engine.groups.map(({ id }) => id), "versionCall"] : [];
  const tables = sections.flatMap((section) => (section.kind === "engineTable" ? [section.id] : []));
  return [
    ...groups.map((id, i) => check(`errors.${id}`, `Errors among results used (${i + 1})`, errorsIn(id))),
    ...tables.map((id) => check(`errors.${id}`, `Errors in ${titleOf(draft, id)}`, errorsIn(id))),
    ...groups
      .slice(0, -1)
      .map((id, i) =>
        check(
          `changed.${id}`,
          `Saved results that the engine now sees otherwise (${i + 1})`,
          `IF($C$4=1,0,{differ.${id}})`,
          "in mode 2; without the functions nothing is compared",
        ),
      ),
    ...(engine ? [check("oneVersion", "Saved by another version of the engine", "IF($C$4=1,0,{otherVersion})")] : []),
    ...draft.bands.map(({ id, label, band, empty }) =>
      check(
        `band.${id}`,
        `${label} outside its plausible band`,
        `({${id}}<{lists.${band}:first})${empty ? `*({${id}}<>"")` : ""}+({${id}}>{lists.${band}:last})`,
        "the bands stand on GM Lists",
      ),
    ),
  ];
}

const errorsIn = (id: string) => `SUMPRODUCT(ISERROR({${id}:all})*1)`;

/** Live against Saved, for sheets with engine results: how many differ, and by how much at most. */
export function comparison({ sections }: SheetTemplate): readonly FormulaLine[] {
  const engine = sections.find((section) => section.kind === "engine");
  if (engine?.kind !== "engine") return [];
  return [
    ...engine.groups.flatMap(({ id, lines }, i) => {
      const numbers = lines.filter(({ format }) => format !== "text");
      const [first, last] = [numbers[0]?.id, numbers.at(-1)?.id];
      const difference = `({${first}:live}:{${last}:live}-{${first}:saved}:{${last}:saved})`;
      return [
        formula(
          `differ.${id}`,
          `Results that differ (${i + 1})`,
          `IFERROR(SUMPRODUCT(({${id}:live}<>{${id}:saved})*1),0)`,
          {
            format: "whole",
            note: "before the first save: all of them",
          },
        ),
        ...(first
          ? [
              formula(
                `largest.${id}`,
                `Largest difference (${i + 1})`,
                `IFERROR(SUMPRODUCT(MAX(ABS${difference})),0)`,
                { format: "decimal", anchors: false },
              ),
            ]
          : []),
      ];
    }),
    formula("otherVersion", "Another version", "IFERROR(({version:live}<>{version:saved})*1,0)", { format: "whole" }),
  ];
}

const titleOf = ({ template }: Draft, id: string): string => {
  const found = template.sections.find((section) => "id" in section && section.id === id);
  return found && "title" in found ? found.title : id;
};

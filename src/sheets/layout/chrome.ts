// What stands on every sheet: title, verdict, checks, mode, the last save, and the frozen header.
import type { SheetTemplate } from "../sections";
import { check, type CheckLine } from "../sections";
import { areaText, cell } from "./places";
import { COLUMN, type Draft, HEADER_ROW, put, TIMELINE_COLUMN } from "./draft";

/** Cells that the pane finds again by name, whatever the user inserts above them. */
export const CHROME = {
  verdict: cell(2, COLUMN.label),
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
  put(draft, 2, COLUMN.label, "verdict", template.verdict ? `=${template.verdict}` : template.summary);
  put(draft, 3, COLUMN.label, "label", "Checks (0 = good)");
  put(draft, 3, COLUMN.value, "check", `=${sumOfChecks(draft)}`, { format: "whole" });
  put(draft, 3, COLUMN.unit, "text", '=IF($C$3=0,"all good","see Checks below")');
  put(draft, 3, COLUMN.asOf, "source", "Template");
  put(draft, 3, COLUMN.note, "source", template.id);
  put(draft, 4, COLUMN.label, "label", "Mode (1 live, 2 saved)");
  put(draft, 4, COLUMN.value, "input", 1, { format: "whole" });
  put(draft, 4, COLUMN.unit, "text", '=IF($C$4=1,"live: recalculated","saved: approved")');
  put(draft, 5, COLUMN.label, "label", "Saved on");
  put(draft, 5, COLUMN.value, "saved", "", { format: "date" });
  put(draft, 5, COLUMN.unit, "saved", "");
  putHeader(draft);
}

function sumOfChecks({ checks }: Draft): string {
  return checks.length === 0 ? "0" : `SUM(${checks.map((at) => areaText(at)).join(",")})`;
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
  const errors = groups.map((id) => `SUMPRODUCT(ISERROR({${id}:all})*1)`);
  const tables = sections.flatMap((section) => (section.kind === "engineTable" ? [section.id] : []));
  return [
    ...errors.map((formula, i) => check(`errors.${i}`, `Errors among results used (${i + 1})`, formula)),
    ...tables.map((id) =>
      check(`errors.${id}`, `Errors in ${titleOf(draft, id)}`, `SUMPRODUCT(ISERROR({${id}:all})*1)`),
    ),
    ...groups
      .slice(0, -1)
      .map((id, i) =>
        check(
          `changed.${i}`,
          `Saved results that the engine now sees otherwise (${i + 1})`,
          `IF($C$4=1,0,IFERROR(SUMPRODUCT(({${id}:live}<>{${id}:saved})*1),0))`,
          "counted in mode 2, where the functions are there; without them nothing is compared",
        ),
      ),
    ...(engine
      ? [
          check(
            "oneVersion",
            "Saved by another version of the engine",
            "IF($C$4=1,0,IFERROR(({version:live}<>{version:saved})*1,0))",
          ),
        ]
      : []),
    ...draft.bands.map(({ id, label, band }) =>
      check(
        `band.${id}`,
        `${label} outside its plausible band`,
        `({${id}}<{lists.${band}Low})+({${id}}>{lists.${band}High})`,
        "the bands stand on GM Lists",
      ),
    ),
  ];
}

const titleOf = ({ template }: Draft, id: string): string => {
  const found = template.sections.find((section) => "id" in section && section.id === id);
  return found && "title" in found ? found.title : id;
};

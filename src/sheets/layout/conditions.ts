// Formats that look at cells: a failed check, a verdict, a result that is an error, and saved mode.
import { absolute, relative } from "../address";
import type { Condition } from "../grid";
import { COLUMN, type Draft } from "./draft";
import type { SheetTemplate } from "../sections";
import { CHROME } from "./chrome";
import { spellFormula } from "./references";

/** The sentence runs over the cells beside its own. */
const VERDICT_BAND = { ...CHROME.verdict, columns: COLUMN.note - COLUMN.value + 1 };

export function conditionsOf({ checks, results, places, looks, template }: Draft): readonly Condition[] {
  const failed = [CHROME.checks, ...checks].map((area): Condition => {
    const first = relative(area.row, area.column);
    return { area, formula: `=IF(ISERROR(${first}),TRUE,${first}<>0)`, look: "failed" };
  });
  const mode = absolute(CHROME.mode.row, CHROME.mode.column);
  const savedMode: Condition = { area: CHROME.mode, formula: `=${mode}<>1`, look: "warning" };
  const broken = results.map(({ used }): Condition => ({
    area: used,
    formula: `=ISERROR(${relative(used.row, used.column)})`,
    look: "failed",
  }));
  return [
    ...failed,
    savedMode,
    ...broken,
    ...looks.flatMap((one) => tableLooks(places, one)),
    ...verdict(places, template),
  ];
}

/** Conditions of a table's body, written for its first cell. */
const tableLooks = (places: Draft["places"], { area, looks }: Draft["looks"][number]): readonly Condition[] =>
  looks.map(({ formula, look }) => ({
    area: { row: area.row, column: area.column, rows: area.rows, columns: area.columns },
    formula: spellFormula(`=${formula}`, places, { column: area.column }),
    look,
  }));

const OF_FITTING = { line: "fits", good: "fits", warning: "borderline", failed: "no" } as const;

/** The verdict's color follows a word, which stands in words too. */
function verdict(places: Draft["places"], { verdictWords = OF_FITTING }: SheetTemplate): readonly Condition[] {
  const line = places.get(verdictWords.line);
  if (!line) return [];
  const at = absolute(line.row, line.column);
  return (["good", "warning", "failed"] as const).map((look) => ({
    area: VERDICT_BAND,
    formula: `=${at}="${verdictWords[look]}"`,
    look,
  }));
}

// Formats that look at cells: a failed check, a verdict, a result that is an error, and saved mode.
import { absolute, relative } from "../address";
import type { Condition } from "../grid";
import type { Draft } from "./draft";
import { CHROME } from "./chrome";

export function conditionsOf({ checks, results, places }: Draft): readonly Condition[] {
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
  return [...failed, savedMode, ...broken, ...verdictLooks(places)];
}

/** The verdict's color follows the engine's word, which stands in words too. */
function verdictLooks(places: Draft["places"]): readonly Condition[] {
  const fits = places.get("fits");
  if (!fits) return [];
  const at = absolute(fits.row, fits.column);
  return (
    [
      ["fits", "good"],
      ["borderline", "warning"],
      ["no", "failed"],
    ] as const
  ).map(([word, look]) => ({ area: CHROME.verdict, formula: `=${at}="${word}"`, look }));
}

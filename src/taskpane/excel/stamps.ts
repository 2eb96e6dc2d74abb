// The sheets that templates filled, as their own cells say: found by names, so they may be renamed, copied and moved.
import type { StampedSheet } from "../workbookHost";
import { isoDate } from "./dates";
import { told } from "./errors";
import { namedRange } from "./workbookState";

const STAMPS = {
  template: "gm_template",
  mode: "gm_mode",
  checks: "gm_checks",
  savedOn: "gm_savedOn",
  savedNote: "gm_savedNote",
  verdict: "gm_verdict",
  liveVersion: "gm_version_live",
  savedVersion: "gm_version_saved",
} as const;
type Stamp = keyof typeof STAMPS;

export const stampedSheets = (): Promise<readonly StampedSheet[]> =>
  told("Nothing was changed.", () =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name");
      await context.sync();
      const asked = worksheets.items.map(askStamps);
      await context.sync();
      return asked.flatMap((one) => (valueOf(one.cells.template) === "" ? [] : [stampedSheet(one)]));
    }),
  );

type Asked = ReturnType<typeof askStamps>;

function askStamps(sheet: Excel.Worksheet) {
  const cells = Object.fromEntries(
    Object.entries(STAMPS).map(([stamp, name]) => {
      const range = namedRange(sheet, name);
      range.load("values,valueTypes,text");
      return [stamp, range];
    }),
  ) as Record<Stamp, Excel.Range>;
  const results = namedRange(sheet, "gm_live_0");
  results.load("address");
  return { sheet, cells, results };
}

const valueOf = (range: Excel.Range): unknown => (range.isNullObject ? "" : range.values[0]?.[0]);
const isError = (range: Excel.Range): boolean => !range.isNullObject && range.valueTypes[0]?.[0] === "Error";
const textOf = (range: Excel.Range): string => (isError(range) ? "" : String(valueOf(range) ?? ""));

function stampedSheet({ sheet, cells, results }: Asked): StampedSheet {
  const checks = valueOf(cells.checks);
  return {
    sheet: sheet.name,
    sheetId: sheet.id,
    template: textOf(cells.template),
    mode: valueOf(cells.mode) === 2 ? "saved" : "live",
    hasResults: !results.isNullObject,
    hasVersion: !cells.liveVersion.isNullObject,
    savedVersion: textOf(cells.savedVersion),
    savedAt: cells.savedOn.isNullObject ? "" : isoDate(valueOf(cells.savedOn), cells.savedOn.text[0]?.[0]),
    savedNote: textOf(cells.savedNote),
    liveVersion: textOf(cells.liveVersion),
    checks: typeof checks === "number" ? checks : undefined,
    verdict: textOf(cells.verdict),
  };
}

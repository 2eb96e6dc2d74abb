// The self-check's rows: what was expected, what this Excel answers, whether that is the same.
import { SELF_CHECK_ID } from "../../sheets/selfCheck";
import type { CheckedExample, Outcome, SelfCheckSheet } from "../selfCheckHost";
import { WorkbookFailure } from "../workbookHost";
import { told } from "./errors";
import { isPending } from "./pending";
import { namedRange, TEMPLATE_NAME } from "./workbookState";

/** The columns of gm_results. */
const [ID, EXAMPLE, HERE, DOCUMENTED, , PASS] = [0, 1, 2, 3, 4, 5] as const;

function outcomeOf(row: readonly unknown[]): Outcome {
  if (row.some(isPending)) return "pending";
  return row[PASS] === 1 ? "pass" : "fail";
}

const exampleOf = (row: readonly unknown[]): CheckedExample => ({
  id: String(row[ID]),
  example: String(row[EXAMPLE]),
  here: String(row[HERE]),
  documented: String(row[DOCUMENTED]),
  outcome: outcomeOf(row),
});

export const readExamples = (sheetId: string): Promise<readonly CheckedExample[]> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    const results = namedRange(sheet, "gm_results");
    results.load("values");
    await context.sync();
    if (results.isNullObject) throw new WorkbookFailure(DELETED);
    return results.values.map(exampleOf);
  });

const DELETED =
  "The sheet of the self-check was deleted while it calculated. Your other sheets are as they were. Run it again.";

/** By its stamp, whatever it is called by now. */
export const findSelfCheck = (): Promise<SelfCheckSheet | undefined> =>
  told("Nothing was changed.", () =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name");
      await context.sync();
      const stamps = worksheets.items.map((sheet) => {
        const stamp = namedRange(sheet, TEMPLATE_NAME);
        stamp.load("values");
        return { sheet, stamp };
      });
      await context.sync();
      const found = stamps.find(({ stamp }) => !stamp.isNullObject && stamp.values[0]?.[0] === SELF_CHECK_ID);
      return found && { sheet: found.sheet.name, sheetId: found.sheet.id };
    }),
  );

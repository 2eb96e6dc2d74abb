// The self-check: its sheet is written, Excel calculates, and what the functions answer is read.
import { selfCheckGrid } from "../../sheets/selfCheck";
import type { CheckedExample, SelfCheckResult } from "../selfCheckHost";
import { type Work, WorkbookFailure } from "../workbookHost";
import { failureFrom, stopIfAborted } from "./errors";
import { freeName } from "./freeName";
import { type Pause, settled } from "./pending";
import { readPlatform } from "./platform";
import { syncButForPrint } from "./run";
import { readExamples } from "./selfCheckResults";
import { takeBack } from "./takeBack";
import { readWorkbook, type WorkbookState } from "./workbookState";
import { paperFor, writePrint } from "./writePrint";
import { writeSheet } from "./writeSheet";

const NOTHING = "No sheet was added, and your sheets are as they were.";
const PROTECTED =
  "The structure of this workbook is protected, so no sheet can be added. Nothing was changed. " +
  "Remove the protection under Review, Protect Workbook, and run the check again.";
const BESIDE = "The earlier self-check could not be removed: the new one stands beside it.";
const PRINT_NOTE = "The page setup of the sheet could not be written.";

interface Written {
  readonly sheet: string;
  readonly sheetId: string;
  readonly note?: string;
}

export const selfCheckWith =
  (pause: Pause) =>
  async (replaced: string | undefined, work: Work): Promise<SelfCheckResult> => {
    const written = await replace(await write(work), replaced);
    const examples = await wait(written, work, pause);
    const { sheet, note } = written;
    return { sheet, examples, platform: readPlatform(), ...(note !== undefined && { note }) };
  };

async function write({ progress, signal }: Work): Promise<Written> {
  let begun: { readonly before: WorkbookState; readonly name: string } | undefined;
  try {
    return await Excel.run(async (context) => {
      progress("Reading the workbook", 0, 3);
      const before = await readWorkbook(context);
      if (before.isProtected) throw new WorkbookFailure(PROTECTED);
      stopIfAborted(signal);
      const grid = selfCheckGrid();
      const name = freeName(
        grid.name,
        before.sheets.map((sheet) => sheet.name),
      );
      progress(`Writing ${name}`, 1, 3);
      begun = { before, name };
      return writeNew(context, name);
    });
  } catch (thrown) {
    throw failureFrom(thrown, begun ? await takenBack(begun.before, begun.name) : NOTHING);
  }
}

async function writeNew(context: Excel.RequestContext, name: string): Promise<Written> {
  const { application, worksheets } = context.workbook;
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
  const sheet = worksheets.add(name);
  writeSheet(sheet, selfCheckGrid(), name);
  sheet.activate();
  sheet.load("id");
  writePrint(sheet, selfCheckGrid(), paperFor(Office.context.contentLanguage));
  const printed = await syncButForPrint(context);
  return { sheet: name, sheetId: sheet.id, ...(!printed && { note: PRINT_NOTE }) };
}

/** The old one goes once all of the new one is there, and the new one takes its name. */
async function replace(written: Written, old: string | undefined): Promise<Written> {
  if (old === undefined) return written;
  try {
    return await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const [before, after] = [worksheets.getItem(old), worksheets.getItem(written.sheetId)];
      before.load("name");
      await context.sync();
      const { name } = before;
      before.delete();
      after.name = name;
      await context.sync();
      return { ...written, sheet: name };
    });
  } catch {
    return { ...written, note: BESIDE };
  }
}

async function wait({ sheet, sheetId }: Written, work: Work, pause: Pause): Promise<readonly CheckedExample[]> {
  const kept = `The sheet ${sheet} is there; its results may still be on their way.`;
  try {
    work.progress("Calculating the examples", 2, 3);
    const isSettled = (examples: readonly CheckedExample[]) => examples.every(({ outcome }) => outcome !== "pending");
    return await settled(() => readExamples(sheetId), isSettled, work, pause);
  } catch (thrown) {
    throw failureFrom(thrown, kept);
  }
}

/** Says what became of the workbook. */
async function takenBack(before: WorkbookState, name: string): Promise<string> {
  try {
    await takeBack({ before, plan: { order: [name], registration: undefined } });
    return NOTHING;
  } catch {
    return `Your own sheets are as they were; ${name} may be half-filled: delete what is there of it.`;
  }
}

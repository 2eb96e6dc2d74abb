// The self-check: its sheet is written, Excel calculates, and what the functions answer is read.
import { selfCheckGrid } from "../../sheets/selfCheck";
import type { CheckedExample, SelfCheckResult } from "../selfCheckHost";
import { type Work, WorkbookFailure } from "../workbookHost";
import { failureFrom, stopIfAborted } from "./errors";
import { freeName } from "./freeName";
import { type Pause, settled } from "./pending";
import { readPlatform } from "./platform";
import { inOneUndoStep, syncButForPrint } from "./run";
import { readExamples } from "./selfCheckResults";
import { takeBack } from "./takeBack";
import { readWorkbook, type WorkbookState } from "./workbookState";
import { paperFor, writePrint } from "./writePrint";
import { writeSheet } from "./writeSheet";

const NOTHING = "No sheet was added, and your sheets are as they were.";
const PROTECTED =
  "The structure of this workbook is protected, so no sheet can be added. Nothing was changed. " +
  "Remove the protection under Review, Protect Workbook, and run the check again.";
const PRINT_NOTE = "The page setup of the sheet could not be written.";

interface Written {
  readonly sheet: string;
  readonly sheetId: string;
  readonly note?: string;
}

export const selfCheckWith =
  (pause: Pause) =>
  async (replaced: string | undefined, work: Work): Promise<SelfCheckResult> => {
    const written = await write(replaced, work);
    const examples = await wait(written, work, pause);
    const { sheet, note } = written;
    return { sheet, examples, platform: readPlatform(), ...(note !== undefined && { note }) };
  };

async function write(replaced: string | undefined, { progress, signal }: Work): Promise<Written> {
  let begun: { readonly before: WorkbookState; readonly name: string } | undefined;
  try {
    return await inOneUndoStep(async (context) => {
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
      return writeNew(context, name, before.sheets.find(({ id }) => id === replaced)?.name, replaced);
    });
  } catch (thrown) {
    throw failureFrom(thrown, begun ? await takenBack(begun.before, begun.name) : NOTHING);
  }
}

/** The old one goes once all of the new one is written, and the new one takes its name. */
async function writeNew(
  context: Excel.RequestContext,
  name: string,
  oldName: string | undefined,
  oldId: string | undefined,
): Promise<Written> {
  const { application, worksheets } = context.workbook;
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
  const sheet = worksheets.add(name);
  writeSheet(sheet, selfCheckGrid(), name);
  sheet.activate();
  if (oldId !== undefined && oldName !== undefined) {
    worksheets.getItem(oldId).delete();
    sheet.name = oldName;
  }
  sheet.load("id,name");
  writePrint(sheet, selfCheckGrid(), paperFor(Office.context.contentLanguage));
  const printed = await syncButForPrint(context);
  return { sheet: sheet.name, sheetId: sheet.id, ...(!printed && { note: PRINT_NOTE }) };
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

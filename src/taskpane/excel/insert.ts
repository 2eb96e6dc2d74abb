// Inserts a template: reads what the workbook has, decides, writes all in one request; a failure leaves nothing behind.
import type { SheetTemplate } from "../../sheets/template";
import type { Inserted, Work } from "../workbookHost";
import { failureFrom, stopIfAborted } from "./errors";
import { planInsert } from "./insertPlan";
import { type Run, syncButForPrint, undoable } from "./run";
import type { SupportTemplates } from "./supportSheets";
import { type Begun, takeBack } from "./takeBack";
import { readWorkbook } from "./workbookState";
import { writePlan } from "./writePlan";

const NOTHING = "Nothing was inserted, and your sheets are as they were.";

const PRINT_NOTE = "The page setup could not be written; set the printing under Page Layout.";

export const insertWith =
  (support: SupportTemplates) =>
  (template: SheetTemplate, work: Work): Promise<Inserted> =>
    undoable((run) => insertOrTakeBack(run, template, support, work));

async function insertOrTakeBack(
  run: Run,
  template: SheetTemplate,
  support: SupportTemplates,
  work: Work,
): Promise<Inserted> {
  let begun: Begun | undefined;
  try {
    const printed = await run(async (context) => {
      begun = await decide(context, template, support, work);
      writePlan(context, begun.plan, work.progress);
      return syncButForPrint(context);
    });
    stopIfAborted(work.signal);
    return inserted(begun as unknown as Begun, printed);
  } catch (thrown) {
    throw failureFrom(thrown, begun ? await takenBack(begun) : NOTHING);
  }
}

async function decide(
  context: Excel.RequestContext,
  template: SheetTemplate,
  support: SupportTemplates,
  { progress, signal }: Work,
): Promise<Begun> {
  stopIfAborted(signal);
  progress("Reading the workbook", 0, 2);
  const before = await readWorkbook(context);
  stopIfAborted(signal);
  return { before, plan: planInsert(before, template, support) };
}

function inserted({ plan }: Begun, printed: boolean): Inserted {
  const notes = [plan.note, printed ? undefined : PRINT_NOTE].filter((note) => note !== undefined);
  return { sheet: plan.shown.name, ...(notes.length > 0 && { note: notes.join(" ") }) };
}

/** Says what became of the workbook. */
async function takenBack(begun: Begun): Promise<string> {
  try {
    await takeBack(begun);
    return NOTHING;
  } catch {
    return halfFilled(begun.plan.order);
  }
}

const halfFilled = (names: readonly string[]): string =>
  names.length === 0
    ? NOTHING
    : `Your own sheets are as they were; ${names.join(", ")} may be half-filled: delete what is there of it.`;

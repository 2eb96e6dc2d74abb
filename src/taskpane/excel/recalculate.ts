// Every cell anew, and waiting until the functions have answered.
import { type Work, WorkbookFailure } from "../workbookHost";
import { changedResults } from "./changes";
import { failureFrom, stopIfAborted, told } from "./errors";
import { isPending, PATIENCE_S, type Pause, settled } from "./pending";

const KEPT = "Your inputs and saved results are as they were.";
const NOT_STARTED = "Nothing was calculated.";

export const recalculateWith =
  (pause: Pause) =>
  async (work: Work): Promise<void> => {
    try {
      stopIfAborted(work.signal);
    } catch (thrown) {
      throw failureFrom(thrown, NOT_STARTED);
    }
    await told(KEPT, () => calculate(work, pause));
  };

async function calculate(work: Work, pause: Pause): Promise<void> {
  work.progress("Calculating every cell", 0, 0);
  await Excel.run(async (context) => {
    context.workbook.application.calculate("Full");
    await context.sync();
  });
  if (!(await settled(isDone, (done) => done, work, pause))) throw new WorkbookFailure(STILL_AT_IT);
}

const STILL_AT_IT =
  `Excel is still calculating after ${PATIENCE_S} seconds. ${KEPT} ` +
  "Wait until its status bar says that it is ready, then press Refresh.";

async function isDone(): Promise<boolean> {
  const state = await Excel.run(async (context) => {
    const { application } = context.workbook;
    application.load("calculationState");
    await context.sync();
    return application.calculationState;
  });
  if (state !== "Done") return false;
  return (await changedResults()).every(({ errors }) => !errors.some(({ error }) => isPending(error)));
}

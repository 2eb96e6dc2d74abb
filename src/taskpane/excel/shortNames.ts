// Short names in the workbook: TRAIN_MEM = LAMBDA(...). Only names with exactly our formula are ever deleted.
import { type ShortName, shortNames } from "../../functions/shortNames";
import type { ShortNamesState } from "../shortNamesHost";
import { type Work, WorkbookFailure } from "../workbookHost";
import { failureFrom, stopIfAborted, told } from "./errors";
import { refuseWithoutLambda } from "./probeLambda";

const NOTHING = "No name was changed.";
const PARTLY =
  "Some short names may be there and some not: turn them on or off once more, or look into the Name Manager.";
const OTHER_SPELLING =
  "This Excel keeps the names in a spelling that GPUMEM would not recognize again, so none was left in the workbook.";
const COMMENT = "A short name of GPUMEM, turned on and off in its pane.";
/** A function of Excel's own goes before a name. */
const EXCELS: ReadonlySet<string> = new Set(["PRICE"]);

const offered = shortNames.filter(({ name }) => !EXCELS.has(name));

interface Named {
  readonly name: string;
  readonly formula: string;
}

/** As Excel may spell it: with spaces, in other case, with the prefixes of files. */
const spelled = (formula: string): string =>
  formula
    .replace(/_xldudf_([A-Z]+)_/gi, "$1.")
    .replace(/_xl(?:fn|ws|pm|udf)\.|\s+/gi, "")
    .toUpperCase();

const isOurs = ({ name, formula }: Named): boolean =>
  offered.some((one) => one.name === name.toUpperCase() && spelled(one.formula) === spelled(String(formula)));

function stateOf(items: readonly Named[]): ShortNamesState {
  const wished = new Set(offered.map(({ name }) => name));
  const found = items.filter(({ name }) => wished.has(name.toUpperCase()));
  return {
    ours: found.filter(isOurs).map(({ name }) => name),
    others: found.filter((item) => !isOurs(item)).map(({ name }) => name),
    excels: [...EXCELS],
  };
}

async function readNames(context: Excel.RequestContext): Promise<readonly Excel.NamedItem[]> {
  const { names } = context.workbook;
  names.load("items/name,items/formula,items/comment");
  await context.sync();
  return names.items;
}

export const readShortNames = (): Promise<ShortNamesState> =>
  told(NOTHING, () => Excel.run(async (context) => stateOf(await readNames(context))));

export async function defineShortNames(work: Work): Promise<ShortNamesState> {
  let begun: readonly string[] = [];
  try {
    const state = await Excel.run(async (context) => {
      work.progress("Asking whether this Excel knows LAMBDA", 0, 2);
      const items = await readNames(context);
      await refuseWithoutLambda(
        context,
        items.map(({ name }) => name),
      );
      stopIfAborted(work.signal);
      const missing = missingFrom(items);
      work.progress("Defining the names", 1, 2);
      begun = missing.map(({ name }) => name);
      add(context, missing);
      return stateOf(await readNames(context));
    });
    stopIfAborted(work.signal);
    // What could not be told from a user's own name would never go again.
    if (state.ours.length < begun.length) throw new WorkbookFailure(OTHER_SPELLING);
    return state;
  } catch (thrown) {
    throw failureFrom(thrown, begun.length === 0 ? NOTHING : await takenOut(begun));
  }
}

function missingFrom(items: readonly Named[]): readonly ShortName[] {
  const taken = new Set(items.map(({ name }) => name.toUpperCase()));
  return offered.filter(({ name }) => !taken.has(name));
}

const add = ({ workbook }: Excel.RequestContext, names: readonly ShortName[]): void =>
  names.forEach(({ name, formula }) => workbook.names.add(name, formula, COMMENT));

export const removeShortNames = ({ progress, signal }: Work): Promise<ShortNamesState> =>
  told(PARTLY, () =>
    Excel.run(async (context) => {
      progress("Looking for them", 0, 2);
      const items = await readNames(context);
      refuseStopped(signal);
      progress("Deleting the names", 1, 2);
      for (const item of items.filter(isOurs)) item.delete();
      return stateOf(await readNames(context));
    }),
  );

function refuseStopped({ aborted }: AbortSignal): void {
  if (aborted) throw new WorkbookFailure(`Cancelled. ${NOTHING}`);
}

/** Says what became of the names: those that were begun go again, known by their formula or by what we noted. */
async function takenOut(begun: readonly string[]): Promise<string> {
  try {
    await Excel.run(async (context) => {
      const items = await readNames(context);
      const isBegun = (item: Excel.NamedItem) => isOurs(item) || item.comment === COMMENT;
      for (const item of items) if (begun.includes(item.name.toUpperCase()) && isBegun(item)) item.delete();
      await context.sync();
    });
    return NOTHING;
  } catch {
    return PARTLY;
  }
}

// Whether this Excel knows LAMBDA and omitted arguments: a name of ours is asked what it evaluates to, and goes again.
// No cell is touched.
import { WorkbookFailure } from "../workbookHost";
import { freeName } from "./freeName";
import { codeOf } from "./run";

const WISHED = "GPUMEM_probe";
const FORMULA = "=LAMBDA(given,[omitted],IF(ISOMITTED(omitted),given,0))(1)";
/** What a formula that cannot be read, or a name that cannot hold it, is answered with; all else is no answer. */
const CANNOT = new Set(["InvalidArgument", "InvalidReference", "GeneralException", "NotImplemented", "ApiNotFound"]);

const NOT_HERE =
  "This Excel does not know LAMBDA, which short names are made of, so none was defined. Nothing was changed. " +
  "Type the full names, such as GPUMEM.TRAIN_MEM, or use Microsoft 365 or Excel on the web.";

export async function refuseWithoutLambda(context: Excel.RequestContext, taken: readonly string[]): Promise<void> {
  const name = freeName(WISHED, taken).replaceAll(" ", "_");
  const value = await valueOf(context, name);
  await remove(context, name);
  if (Number(value) !== 1) throw new WorkbookFailure(NOT_HERE);
}

async function valueOf(context: Excel.RequestContext, name: string): Promise<unknown> {
  try {
    const probe = context.workbook.names.add(name, FORMULA);
    probe.load("value");
    await context.sync();
    return probe.value;
  } catch (thrown) {
    if (!CANNOT.has(codeOf(thrown) ?? "")) throw thrown;
    return undefined;
  }
}

/** Where the name came into being and its value was refused, too. */
async function remove(context: Excel.RequestContext, name: string): Promise<void> {
  const probe = context.workbook.names.getItemOrNullObject(name);
  probe.load("name");
  await context.sync();
  if (probe.isNullObject) return;
  probe.delete();
  await context.sync();
}

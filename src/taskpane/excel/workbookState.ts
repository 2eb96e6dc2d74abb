// What insert must know of the workbook before it writes, in two requests.
import type { SheetName } from "../../sheets/grid";
import { namesFrom } from "./nameFormula";
import { locationOf } from "./run";

export interface SheetState {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly names: readonly SheetName[];
  /** The id of the template that filled it; "" on the user's own sheets. */
  readonly template: string;
  /** The formulas of GM Audit's register. */
  readonly register: readonly (readonly unknown[])[] | undefined;
}

export interface WorkbookState {
  readonly sheets: readonly SheetState[];
  readonly isProtected: boolean;
  /** "" while a sheet that is one chart is in front. */
  readonly activeId: string;
}

export const TEMPLATE_NAME = "gm_template";
export const REGISTER_NAME = "register";

export async function readWorkbook(context: Excel.RequestContext): Promise<WorkbookState> {
  const activeId = await loadWorkbook(context);
  const { worksheets, protection } = context.workbook;
  const asked = worksheets.items.map(askSheet);
  await context.sync();
  return { sheets: asked.map(sheetState), isProtected: protection.protected, activeId };
}

/** The id of the active sheet. */
async function loadWorkbook(context: Excel.RequestContext): Promise<string> {
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load("id");
  askWorkbook(context);
  try {
    await context.sync();
    return active.id;
  } catch (thrown) {
    // A chart sheet is no worksheet: all else is asked once more.
    if (!/getActiveWorksheet$/i.test(locationOf(thrown))) throw thrown;
    askWorkbook(context);
    await context.sync();
    return "";
  }
}

function askWorkbook({ workbook: { worksheets, protection } }: Excel.RequestContext): void {
  worksheets.load("items/id,items/name,items/visibility");
  protection.load("protected");
}

/** A sheet's own name -> its cells; a null object where there is none, or where its cells are gone. */
export const namedRange = (sheet: Excel.Worksheet, name: string): Excel.Range =>
  sheet.names.getItemOrNullObject(name).getRangeOrNullObject();

type Asked = ReturnType<typeof askSheet>;

function askSheet(sheet: Excel.Worksheet) {
  const [stamp, register] = [namedRange(sheet, TEMPLATE_NAME), namedRange(sheet, REGISTER_NAME)];
  sheet.names.load("items/name,items/formula");
  stamp.load("values");
  register.load("formulas");
  return { sheet, stamp, register };
}

function sheetState({ sheet, stamp, register }: Asked): SheetState {
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visibility !== "Visible",
    names: namesFrom(sheet.names.items),
    template: stamp.isNullObject ? "" : String(stamp.values[0]?.[0] ?? ""),
    register: register.isNullObject ? undefined : register.formulas,
  };
}

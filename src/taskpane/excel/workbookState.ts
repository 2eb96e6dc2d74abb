// What insert must know of the workbook before it writes, in two requests.
import type { SheetName } from "../../sheets/grid";
import { namesFrom } from "./nameFormula";

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
  readonly activeId: string;
}

export const TEMPLATE_NAME = "gm_template";
export const REGISTER_NAME = "register";

export async function readWorkbook(context: Excel.RequestContext): Promise<WorkbookState> {
  const { worksheets, protection } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  worksheets.load("items/id,items/name,items/visibility");
  protection.load("protected");
  active.load("id");
  await context.sync();
  const asked = worksheets.items.map(askSheet);
  await context.sync();
  return { sheets: asked.map(sheetState), isProtected: protection.protected, activeId: active.id };
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

// After a failure or a cancel: what an insert had added is taken out again, and its row in the register is put back.
import { revert } from "./change";
import type { InsertPlan } from "./insertPlan";
import { namedRange, TEMPLATE_NAME, type WorkbookState } from "./workbookState";

export interface Begun {
  readonly before: WorkbookState;
  readonly plan: InsertPlan;
}

interface Added extends Pick<Begun, "before"> {
  readonly plan: Pick<InsertPlan, "order" | "registration">;
}

export const takeBack = ({ before, plan }: Added): Promise<void> =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    await context.sync();
    const known = new Set(before.sheets.map(({ id }) => id));
    const added = worksheets.items.filter(({ id, name }) => !known.has(id) && plan.order.includes(name)).map(askAdded);
    await context.sync();
    if (plan.registration?.isFound) revert(worksheets, [plan.registration]);
    worksheets.items.find(({ id }) => id === before.activeId)?.activate();
    for (const one of added) if (isOurs(one)) one.sheet.delete();
    await context.sync();
  });

function askAdded(sheet: Excel.Worksheet) {
  const [stamp, used] = [namedRange(sheet, TEMPLATE_NAME), sheet.getUsedRangeOrNullObject(true)];
  stamp.load("address");
  used.load("address");
  return { sheet, stamp, used };
}

/** Stamped or still empty: somebody else may have added a sheet of the same name at the same moment. */
const isOurs = ({ stamp, used }: ReturnType<typeof askAdded>): boolean => !stamp.isNullObject || used.isNullObject;

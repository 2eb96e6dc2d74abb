// After a failure or a cancel: what an insert had added is taken out again, and its row in the register is put back.
import { revert } from "./change";
import type { InsertPlan } from "./insertPlan";
import { namedRange, TEMPLATE_NAME, type WorkbookState } from "./workbookState";

export interface Begun {
  readonly before: WorkbookState;
  readonly plan: InsertPlan;
}

export const takeBack = (begun: Begun): Promise<void> =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const asked = begun.plan.order.map((name) => askAdded(worksheets, name));
    const active = worksheets.getItemOrNullObject(begun.before.activeId);
    active.load("name");
    await context.sync();
    if (begun.plan.registration?.isFound) revert(worksheets, [begun.plan.registration]);
    if (!active.isNullObject) active.activate();
    const before = new Set(begun.before.sheets.map(({ id }) => id));
    for (const one of asked) if (isOurs(one, before)) one.sheet.delete();
    await context.sync();
  });

type Asked = ReturnType<typeof askAdded>;

function askAdded(worksheets: Excel.WorksheetCollection, name: string) {
  const sheet = worksheets.getItemOrNullObject(name);
  const [stamp, used] = [namedRange(sheet, TEMPLATE_NAME), sheet.getUsedRangeOrNullObject(true)];
  sheet.load("id");
  stamp.load("address");
  used.load("address");
  return { sheet, stamp, used };
}

/** New, and stamped or still empty: somebody else may have added a sheet of the same name at the same moment. */
const isOurs = ({ sheet, stamp, used }: Asked, before: ReadonlySet<string>): boolean =>
  !sheet.isNullObject && !before.has(sheet.id) && (!stamp.isNullObject || used.isNullObject);

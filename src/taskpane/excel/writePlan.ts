// An insert plan -> everything that Excel is asked, in one request. Page setups come last: without a printer they may
// fail, and then all else is there.
import { VERSION_TEXT } from "../../functions/version";
import type { Work } from "../workbookHost";
import { apply } from "./change";
import type { InsertPlan } from "./insertPlan";
import { rangeOf } from "./ranges";
import { paperFor, writePrint, writeStampFooter } from "./writePrint";
import { writeSheet } from "./writeSheet";

export function writePlan(context: Excel.RequestContext, plan: InsertPlan, progress: Work["progress"]): void {
  const { application, worksheets } = context.workbook;
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
  const added = new Map(plan.order.map((name) => [name, worksheets.add(name)]));
  plan.writes.forEach(({ name, grid }, i) => {
    progress(`Writing ${name}`, i + 1, plan.writes.length + 2);
    writeSheet(added.get(name) as Excel.Worksheet, grid, name);
  });
  if (plan.registration) apply(worksheets, [plan.registration]);
  show(context, plan);
  for (const { name, grid } of plan.writes) {
    const sheet = added.get(name) as Excel.Worksheet;
    writePrint(sheet, grid, paperFor(Office.context.contentLanguage));
    writeStampFooter(sheet, VERSION_TEXT, "");
  }
}

function show({ workbook }: Excel.RequestContext, { shown }: InsertPlan): void {
  const sheet = workbook.worksheets.getItem(shown.name);
  if (shown.hidden) sheet.visibility = "Visible";
  sheet.activate();
  if (shown.select) rangeOf(sheet, shown.select).select();
}

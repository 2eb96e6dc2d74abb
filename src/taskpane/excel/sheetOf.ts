import { WorkbookFailure } from "../workbookHost";

/** A sheet by its id, with its own names; a null object where it was deleted meanwhile. */
export function askSheet(worksheets: Excel.WorksheetCollection, sheetId: string): Excel.Worksheet {
  const sheet = worksheets.getItemOrNullObject(sheetId);
  sheet.load("id,name,visibility");
  sheet.names.load("items/name,items/formula");
  return sheet;
}

export function refuseGone({ isNullObject }: Excel.Worksheet, kept: string): void {
  if (isNullObject)
    throw new WorkbookFailure(
      `That sheet is no longer in the workbook. ${kept} Press Refresh to see the sheets there are.`,
    );
}

// What the workbook says of the selected cell itself, in one request.
import type { SheetName } from "../../../sheets/grid";
import { namesFrom } from "../nameFormula";
import { supports } from "../run";
import type { Offset } from "./narrow";
import type { SelectedCell } from "./story";

export interface Selected {
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
  readonly names: readonly SheetName[];
  readonly cell: SelectedCell;
  readonly row: number;
  readonly column: number;
  /** From the cell whose formula fills this one; 0 and 0 where it is its own. */
  readonly offset: Offset;
}

export async function readSelected(context: Excel.RequestContext): Promise<Selected> {
  const { workbook } = context;
  const [range, sheet] = [workbook.getActiveCell(), workbook.worksheets.getActiveWorksheet()];
  range.load("address,formulas,values,valueTypes,text,rowIndex,columnIndex");
  sheet.names.load("items/name,items/formula");
  workbook.worksheets.load("items/name");
  const parent = askParent(range);
  await context.sync();
  const filledBy = parent && !parent.isNullObject ? parent : range;
  return {
    context,
    sheet,
    names: namesFrom(sheet.names.items),
    cell: {
      address: range.address,
      formula: String(filledBy.formulas[0]?.[0] ?? ""),
      value: range.values[0]?.[0],
      text: String(range.text[0]?.[0] ?? ""),
      isError: range.valueTypes[0]?.[0] === "Error",
    },
    row: range.rowIndex + 1,
    column: range.columnIndex + 1,
    offset: { row: range.rowIndex - filledBy.rowIndex, column: range.columnIndex - filledBy.columnIndex },
  };
}

/** The cell whose formula spills into this one, where Excel tells. */
function askParent(range: Excel.Range): Excel.Range | undefined {
  if (!supports("1.12")) return undefined;
  const parent = range.getSpillParentOrNullObject();
  parent.load("formulas,rowIndex,columnIndex");
  return parent;
}

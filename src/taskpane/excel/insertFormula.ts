// A formula into the selected cell, if that is empty.
import { WorkbookFailure } from "../workbookHost";
import { told } from "./errors";
import { inOneUndoStep } from "./run";

const NOTHING = "Nothing was written.";

export const insertFormula = (formula: string): Promise<{ readonly address: string }> =>
  told(NOTHING, () =>
    inOneUndoStep(async (context) => {
      const cell = context.workbook.getActiveCell();
      cell.load("address,values,formulas");
      await context.sync();
      const address = withoutSheet(cell.address);
      // A cell that another one's spill fills has a value, too.
      if (cell.formulas[0]?.[0] !== "" || cell.values[0]?.[0] !== "")
        throw new WorkbookFailure(`Cell ${address} is not empty. ${NOTHING} Select an empty cell and try again.`);
      cell.formulas = [[formula]];
      await context.sync();
      return { address };
    }),
  );

const withoutSheet = (address: string): string => address.slice(address.lastIndexOf("!") + 1);

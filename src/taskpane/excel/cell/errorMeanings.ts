// What an error in a cell means, where no function says it better.

const MEANINGS: Readonly<Record<string, string>> = {
  "#NAME?":
    "Excel knows no function or name that is spelled so: the add-in may be missing here, or a name is misspelled.",
  "#SPILL!": "The result needs more cells than are free: empty the cells below and to the right of it.",
  "#REF!": "The formula refers to cells that were deleted: undo that, or point it at other cells.",
  "#DIV/0!": "The formula divides by zero, or by an empty cell.",
  "#N/A": "A value is not available: something that the formula looks up is not there.",
  "#VALUE!": "An input is of a kind that the formula cannot use, such as text in place of a number.",
  "#NUM!": "A number is outside of what the formula can work with.",
  "#NULL!": "Two ranges in the formula have no cell in common: a comma or a colon is missing.",
  "#CALC!": "Excel cannot calculate this here, such as an empty array or a data table over add-in functions.",
  "#BUSY!": "Excel still waits for the result.",
  "#GETTING_DATA": "Excel still waits for the result.",
  "#CONNECT!": "Excel could not reach the add-in: open the GPUMEM pane, then recalculate.",
  "#BLOCKED!": "Excel's settings do not allow this formula.",
};

export const meaningOf = (error: string): string =>
  MEANINGS[error] ?? `The cell shows the error ${error}: look at the cells that the formula refers to.`;

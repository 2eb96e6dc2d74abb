// Grids in the headless spreadsheet, as the tests name them.
export { type GridWorkbook, openGrids } from "../../src/cli/gridWorkbook";
export { gridsOf, sharedSheets } from "../../src/sheets/sharedSheets";

// What stands in a workbook, read from the spreadsheet itself and not through Office.js.
import { parseReference, spellZone } from "../../src/workbench/office/a1";
import type { Getters, OfficeModel } from "../../src/workbench/office/library";

export interface ReadCell {
  readonly address: string;
  /** Computed; an error under o-spreadsheet's name for it. */
  readonly value: unknown;
  /** Only where the cell has one of its own: not in what a formula spilled. */
  readonly formula?: string;
  /** What an error says. */
  readonly message?: string;
}

export function readersOf(model: OfficeModel) {
  const getters = model.getters as Getters;
  const idOf = (sheet: string) => {
    const id = getters.getSheetIdByName(sheet);
    if (id === undefined) throw new Error(`There is no sheet ${sheet}.`);
    return id;
  };
  const positionOf = (sheet: string, address: string) => {
    const reference = parseReference(address);
    if (!reference) throw new Error(`${address} is no address.`);
    return { sheetId: idOf(sheet), row: reference.zone.top, col: reference.zone.left };
  };
  const read = (position: { sheetId: string; row: number; col: number }): ReadCell => {
    const { row, col } = position;
    const cell = getters.getCell(position);
    const { value, type, message } = getters.getEvaluatedCell(position) as {
      value: unknown;
      type: string;
      message?: string;
    };
    return {
      address: spellZone({ top: row, bottom: row, left: col, right: col }),
      value,
      ...(cell?.isFormula && { formula: cell.compiledFormula.toFormulaString(getters) }),
      ...(type === "error" && { message: String(message ?? "") }),
    };
  };
  return {
    sheetNames: () => getters.getSheetIds().map((id) => getters.getSheetName(id)),
    sheetId: idOf,
    cell: (sheet: string, address: string) => read(positionOf(sheet, address)),
    value: (sheet: string, address: string) => read(positionOf(sheet, address)).value,
    /** Every cell with a content or a value, from the first row on. */
    cells: (sheet: string): readonly ReadCell[] =>
      getters
        .getEvaluatedCellsPositions(idOf(sheet))
        .filter(
          (position) => getters.getEvaluatedCell(position).type !== "empty" || getters.getCell(position)?.isFormula,
        )
        .sort((one, other) => one.row - other.row || one.col - other.col)
        .map(read),
    style: (sheet: string, address: string) => getters.getCellStyle(positionOf(sheet, address)),
    format: (sheet: string, address: string) => getters.getCell(positionOf(sheet, address))?.format,
    /** With what conditional formats add. */
    look: (sheet: string, address: string) => getters.getCellComputedStyle(positionOf(sheet, address)),
    border: (sheet: string, address: string) => getters.getCellBorder(positionOf(sheet, address)),
    validations: (sheet: string) =>
      getters.getDataValidationRules(idOf(sheet)).map(({ ranges, ...rule }) => ({
        ...rule,
        ranges: ranges.map(({ zone }) => spellZone(zone)),
      })),
    validation: (sheet: string, address: string) => getters.getValidationRuleForCell(positionOf(sheet, address)),
    conditionalFormats: (sheet: string) => getters.getConditionalFormats(idOf(sheet)),
    charts: (sheet: string) =>
      getters.getChartIds(idOf(sheet)).map((id) => ({
        id,
        definition: getters.getChartDefinition(id),
        figure: getters.getFigure(idOf(sheet), getters.getFigureIdFromChartId(id)),
      })),
    /** What chart.js is given to draw. */
    drawnChart: (id: string) => getters.getChartRuntime(id) as unknown as { chartJsConfig: Record<string, unknown> },
    /** In pixels. */
    columnWidth: (sheet: string, address: string) => getters.getColSize(idOf(sheet), positionOf(sheet, address).col),
    frozen: (sheet: string) => {
      const { xSplit, ySplit } = getters.getPaneDivisions(idOf(sheet));
      return { rows: ySplit, columns: xSplit };
    },
    names: (sheet: string) => getters.getOfficeNames(idOf(sheet)),
    workbookNames: () => getters.getNamedRanges().map(({ name }) => name),
    /** Protection, page layout, areas to print. */
    record: (sheet: string) => getters.getOfficeSheet(idOf(sheet)),
    workbookRecord: () => getters.getOfficeWorkbook(),
    saved: () => model.exportData() as object,
  };
}

export type Readers = ReturnType<typeof readersOf>;

// Grids and what they show -> an .xlsx: for people without the add-in, and for those who have it.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { ConditionalRule, DataValidation, NamedRange, WriteOptions, WriteSheet } from "hucre";
import { absolute, columnName, relative, sheetPrefix } from "../sheets/address";
import type { Area, SheetGrid } from "../sheets/grid";
import { LOOKS } from "../sheets/styles";
import { type FileForm, fileCells } from "./cells";
import { fileCharts } from "./charts";
import { combineCharts } from "./combined";
import { withOrderedFonts } from "./fonts";
import type { ReadValue } from "./values";

const range = ({ row, column, rows, columns }: Area): string =>
  `${relative(row, column)}:${relative(row + rows - 1, column + columns - 1)}`;
const fixedRange = ({ row, column, rows, columns }: Area): string => {
  const first = absolute(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${absolute(row + rows - 1, column + columns - 1)}`;
};
const rgb = (color: string) => ({ rgb: color.replace("#", "") });

/** What is not in the list may be typed all the same. */
const ADVICE = { allowBlank: true, showErrorMessage: true, errorStyle: "warning" } as const;
const source = (list: string) => (list.startsWith("=") ? { formula1: list.slice(1) } : { values: list.split(",") });

const validationsOf = ({ validations }: SheetGrid): DataValidation[] =>
  validations.flatMap(({ area, list }) =>
    list === undefined ? [] : [{ ...source(list), type: "list", range: range(area), ...ADVICE }],
  );

const rulesOf = ({ conditions }: SheetGrid): ConditionalRule[] =>
  conditions.map(({ area, formula, look }, i) => ({
    type: "expression",
    priority: i + 1,
    range: range(area),
    formula: formula.replace(/^=/, ""),
    style: {
      font: { color: rgb(LOOKS[look].color) },
      fill: { type: "pattern", pattern: "solid", fgColor: rgb(LOOKS[look].fill), bgColor: rgb(LOOKS[look].fill) },
    },
  }));

/** Print area and titles are names as well; the writer's own options for them leave out the quotes of a sheet's name. */
const namesOf = ({ name: sheet, names, print }: SheetGrid): NamedRange[] =>
  [
    ...names.map(({ name, area }) => [name, fixedRange(area)] as const),
    ["_xlnm.Print_Area", fixedRange(print.area)] as const,
    ["_xlnm.Print_Titles", `$1:$${print.titleRows}`] as const,
  ].map(([name, at]) => ({ name, range: `${sheetPrefix(sheet)}${at}`, scope: sheet }));

function fileSheet(grid: SheetGrid, read: ReadValue, form: FileForm): WriteSheet {
  const last = Math.max(...grid.widths.map(({ column }) => column));
  const widths = new Map(grid.widths.map(({ column, characters }) => [column, characters]));
  return {
    name: grid.name,
    columns: Array.from({ length: last }, (_, i) => ({ width: widths.get(i + 1) ?? 12, key: columnName(i + 1) })),
    cells: fileCells(grid, read, form),
    dataValidations: validationsOf(grid),
    conditionalRules: rulesOf(grid),
    freezePane: grid.freeze,
    charts: fileCharts(grid, read),
    view: { showGridLines: false, tabColor: rgb(grid.tabColor) },
    pageSetup: {
      paperSize: "a4",
      orientation: grid.print.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: "&L&F · &A&CGPUMEM&RPage &P of &N" },
  };
}

/** live: formulas with their results; values: results alone. The writer is loaded where a file is asked for. */
export async function workbookFile(grids: readonly SheetGrid[], read: ReadValue, form: FileForm): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre");
  const options: WriteOptions = {
    sheets: grids.map((grid) => fileSheet(grid, read, form)),
    namedRanges: grids.flatMap(namesOf),
    defaultFont: { name: "Calibri", size: 11 },
  };
  return mended(await writeXlsx(options), grids);
}

const STYLES_PART = "xl/styles.xml";

/** What the writer cannot say, or says in another order than the schema. */
function mended(file: Uint8Array, grids: readonly SheetGrid[]): Uint8Array {
  const parts = unzipSync(file);
  combineCharts(parts, grids);
  const styles = parts[STYLES_PART];
  if (styles) parts[STYLES_PART] = strToU8(withOrderedFonts(strFromU8(styles)));
  return zipSync(parts);
}

// What the workbench's spreadsheet holds, read from its model in the page.
import type { Page } from "playwright-core";

/** The getters of o-spreadsheet that tests read beside those of the product. */
interface SheetGetters {
  getSheetIds(): readonly string[];
  getSheetName(sheetId: string): string;
  getSheetIdByName(name: string): string;
  getActiveSheetId(): string;
  getNumberRows(sheetId: string): number;
  getNumberCols(sheetId: string): number;
  getEvaluatedCell(position: { sheetId: string; col: number; row: number }): {
    readonly type: string;
    readonly value: unknown;
    readonly message?: string;
  };
  getRowDimensions(sheetId: string, row: number): { readonly start: number; readonly end: number };
  getColDimensions(sheetId: string, col: number): { readonly start: number; readonly end: number };
  getFigures(sheetId: string): readonly {
    readonly col: number;
    readonly row: number;
    readonly offset: { readonly x: number; readonly y: number };
    readonly width: number;
    readonly height: number;
  }[];
}
declare global {
  interface Window {
    /** Left here by `withGetters`, for the functions that run in the page. */
    sheetGetters: SheetGetters;
  }
}

const withGetters = (page: Page) =>
  page.evaluate(async () => {
    window.sheetGetters = (await window.workbench).getters as unknown as SheetGetters;
  });

export async function sheetNames(page: Page): Promise<{ readonly all: readonly string[]; readonly active: string }> {
  await withGetters(page);
  return page.evaluate(() => {
    const getters = window.sheetGetters;
    return {
      all: getters.getSheetIds().map((id) => getters.getSheetName(id)),
      active: getters.getSheetName(getters.getActiveSheetId()),
    };
  });
}

/** Every error of a sheet, such as "B7 #VALUE! the sentence". */
export async function errorCells(page: Page, sheet: string): Promise<readonly string[]> {
  await withGetters(page);
  return page.evaluate((name) => {
    const getters = window.sheetGetters;
    const sheetId = getters.getSheetIdByName(name);
    const errors: string[] = [];
    for (let row = 0; row < getters.getNumberRows(sheetId); row++)
      for (let col = 0; col < getters.getNumberCols(sheetId); col++) {
        const { type, value, message } = getters.getEvaluatedCell({ sheetId, col, row });
        if (type === "error") errors.push(`column ${col + 1} row ${row + 1} ${String(value)} ${message ?? ""}`);
      }
    return errors;
  }, sheet);
}

/** For the grid's own headers and scroll bars. */
const MARGIN_PX = 120;
/** Charts are drawn with an animation, once they are there and again after the grid has a new size. */
export const CHARTS_MS = 1500;

/** Makes the window so large that the sheet on screen shows all of its cells. */
export async function showWhole(page: Page): Promise<void> {
  await withGetters(page);
  const missing = await page.evaluate((margin) => {
    const getters = window.sheetGetters;
    const sheetId = getters.getActiveSheetId();
    let [right, bottom] = [0, 0];
    const reach = (x: number, y: number) => {
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    };
    for (let row = 0; row < getters.getNumberRows(sheetId); row++)
      for (let col = 0; col < getters.getNumberCols(sheetId); col++)
        if (getters.getEvaluatedCell({ sheetId, col, row }).type !== "empty")
          reach(getters.getColDimensions(sheetId, col).end, getters.getRowDimensions(sheetId, row).end);
    for (const { col, row, offset, width, height } of getters.getFigures(sheetId))
      reach(
        getters.getColDimensions(sheetId, col).start + offset.x + width,
        getters.getRowDimensions(sheetId, row).start + offset.y + height,
      );
    const grid = document.querySelector(".o-grid")?.getBoundingClientRect();
    return { width: right + margin - (grid?.width ?? 0), height: bottom + margin - (grid?.height ?? 0) };
  }, MARGIN_PX);
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  await page.setViewportSize({
    width: Math.max(width, Math.ceil(width + missing.width)),
    height: Math.max(900, Math.ceil(height + missing.height)),
  });
  await page.waitForTimeout(CHARTS_MS);
}

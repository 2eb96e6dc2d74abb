// The pane's Excel side over a workbook: our code finds Microsoft's client where Excel puts it.
import { excelWorkbook } from "../../src/taskpane/excel/excelWorkbook";
import type { Work } from "../../src/taskpane/workbookHost";
import { openWorkbook, type OpenOptions } from "./officeWorkbook";

/** The day on which everything is saved. */
export const TODAY = new Date(2026, 10, 24, 15, 30);
export const TODAY_SERIAL = 46350;

export async function openPane(options: OpenOptions = {}) {
  const book = await openWorkbook(options);
  const { Excel, Office } = book;
  Object.assign(globalThis, { Excel, Office });
  return { ...book, pane: excelWorkbook({ now: () => TODAY }) };
}

export interface WatchedWork extends Work {
  readonly steps: string[];
  readonly abort: () => void;
}

/** Notes the steps; aborts at the given one. */
export function work(abortAt?: string): WatchedWork {
  const controller = new AbortController();
  const steps: string[] = [];
  const progress: Work["progress"] = (step) => {
    steps.push(step);
    if (abortAt !== undefined && step.startsWith(abortAt)) controller.abort();
  };
  return { steps, progress, signal: controller.signal, abort: () => controller.abort() };
}

// The pane's Excel side over a workbook: our code finds Microsoft's client where Excel puts it.
import { jest } from "@jest/globals";
import { excelWorkbook } from "../../src/taskpane/excel/excelWorkbook";
import { support } from "../../src/sheets/templates/support";
import type { SupportTemplates } from "../../src/taskpane/excel/supportSheets";
import type { Work } from "../../src/taskpane/workbookHost";
import { small } from "./smallTemplates";
import type { OfficeClient } from "./officeClient";
import { openWorkbook, type OpenOptions } from "./officeWorkbook";

// A whole insert takes seconds where other tests run beside it.
jest.setTimeout(60_000);

/** The day on which everything is saved. */
export const TODAY = new Date(2026, 10, 24, 15, 30);
export const TODAY_SERIAL = 46350;

/** What waits in Excel waits here for the next turn. */
const shortly = () => new Promise<void>((done) => setImmediate(done));

let client: Pick<OfficeClient, "Excel" | "Office"> | undefined;

// Getters: what is set on the global scope, jest takes apart while the client still tidies up.
for (const name of ["Excel", "Office"] as const)
  Object.defineProperty(globalThis, name, { configurable: true, get: () => client?.[name] });

export async function openPane(options: OpenOptions = {}, templates: SupportTemplates = support) {
  const book = await openWorkbook(options);
  client = book;
  return { ...book, pane: excelWorkbook({ templates, now: () => TODAY, pause: shortly }) };
}

/** With support sheets of a few cells. */
export const openSmallPane = (options?: OpenOptions) => openPane(options, small);

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

type Execute = (id: number, parameters: readonly (readonly unknown[])[], done: unknown) => void;
interface Batch {
  readonly Actions: { Name: string; readonly ActionType: number; ArgumentInfo: object }[];
}
const SET = 4;

/** The next action of that name fails, as a wrong argument or a method that is not there; what stands before it is done. */
export function breakNext(host: { readonly external: object }, name: string): void {
  const external = host.external as { Execute: Execute };
  const execute = external.Execute;
  external.Execute = (id, [parameters = [], ...others], done) => {
    const batch = JSON.parse(String(parameters[4])) as Batch;
    const action = batch.Actions.find(({ Name }) => Name === name);
    if (action) {
      if (action.ActionType === SET) action.ArgumentInfo = { Arguments: [{}] };
      else action.Name = "Broken";
      external.Execute = execute;
    }
    execute(id, [[...parameters.slice(0, 4), JSON.stringify(batch), ...parameters.slice(5)], ...others], done);
  };
}

/** The characters of every request from now on. */
export function requestSizes(host: { readonly external: object }): readonly number[] {
  const external = host.external as { Execute: Execute };
  const execute = external.Execute;
  const sizes: number[] = [];
  external.Execute = (id, parameters, done) => {
    sizes.push(String(parameters[0]?.[4]).length);
    execute(id, parameters, done);
  };
  return sizes;
}

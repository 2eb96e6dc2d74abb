// The workbench in a real headless browser, as a planner uses it.
import fs from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { close } from "../../src/cli/serve.mjs";
import { launchBrowser } from "../support/chromium";
import { openWorkbench, readyPane, serveWorkbench, watch } from "../support/workbenchPage";

const SCREENSHOTS = path.resolve(__dirname, "../../reports/screenshots");
jest.setTimeout(90_000);

let server: Server;
let browser: Browser;
let page: Page;
let address = "";
let watched: ReturnType<typeof watch>;

beforeAll(async () => {
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  ({ server, address } = await serveWorkbench());
  browser = await launchBrowser();
  // axe wants a context of its own making.
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1600, height: 1200 } });
  page = await context.newPage();
  watched = watch(page, address);
  await openWorkbench(page, address);
});
afterAll(async () => {
  await browser?.close();
  await close(server);
});

const position = (cell: string) => {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return {
    col: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    row: Number(row) - 1,
  };
};

/** The middle of a cell on the screen. */
const middleOf = (cell: string) =>
  page.evaluate(async ({ col, row }) => {
    const { getters } = (await window.workbench) as unknown as {
      getters: { getVisibleRect(zone: object): { x: number; y: number; width: number; height: number } };
    };
    const grid = document.querySelector(".o-grid")?.getBoundingClientRect();
    const rect = getters.getVisibleRect({ left: col, right: col, top: row, bottom: row });
    return { x: (grid?.x ?? 0) + rect.x + rect.width / 2, y: (grid?.y ?? 0) + rect.y + rect.height / 2 };
  }, position(cell));

/** Clicks a cell and waits until the name box says that it is the active one. */
async function select(cell: string): Promise<void> {
  // Elsewhere first: a second click on the same cell soon after another would be a double click, which edits.
  const [elsewhere, { x, y }] = [await middleOf("A3"), await middleOf(cell)];
  await page.mouse.click(elsewhere.x, elsewhere.y);
  await page.mouse.click(x, y);
  await page.waitForFunction(
    (name) => document.querySelector<HTMLInputElement>(".o-named-range-selector input")?.value === name,
    cell,
  );
}

async function type(cell: string, text: string): Promise<void> {
  await select(cell);
  // Emptied first: a robot types faster than the editor puts the first key in place of the old content.
  await page.keyboard.press("Delete");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** What a cell of the sheet on screen shows. */
const value = (cell: string) =>
  page.evaluate(async ({ col, row }) => {
    const { getters } = await window.workbench;
    const sheetId = (getters as unknown as { getActiveSheetId(): string }).getActiveSheetId();
    return getters.getEvaluatedCell({ sheetId, col, row }).value;
  }, position(cell));

/** Waits until a cell shows a number: the spreadsheet recalculates after the key press that typed it. */
async function shows(cell: string, expected: number): Promise<void> {
  for (let waited = 0; waited < 5000; waited += 50) {
    const got = await value(cell);
    if (typeof got === "number" && Math.abs(got - expected) <= 1e-9 * Math.abs(expected)) return;
    await page.waitForTimeout(50);
  }
  expect([cell, await value(cell)]).toEqual([cell, expected]);
}

const screenshot = (name: string) => page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });

test("opens with the one-pager's table and a what-if table that spills, live", async () => {
  // 7B, BF16: 14 + 14 + 28 + 56, and 17.18 of activations by the rule: the one-pager's 129.2 GB.
  expect(await value("D15")).toBeCloseTo(14, 9);
  expect(await value("D18")).toBeCloseTo(56, 9);
  expect(await value("D20")).toBeCloseTo(112 + 17.179869184, 9);
  // Sharded over 3 GPUs, 112/3 = 37.3 GB of states leave room for the 34.4 GB that are really stored; over 2, 56 do not.
  expect(await value("D22")).toBe(3);
  expect(await Promise.all(["C26", "F27", "E29"].map(value))).toEqual([112, 234, 3240]);
  await screenshot("workbench");
  await type("C6", "llama-2-70b");
  await shows("C11", 80);
  await type("C6", "70B");
  await shows("D15", 140);
  await type("C6", "7B");
  await shows("D15", 14);
});

test("a typed formula and its result; a column against a row spills", async () => {
  await type("B35", '=GPUMEM.TRAIN_MEM(7e9,"bf16","adam")');
  await shows("B35", 112);
  await type("H26", '=GPUMEM.TRAIN_MEM({1;7;70}*1e9,{"fp32","bf16-pure"},"adam")');
  await shows("I28", 560);
  expect(await Promise.all(["H26", "I26", "H27", "I27", "H28", "I28"].map(value))).toEqual([16, 8, 112, 56, 1120, 560]);
  await screenshot("spill");
});

test("the message of an error shows when one points at the cell", async () => {
  await type("B36", '=GPUMEM.TRAIN_MEM(7e9,"bf17")');
  expect(await value("B36")).toBe("#VALUE!");
  const { x, y } = await middleOf("B36");
  await page.mouse.move(x, y + 60);
  await page.mouse.move(x, y, { steps: 5 });
  await page.locator(".o-error-tooltip-message").first().waitFor();
  expect(await page.locator(".o-error-tooltip-message").first().innerText()).toContain(
    'precision "bf17" is not known; did you mean bf16?',
  );
  await screenshot("error");
  await page.mouse.move(5, 5);
});

test("typing offers the functions, explains the arguments and offers what may be chosen", async () => {
  await select("B37");
  await page.keyboard.type("=GPUMEM.TR");
  await page.locator(".o-autocomplete-dropdown").waitFor();
  expect(await page.locator(".o-autocomplete-dropdown").innerText()).toContain("GPUMEM.TRAIN_MEM");
  await page.keyboard.type("AIN_MEM(7e9,");
  await page.locator(".o-formula-assistant .collapsor").click();
  await page.getByText("Training recipe").waitFor();
  await screenshot("argument-help");
  expect(await page.locator(".o-formula-assistant").innerText()).toContain("Training recipe");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
});

test("a whole plan answers from one block of assumptions", async () => {
  await page.getByText("A whole plan", { exact: true }).click();
  await page.waitForTimeout(200);
  expect(await value("E5")).toBe("weights");
  expect(await value("E13")).toBe("total");
  expect(["fits", "borderline", "no"]).toContain(await value("F16"));
  // 6·N·tokens and attention, at 40% of 989 TFLOPS and a goodput of 0.9: about 340,000 GPU-hours.
  expect(await value("C16")).toBeGreaterThan(300_000);
  expect(await value("C18")).toBeCloseTo(((await value("C16")) as number) * 2.5, 3);
  expect(await Promise.all(["C23", "E25"].map(value))).toEqual([
    expect.stringMatching(/fits|borderline|no/),
    expect.stringMatching(/fits|borderline|no/),
  ]);
  expect(await value("C28")).toBe("tp");
  await screenshot("whole-plan");
  await page.getByText("Start here", { exact: true }).click();
});

test("the page's own parts, the pane with them, are accessible", async () => {
  await readyPane(page);
  // The grid is o-spreadsheet's canvas and is served unmodified: only what is ours is held to account.
  const { violations } = await new AxeBuilder({ page }).exclude("#grid > *").analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
});

test("no request left this machine and no error reached the console", async () => {
  expect(await watched.left()).toEqual([]);
  expect(watched.problems).toEqual([]);
});

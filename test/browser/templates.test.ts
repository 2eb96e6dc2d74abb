// Every template, inserted by a click in the shipped pane: the sheet appears, is shown and calculates without an error.
import fs from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from "@jest/globals";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { close } from "../../src/cli/serve.mjs";
import { templates } from "../../src/sheets/templates";
import { launchBrowser } from "../support/chromium";
import { openWorkbench, readyPane, serveWorkbench, watch } from "../support/workbenchPage";
import { CHARTS_MS, errorCells, sheetNames, showWhole } from "../support/workbenchSheet";
import { DIST } from "../support/workbook";

const SCREENSHOTS = path.resolve(DIST, "../reports/screenshots");
jest.setTimeout(90_000);

let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let pane: Frame;
let address = "";
let watched: ReturnType<typeof watch>;

beforeAll(async () => {
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  ({ server, address } = await serveWorkbench());
  browser = await launchBrowser();
  context = await browser.newContext({ locale: "en-US", viewport: { width: 1600, height: 1200 } });
});
afterAll(async () => {
  await browser?.close();
  await close(server);
});
beforeEach(async () => {
  page = await context.newPage();
  watched = watch(page, address);
  await openWorkbench(page, address);
  pane = await readyPane(page);
});
afterEach(() => page.close());

const screenshot = (name: string) => page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
const insertButton = (name: string) => pane.getByRole("button", { name: `Insert ${name}`, exact: true });

test("the pane offers every template", async () => {
  for (const { name } of templates) await insertButton(name).waitFor();
});

// A loop, for test.each refuses a list that is still empty.
for (const { id, name } of templates)
  test(`${name} is inserted and shown without an error`, async () => {
    const before = await sheetNames(page);
    await insertButton(name).click();
    const outcome = pane.getByText(/^Inserted the sheet|was inserted|look at the workbook/i).first();
    await outcome.waitFor();
    expect(await outcome.innerText()).toMatch(/^Inserted/);
    const { all, active } = await sheetNames(page);
    expect(before.all).not.toContain(active);
    expect(active).toContain(name);
    const errors: string[] = [];
    // The new sheet, and the sheets that it brought with it.
    for (const sheet of all.filter((one) => !before.all.includes(one)))
      errors.push(...(await errorCells(page, sheet)).map((error) => `${sheet}: ${error}`));
    await page.waitForTimeout(CHARTS_MS);
    await screenshot(`sheet-${id}-at-first`);
    await showWhole(page);
    await screenshot(`sheet-${id}`);
    expect(errors).toEqual([]);
    expect(await watched.left()).toEqual([]);
    expect(watched.problems).toEqual([]);
  });

// The host in a real browser: what an add-in writes is computed, drawn and measured there.
import fs from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { Browser, Frame, Page } from "playwright-core";
import { close } from "../../../src/cli/serve.mjs";
import { launchBrowser } from "../../support/chromium";
import { openWorkbench, readyPane, serveWorkbench, watch } from "../../support/workbenchPage";
import { DIST } from "../../support/workbook";

const SCREENSHOTS = path.resolve(DIST, "../reports/screenshots");
jest.setTimeout(90_000);

let server: Server;
let browser: Browser;
let page: Page;
let frame: Frame;
let watched: ReturnType<typeof watch>;

beforeAll(async () => {
  const served = await serveWorkbench();
  server = served.server;
  browser = await launchBrowser();
  page = await (await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } })).newPage();
  watched = watch(page, served.address);
  await openWorkbench(page, served.address);
  frame = await readyPane(page);
});
afterAll(async () => {
  await browser?.close();
  await close(server);
});

test("a sheet with formulas, a drop-down, conditions and a chart", async () => {
  const read = await frame.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Written by the add-in");
      sheet.getRange("A1:C4").formulas = [
        ["Model", "Weights", "States"],
        ["7B", "=2*7", '=GPUMEM.TRAIN_MEM("7B","bf16","adam")'],
        ["13B", "=2*13", '=GPUMEM.TRAIN_MEM("13B","bf16","adam")'],
        ["70B with a long name of its own", "=2*70", '=GPUMEM.TRAIN_MEM("70B","bf16","adam")'],
      ];
      sheet.getRange("A1:C1").format.font.bold = true;
      sheet.getRange("A1:C1").format.fill.color = "#0B5CAD";
      sheet.getRange("A1:C1").format.font.color = "#FFFFFF";
      sheet.getRange("E1").dataValidation.rule = { list: { inCellDropDown: true, source: "H100,H200" } };
      sheet.getRange("A:C").format.autofitColumns();
      const large = sheet.getRange("C2:C4").conditionalFormats.add("CellValue");
      large.cellValue.format.fill.color = "#FFC7CE";
      large.cellValue.rule = { operator: "GreaterThan", formula1: "500" };
      const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:B4"), "Columns");
      chart.title.text = "Stacked columns under a line";
      const states = chart.series.add("=C1");
      states.setValues(sheet.getRange("C2:C4"));
      states.chartType = "Line";
      chart.setPosition("A7", "C24");
      sheet.activate();
      sheet.getRange("B3").select();
      await context.sync();
      const values = sheet.getRange("A1:C4");
      values.load("values,format/columnWidth");
      const first = sheet.getRange("A1").format;
      first.load("columnWidth");
      const selected = context.workbook.getSelectedRange();
      selected.load("address");
      await context.sync();
      return { values: values.values, width: first.columnWidth, selected: selected.address };
    }),
  );
  expect(read.values.slice(1).map(([, weights, states]) => [weights, states])).toEqual([
    [14, 112],
    [26, 208],
    [140, 1120],
  ]);
  expect(read.width).toBeGreaterThan(120);
  expect(read.selected).toBe("'Written by the add-in'!B3");
  await page.waitForTimeout(300);
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, "office-host.png") });
  expect(await page.locator(".o-chart-container canvas, .o-figure canvas").count()).toBe(1);
});

test("undo takes back what one request did", async () => {
  const names = () =>
    frame.evaluate(() =>
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load("items/name");
        await context.sync();
        return worksheets.items.map(({ name }) => name);
      }),
    );
  expect(await names()).toContain("Written by the add-in");
  await page.evaluate(() => window.workbench.then((model) => void model.dispatch("REQUEST_UNDO", {})));
  expect(await names()).not.toContain("Written by the add-in");
});

test("no error reached the console", () => {
  expect(watched.problems).toEqual([]);
});

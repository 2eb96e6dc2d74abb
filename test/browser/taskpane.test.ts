// The pane by itself: the shipped one outside of Excel, and its places with a workbook that answers as it is told.
import fs from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { close, serve } from "../../src/cli/serve.mjs";
import { launchBrowser } from "../support/chromium";
import { bundlePane } from "../support/paneBundle";
import { DIST } from "../support/workbook";

const CONFIG = path.resolve(__dirname, "../catalog/configs/llama-3.1-405b.json");
const SCREENSHOTS = path.resolve(DIST, "../reports/screenshots");
const OUTSIDE = "window.Office = { onReady: async () => ({ host: null }), HostType: { Excel: 'Excel' } };";
const darkExcel = `window.Office = {
  onReady: async () => ({ host: "Excel" }), HostType: { Excel: "Excel" },
  context: { officeTheme: { bodyBackgroundColor: "#1F1F1F" } } };`;
jest.setTimeout(120_000);

let servers: Server[] = [];
let browser: Browser;
let shipped = "";
let withWorkbook = "";
const problems: string[] = [];

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  const start = async (folder: string) => (await serve(folder, { port: 0, host: "127.0.0.1" })) as Server;
  servers = await Promise.all([start(DIST), start(await bundlePane())]);
  [shipped = "", withWorkbook = ""] = servers.map(addressOf);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) await close(server);
});

/** A page of the pane's width, on which every error counts. */
async function open(url: string, options: BrowserContextOptions = {}, office?: string): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 350, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => problems.push(error.message));
  await page.route("https://appsforoffice.microsoft.com/**", (route) =>
    office === undefined ? route.abort() : route.fulfill({ contentType: "text/javascript", body: office }),
  );
  await page.goto(url);
  return page;
}
const openWorkbook = (query = "", options?: BrowserContextOptions) =>
  open(`${withWorkbook}/index.html?${query}`, options);

const screenshot = (page: Page, name: string, fullPage = true) =>
  page.screenshot({ path: path.join(SCREENSHOTS, `pane-${name}.png`), fullPage });
const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
const tab = (page: Page, name: string) => page.getByRole("tab", { name });
const search = (page: Page) => page.getByRole("searchbox");
/** What has the focus, as a screen reader would name it. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") || document.activeElement?.textContent);
const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test.each([
  ["outside", OUTSIDE, "This page is not in Excel"],
  ["without Office.js", undefined, "Excel's part did not load"],
] as const)("%s it says what to do, and everything can be looked at", async (_, office, heading) => {
  const page = await open(`${shipped}/taskpane.html`, {}, office);
  await page.getByRole("heading", { name: heading }).waitFor();
  expect(await page.getByRole("main").innerText()).toContain("npm start");
  await page.getByText("Insert works inside Excel.").waitFor();
  const insert = page.getByRole("button", { name: /^Insert / }).first();
  expect(await insert.getAttribute("aria-disabled")).toBe("true");
  await insert.focus();
  expect(await focused(page)).toMatch(/^Insert /);
  expect(await violations(page)).toEqual([]);
  if (office) await screenshot(page, "outside");
  await tab(page, "Workbook").click();
  await page.getByText("show here when the pane is open in Excel").waitFor();
  await page.context().close();
});

test("in Excel it follows Excel's theme, whatever the system's", async () => {
  const page = await open(`${shipped}/taskpane.html`, { colorScheme: "light" }, darkExcel);
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector(".fui-FluentProvider")!).backgroundColor === "rgb(41, 41, 41)",
  );
  expect(await page.getByText("This page is not in Excel").count()).toBe(0);
  expect(
    await page
      .getByRole("button", { name: /^Insert / })
      .first()
      .isEnabled(),
  ).toBe(true);
  await page.context().close();
});

test("it can be used within a second", async () => {
  const times: number[] = [];
  for (let load = 0; load < 3; load++) {
    const page = await open(`${shipped}/taskpane.html`, {}, OUTSIDE);
    const ready = await page.waitForFunction(() => document.querySelector("[role=tab]") && performance.now(), null, {
      polling: 10,
    });
    times.push((await ready.jsonValue()) as number);
    await page.context().close();
  }
  expect(Math.min(...times)).toBeLessThan(1000);
});

test("the keyboard reaches everything in the order of the page", async () => {
  const page = await openWorkbook();
  await tab(page, "Templates").waitFor();
  const press = async (key: string) => {
    await page.keyboard.press(key);
    return focused(page);
  };
  expect(await press("Tab")).toBe("Templates");
  expect(await press("ArrowRight")).toBe("Reference");
  await search(page).waitFor();
  expect(await press("End")).toBe("Workbook");
  expect(await press("ArrowRight")).toBe("Templates");
  await press("Tab");
  expect(await search(page).evaluate((box) => box === document.activeElement)).toBe(true);
  expect(await press("Tab")).toMatch(/^Insert /);
  await screenshot(page, "focus", false);
  await page.keyboard.press("Shift+Tab");
  expect(await press("Shift+Tab")).toBe("Templates");
  await page.context().close();
});

test("templates are found by what they answer", async () => {
  const page = await openWorkbook();
  const cards = page.getByRole("article");
  await cards.first().waitFor();
  const all = await cards.count();
  await search(page).fill("training breakdown");
  await page.getByText(`of ${all} templates`).waitFor();
  expect(await cards.first().getByRole("heading").innerText()).toBe("Training breakdown");
  await search(page).fill("no such thing");
  await page.getByText("Nothing matches “no such thing”.").waitFor();
  await page.getByRole("button", { name: "Clear the search" }).click();
  expect(await cards.count()).toBe(all);
  await page.context().close();
});

test("an insert says how far it is and what came of it", async () => {
  const page = await openWorkbook("pause=300");
  await page.getByRole("button", { name: "Insert Training breakdown" }).click();
  const bar = page.getByRole("progressbar", { name: "Inserting Training breakdown" });
  await bar.waitFor();
  await page.getByText("2 of 4").waitFor();
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Cancel");
  await screenshot(page, "progress", false);
  const result = page.getByRole("status").filter({ hasText: "Inserted the sheet Training breakdown." });
  await result.waitFor({ state: "attached" });
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Close" }).click();
  expect(await page.getByText("Inserted the sheet").count()).toBe(0);
  await page.context().close();
});

test("an insert can be cancelled by keyboard, and a failure is a sentence", async () => {
  const page = await openWorkbook("pause=200");
  const insert = page.getByRole("button", { name: "Insert Training breakdown" });
  await insert.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Cancel" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Cancelled. The workbook is as it was.").last().waitFor();
  const sentence = "The workbook is protected. Nothing was changed: unprotect it, then insert again.";
  await page.evaluate(
    (says) => (window as unknown as { fakeWorkbook: { failNext(says: string): void } }).fakeWorkbook.failNext(says),
    sentence,
  );
  await insert.click();
  await page.getByRole("alert").filter({ hasText: sentence }).waitFor({ state: "attached" });
  await screenshot(page, "failure", false);
  await page.context().close();
});

test("the reference finds functions, models and GPUs, and inserts an example", async () => {
  const page = await openWorkbook();
  await tab(page, "Reference").click();
  await search(page).fill("kv mem");
  const entry = page.locator("details", { hasText: "KV_MEM" }).first();
  await entry.locator("summary").click();
  await entry.getByText("Key and value heads").waitFor();
  expect(await entry.getByRole("link").getAttribute("href")).toBe("reference.html#KV_MEM");
  await entry
    .getByRole("button", { name: /^Insert =GPUMEM\.KV_MEM/ })
    .first()
    .click();
  await page.getByText("Inserted the formula into Sheet1!B2.").last().waitFor();
  await search(page).fill("llama-3.1-70b");
  await page.locator("summary", { hasText: "70.6B parameters" }).first().click();
  await page.getByText("70,553,706,496").first().waitFor();
  await search(page).fill("qwen");
  await page.getByRole("button", { name: /^Show all/ }).click();
  expect(await page.locator("summary", { hasText: "Qwen" }).count()).toBeGreaterThan(8);
  await page.context().close();
});

test("copying works, and where it is forbidden the text is selected", async () => {
  const page = await openWorkbook("", { permissions: ["clipboard-read", "clipboard-write"] });
  await tab(page, "Reference").click();
  const copy = page.getByRole("button", { name: /^Copy =GPUMEM\.TRAIN_MEM\(7e9/ });
  await copy.click();
  await page.getByText("Copied. Select a cell").last().waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('=GPUMEM.TRAIN_MEM(7e9,"bf16","adam")');
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await copy.click();
  await page.getByText("The text is selected").last().waitFor();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('=GPUMEM.TRAIN_MEM(7e9,"bf16","adam")');
  await page.context().close();
});

test("the table of a model of the user's own keeps to the pane's width", async () => {
  const page = await openWorkbook("", { viewport: { width: 320, height: 640 } });
  await tab(page, "Reference").click();
  await page.locator("summary", { hasText: "A model of your own" }).click();
  await page.getByLabel("Paste the config.json").fill(fs.readFileSync(CONFIG, "utf8"));
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("row", { name: "parameters 405853388800", exact: true }).waitFor();
  expect(await scrollsSideways(page)).toBe(false);
  await screenshot(page, "own-model");
  await page.context().close();
});

test("the workbook's sheets say what is saved; results are saved with a note and shown", async () => {
  const page = await openWorkbook("pause=20");
  await tab(page, "Workbook").click();
  const card = page.getByRole("article", { name: "Training 7B" });
  await card.getByText("No results are saved yet.").waitFor();
  expect(await card.getByRole("radio", { name: "Saved results" }).isDisabled()).toBe(true);
  await card.getByRole("button", { name: "Save results" }).click();
  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("Save results of Training 7B");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Approved");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Show saved results" }).click();
  await card.getByText("Note: Approved").waitFor();
  await page.getByText("Training 7B shows saved results").last().waitFor();
  await card.getByRole("radio", { name: "Saved results", checked: true }).waitFor();
  await card.getByRole("button", { name: "Go to sheet" }).click();
  await page.getByText("Training 7B is in front.").last().waitFor();
  await page.context().close();
});

test("a workbook without sheets of ours leads to the templates", async () => {
  const page = await openWorkbook("empty");
  await tab(page, "Workbook").click();
  await page.getByText("No sheet of this workbook came from a template yet.").waitFor();
  await screenshot(page, "workbook-empty");
  await page.getByRole("button", { name: "Choose a template" }).click();
  expect(await focused(page)).toBe("Templates");
  expect(await tab(page, "Templates").getAttribute("aria-selected")).toBe("true");
  await page.context().close();
});

test("a mistake of the pane's own is a sentence, and the other places still work", async () => {
  const page = await openWorkbook("broken");
  await page.getByText("This part of the pane met an error").waitFor();
  await tab(page, "Reference").click();
  await search(page).waitFor();
  await page.context().close();
});

test.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["320", { viewport: { width: 320, height: 640 } }],
  ["contrast", { forcedColors: "active" }],
] as const)("accessible and without scrolling sideways: %s", async (name, options) => {
  const page = await openWorkbook("", options);
  const look = async (place: string) => {
    expect(await violations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    await screenshot(page, `${place}-${name}`);
  };
  await page.getByRole("article").first().waitFor();
  await look("templates");
  await tab(page, "Reference").click();
  await look("reference");
  await search(page).fill("h100");
  await page.locator("summary", { hasText: "H100 SXM" }).first().click();
  await page.getByText("989.4").waitFor();
  await look("reference-search");
  await tab(page, "Workbook").click();
  await page.getByRole("article").first().waitFor();
  await page.getByRole("button", { name: "Save results" }).last().click();
  await look("workbook");
  await page.context().close();
});

test("no error reached the page", () => expect(problems).toEqual([]));

// The add-in's pages in a browser without Office: the pane says what to do, the reference reads well.
import fs from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { close } from "../../src/cli/serve.mjs";
import { launchBrowser } from "../support/chromium";
import { serveWorkbench } from "../support/workbenchPage";

const LLAMA_405B = path.resolve(__dirname, "../catalog/configs/llama-3.1-405b.json");
const SCREENSHOTS = path.resolve(__dirname, "../../reports/screenshots");
jest.setTimeout(90_000);

let server: Server;
let browser: Browser;
let page: Page;
let address = "";

beforeAll(async () => {
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  ({ server, address } = await serveWorkbench({ published: true }));
  browser = await launchBrowser();
  // axe wants a context of its own making.
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 350, height: 800 } });
  page = await context.newPage();
  await page.route("https://appsforoffice.microsoft.com/**", (route) => route.abort());
});
afterAll(async () => {
  await browser?.close();
  await close(server);
});

const violations = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
const screenshot = (name: string, fullPage = false) =>
  page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage });
const readsParameters = () => page.getByRole("row", { name: "parameters 405853388800", exact: true }).waitFor();

test("the pane outside Office says what to do", async () => {
  await page.goto(`${address}/taskpane.html`);
  await page.getByText(/npm start/).waitFor();
  expect(await violations()).toEqual([]);
  await screenshot("pane", true);
});

test("it reads a model of one's own, pasted or from its file, and says what is not one", async () => {
  await page.getByRole("tab", { name: "Reference" }).click();
  await page.getByText("A model of your own").click();
  const pasted = page.getByLabel(/Paste the config.json/);
  await pasted.fill(fs.readFileSync(LLAMA_405B, "utf8"));
  await page.getByRole("button", { name: "Read it" }).click();
  await readsParameters();
  expect(await violations()).toEqual([]);
  await pasted.fill('{"model_type": "nonsense"}');
  await page.getByRole("button", { name: "Read it" }).click();
  await page
    .getByRole("status")
    .getByText(/nonsense/)
    .waitFor();
  await page.getByLabel(/Or choose the file/).setInputFiles(LLAMA_405B);
  await readsParameters();
});

test("the reference page reads well", async () => {
  await page.setViewportSize({ width: 1200, height: 900 });
  await page.goto(`${address}/reference.html`);
  expect(await violations()).toEqual([]);
  await screenshot("reference");
});

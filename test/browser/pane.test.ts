// The shipped pane beside the workbench's grid, through Microsoft's own client.
import fs from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { Browser, Page, Response } from "playwright-core";
import { close } from "../../src/cli/serve.mjs";
import { launchBrowser } from "../support/chromium";
import { openWorkbench, readyPane, serveWorkbench, watch } from "../support/workbenchPage";
import { DIST } from "../support/workbook";

const CLIENT = path.resolve(DIST, "../node_modules/@microsoft/office-js/dist");
const HOSTED = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const SCREENSHOTS = path.resolve(DIST, "../reports/screenshots");
jest.setTimeout(90_000);

let server: Server;
let browser: Browser;
let page: Page;
let address = "";
let watched: ReturnType<typeof watch>;
const responses = new Map<string, Response>();

beforeAll(async () => {
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  ({ server, address } = await serveWorkbench());
  browser = await launchBrowser();
  page = await (await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } })).newPage();
  watched = watch(page, address);
  page.on("response", (response) => responses.set(response.url(), response));
  await openWorkbench(page, address);
});
afterAll(async () => {
  await browser?.close();
  await close(server);
});

const toggle = () => page.getByRole("button", { name: "Pane", exact: true });
const pane = () => page.getByRole("complementary", { name: "Add-in pane" });
const status = () => page.locator("#status").innerText();
const screenshot = (name: string) => page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });

test("Office.js in the frame is ready and says Excel", async () => {
  await readyPane(page);
  expect(await page.evaluate(() => sessionStorage.getItem("hostInfoValue"))).toBeNull();
  expect(await status()).toMatch(/functions ready\. Type =GPUMEM\. into a cell to see them\.$/);
  await screenshot("workbench-pane");
});

test.each(["taskpane.html", "taskpane.js", "functions.js"])(
  "the frame runs the shipped %s, byte for byte",
  async (file) => {
    const served = await responses.get(`${address}/${file}`)?.body();
    expect(served?.equals(fs.readFileSync(path.join(DIST, file)))).toBe(true);
  },
);

test.each(["office.js?ms", "excel-win32-16.01.js", "en-us/office_strings.js"])(
  "the frame runs Microsoft's %s, byte for byte",
  async (file) => {
    const response = responses.get(HOSTED + file);
    expect(response?.fromServiceWorker()).toBe(true);
    const original = fs.readFileSync(path.join(CLIENT, file.replace("?ms", "")));
    expect((await response?.body())?.equals(original)).toBe(true);
  },
);

test("nothing of Microsoft's client is in dist/", () => {
  const files = (fs.readdirSync(DIST, { recursive: true }) as string[]).filter((file) => /\.(js|html)$/.test(file));
  expect(files.filter((file) => /office.*\.js$|excel-/.test(path.basename(file)))).toEqual([]);
  for (const file of files)
    expect([file, fs.readFileSync(path.join(DIST, file), "utf8").includes("OSF.ConstantNames")]).toEqual([file, false]);
});

test("the button closes and opens the pane, by mouse and by keyboard; the grid takes the room", async () => {
  const gridIs = (width: number) =>
    page.waitForFunction(
      (wide) => Math.abs((document.querySelector("#grid .o-grid")?.getBoundingClientRect().width ?? 0) - wide) < 40,
      width,
    );
  await gridIs(1440 - 360);
  await toggle().click();
  await pane().waitFor({ state: "hidden" });
  expect(await toggle().getAttribute("aria-expanded")).toBe("false");
  await gridIs(1440);
  await toggle().focus();
  await page.keyboard.press("Enter");
  await pane().waitFor();
  expect(await toggle().getAttribute("aria-expanded")).toBe("true");
  await readyPane(page);
});

test("F6 moves from the grid to the pane and back", async () => {
  const inFrame = () => page.evaluate(() => document.activeElement?.tagName === "IFRAME");
  const inGrid = () => page.evaluate(() => document.activeElement?.closest("#grid") !== null);
  await page
    .locator("#grid .o-grid")
    .first()
    .click({ position: { x: 300, y: 300 } });
  expect(await inGrid()).toBe(true);
  await page.keyboard.press("F6");
  expect(await inFrame()).toBe(true);
  await page.keyboard.press("F6");
  expect(await inGrid()).toBe(true);
});

test("a dark pane", async () => {
  await readyPane(page);
  await page.getByRole("button", { name: "Dark pane" }).click();
  await page.waitForFunction(() => {
    const frame = document.querySelector<HTMLIFrameElement>("#pane iframe")?.contentWindow as
      (Window & { Office?: typeof Office }) | null;
    return /^#[0-6]/.test(frame?.Office?.context?.officeTheme?.bodyBackgroundColor ?? "");
  });
  await screenshot("workbench-pane-dark");
  await page.getByRole("button", { name: "Dark pane" }).click();
  await readyPane(page);
});

test("on a narrow page the pane is closed at first and opens over the grid", async () => {
  const narrow = await page.context().newPage();
  await narrow.setViewportSize({ width: 700, height: 900 });
  await openWorkbench(narrow, address);
  expect(await narrow.locator("#pane").isHidden()).toBe(true);
  await narrow.getByRole("button", { name: "Pane", exact: true }).click();
  await readyPane(narrow);
  expect((await narrow.locator("#grid").boundingBox())?.width).toBe(700);
  expect(await narrow.locator("#pane").boundingBox()).toMatchObject({ x: 340, width: 360 });
  await narrow.screenshot({ path: path.join(SCREENSHOTS, "workbench-narrow.png") });
  await narrow.close();
});

test("the pane's page in a tab of its own is not taken for Excel", async () => {
  const tab = await page.context().newPage();
  await tab.route(`${HOSTED}**`, (route) => route.abort());
  await openWorkbench(tab, address);
  await readyPane(tab);
  await tab.goto(`${address}/taskpane.html`);
  expect(await tab.getByRole("main").innerText()).toContain("npm start");
  await tab.close();
});

test("a published workbench, without Microsoft's client, says so and works without the pane", async () => {
  const published = await serveWorkbench({ published: true });
  const other = await browser.newPage();
  await openWorkbench(other, published.address);
  await other.getByText(/not part of a published workbench/).waitFor();
  expect(await other.locator("iframe").count()).toBe(0);
  expect(await other.getByRole("button", { name: "Pane", exact: true }).isHidden()).toBe(true);
  await other.close();
  await close(published.server);
});

test("a browser that allows no service worker says so and works without the pane", async () => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const other = await context.newPage();
  await other.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
  await openWorkbench(other, address);
  await other.getByText(/needs a service worker/).waitFor();
  expect(await other.locator("iframe").count()).toBe(0);
  await context.close();
});

test("no request left this machine and no error reached the console", async () => {
  expect(await watched.left()).toEqual([]);
  expect(watched.problems).toEqual([]);
});

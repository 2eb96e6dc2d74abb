// The pane by itself in a headless browser: the shipped one, and one with a workbook that answers as it is told.
import fs from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { close, serve } from "../../src/cli/serve.mjs";
import { launchBrowser } from "./chromium";
import { bundlePane } from "./paneBundle";
import { DIST } from "./workbook";

const SCREENSHOTS = path.resolve(DIST, "../reports/screenshots");

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

export interface Panes {
  /** What was thrown on any page. */
  readonly problems: readonly string[];
  /** The shipped page; `office` stands in for Microsoft's client, which does not load without it. */
  readonly openShipped: (office?: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly openWithWorkbook: (query?: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export async function startPanes(): Promise<Panes> {
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  const start = async (folder: string) => (await serve(folder, { port: 0, host: "127.0.0.1" })) as Server;
  const [shipped, own] = await Promise.all([start(DIST), bundlePane().then(start)]);
  const browser = await launchBrowser();
  const problems: string[] = [];
  return {
    problems,
    openShipped: (office, options) => open(browser, problems, `${addressOf(shipped)}/taskpane.html`, options, office),
    openWithWorkbook: (query = "", options) =>
      open(browser, problems, `${addressOf(own)}/index.html?${query}`, options),
    close: async () => {
      await browser.close();
      for (const server of [shipped, own]) await close(server);
    },
  };
}

/** A page of the pane's width, on which every error counts. */
async function open(
  browser: Browser,
  problems: string[],
  url: string,
  options: BrowserContextOptions = {},
  office?: string,
): Promise<Page> {
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

export const screenshot = (page: Page, name: string, fullPage = true) =>
  page.screenshot({ path: path.join(SCREENSHOTS, `pane-${name}.png`), fullPage });

/** What axe finds, each with the first place where it finds it. */
export const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

export const tab = (page: Page, name: string) => page.getByRole("tab", { name });
export const search = (page: Page) => page.getByRole("searchbox");

/** What has the focus, as a screen reader would name it. */
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") || document.activeElement?.textContent);

export const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

// Every worked example, inserted by a click in the shipped pane: all its sheets appear and calculate without an error.
import fs from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from "@jest/globals";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { close } from "../../src/cli/serve.mjs";
import { examples } from "../../src/sheets/examples";
import { launchBrowser } from "../support/chromium";
import { openWorkbench, readyPane, serveWorkbench, watch } from "../support/workbenchPage";
import { errorCells, sheetNames, showWhole } from "../support/workbenchSheet";
import { DIST } from "../support/workbook";

const SCREENSHOTS = path.resolve(DIST, "../reports/screenshots");
/** Several sheets, and the machine does other things, too. */
const INSERTED = { timeout: 90_000 };
jest.setTimeout(150_000);

let server: Server;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let address = "";

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
});
afterEach(() => page.close());

const screenshot = (name: string) => page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });

// A loop, for each has its own name.
for (const { id, title, sheets } of examples)
  test(`“${title}” is inserted and shown without an error`, async () => {
    const watched = watch(page, address);
    await openWorkbench(page, address);
    const pane = await readyPane(page);
    await pane.getByText("Worked examples", { exact: true }).click();
    await pane.getByRole("button", { name: `Insert ${title}`, exact: true }).click();
    await pane
      .getByText(/^Inserted the sheets/)
      .first()
      .waitFor(INSERTED);
    const { all } = await sheetNames(page);
    for (const { name } of sheets) {
      expect(all).toContain(name);
      expect([name, await errorCells(page, name)]).toEqual([name, []]);
    }
    await page
      .locator(".o-sheet", { hasText: sheets[0]?.name ?? "" })
      .first()
      .click();
    await showWhole(page);
    await screenshot(`example-${id}`);
    expect(watched.problems).toEqual([]);
  });

const pages = ["guide/index.html", "gallery.html", ...examples.map(({ id }) => `guide/${id}.html`)];

test.each(pages)("%s reads well in light and dark, and all that it links to is there", async (file) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${address}/${file}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await screenshot(`${file.replace(/\W/g, "-")}-${colorScheme}`);
  }
  const targets = await page.$$eval("a[href], img[src]", (elements) =>
    elements.map((one) => (one as HTMLAnchorElement).href || (one as unknown as HTMLImageElement).src),
  );
  for (const target of new Set(targets)) {
    const answer = await page.request.get(target);
    expect([target, answer.status()]).toEqual([target, 200]);
  }
});

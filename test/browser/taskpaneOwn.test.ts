// Models, GPUs and prices of the user's own, typed in the pane.
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { type Panes, screenshot, scrollsSideways, startPanes, tab, violations } from "../support/panePage";

const CONFIG = path.resolve(__dirname, "../catalog/configs/llama-3.1-405b.json");
jest.setTimeout(120_000);

let panes: Panes;
beforeAll(async () => {
  panes = await startPanes();
});
afterAll(() => panes?.close());

const form = (page: Page, name: string) => page.locator("details", { has: page.getByText(name, { exact: true }) });
async function openForm(page: Page, name: string) {
  await tab(page, "Reference").click();
  await page.locator("summary", { hasText: name }).click();
  return form(page, name);
}
const told = (page: Page, sentence: string | RegExp) => page.getByText(sentence).last().waitFor();

test("a pasted config gets a name and becomes a row", async () => {
  const page = await panes.openWithWorkbook();
  const own = await openForm(page, "A model of your own");
  await own.getByLabel("Paste the config.json").fill(fs.readFileSync(CONFIG, "utf8"));
  await own.getByRole("button", { name: "Read it" }).click();
  await own.getByRole("button", { name: "Add this model to GM Assumptions" }).click();
  await told(page, "Type a name first");
  await own.getByLabel("Name").fill("our-405b");
  await own.getByRole("button", { name: "Add this model to GM Assumptions" }).click();
  await told(page, "our-405b is in row 62 of GM Assumptions");
  await page.context().close();
});

test("a model of the catalog is changed, and says how many parameters it has", async () => {
  const page = await panes.openWithWorkbook();
  const own = await openForm(page, "A model of the catalog with other sizes");
  await own.getByText("8,030,261,248 parameters").waitFor();
  await own.getByLabel("Layers").fill("16");
  await own.getByText("4,540,469,248 parameters").waitFor();
  await own.getByLabel("KV heads").fill("5");
  await own.getByText("32 heads cannot share 5 key and value heads evenly.").waitFor();
  expect(await own.getByRole("button", { name: /^Add/ }).count()).toBe(0);
  await own.getByLabel("Start from").selectOption("deepseek-v3");
  await own.getByText("671,026,419,200 parameters").waitFor();
  expect(await own.getByLabel("KV heads").count()).toBe(0);
  await page.context().close();
});

test.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["320", { viewport: { width: 320, height: 640 } }],
] as const)("the forms are accessible and keep to the pane's width: %s", async (name, options) => {
  const page = await panes.openWithWorkbook("", options);
  for (const heading of ["A model of the catalog with other sizes", "A GPU of your own", "A price of your own"])
    await openForm(page, heading);
  await form(page, "A GPU of your own").getByLabel("Memory, GB").fill("96 GB");
  await form(page, "A GPU of your own").getByLabel("Name").fill("h100-ours");
  await page.getByRole("button", { name: "Add this GPU to GM Assumptions" }).click();
  await told(page, /^Memory, GB must be a number above 0/);
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await screenshot(page, `own-${name}`);
  await page.context().close();
});

test("no error reached the page", () => expect(panes.problems).toEqual([]));

// What can be done in the pane's places, with a workbook that answers as it is told.
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import {
  focused,
  type Panes,
  screenshot,
  scrollsSideways,
  search,
  startPanes,
  tab,
  violations,
} from "../support/panePage";

const CONFIG = path.resolve(__dirname, "../catalog/configs/llama-3.1-405b.json");
jest.setTimeout(120_000);

let panes: Panes;
beforeAll(async () => {
  panes = await startPanes();
});
afterAll(() => panes?.close());

test("templates are found by what they answer", async () => {
  const page = await panes.openWithWorkbook();
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
  const page = await panes.openWithWorkbook("pause=300");
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
  const page = await panes.openWithWorkbook("pause=200");
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
  const page = await panes.openWithWorkbook();
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
  const page = await panes.openWithWorkbook("", { permissions: ["clipboard-read", "clipboard-write"] });
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
  const page = await panes.openWithWorkbook("", { viewport: { width: 320, height: 640 } });
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
  const page = await panes.openWithWorkbook("pause=20");
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
  const page = await panes.openWithWorkbook("empty");
  await tab(page, "Workbook").click();
  await page.getByText("No sheet of this workbook came from a template yet.").waitFor();
  await screenshot(page, "workbook-empty");
  await page.getByRole("button", { name: "Choose a template" }).click();
  expect(await focused(page)).toBe("Templates");
  expect(await tab(page, "Templates").getAttribute("aria-selected")).toBe("true");
  await page.context().close();
});

test("a mistake of the pane's own is a sentence, and the other places still work", async () => {
  const page = await panes.openWithWorkbook("broken");
  await page.getByText("This part of the pane met an error").waitFor();
  await tab(page, "Reference").click();
  await search(page).waitFor();
  await page.context().close();
});

test("no error reached the page", () => expect(panes.problems).toEqual([]));

// The Workbook place: changed results, checks of all sheets, recalculation, short names, self-check.
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { focused, type Panes, screenshot, scrollsSideways, startPanes, tab, violations } from "../support/panePage";

jest.setTimeout(120_000);

let panes: Panes;
beforeAll(async () => {
  panes = await startPanes();
});
afterAll(() => panes?.close());

async function openWorkbookPlace(query = "", options: Parameters<Panes["openWithWorkbook"]>[1] = {}): Promise<Page> {
  const page = await panes.openWithWorkbook(query, options);
  await tab(page, "Workbook").click();
  await page.getByRole("article").first().waitFor();
  return page;
}

const card = (page: Page, name: string) => page.getByRole("article", { name });
const said = (page: Page, sentence: string | RegExp) =>
  page.getByRole("status").filter({ hasText: sentence }).waitFor({ state: "attached" });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("the checks of all sheets in one line, with the way to those that fail", async () => {
  const page = await openWorkbookPlace();
  await page.getByText("2 of 4 sheets have failed checks:").waitFor();
  await button(page, "Go to sheet Fleet plan (1)").click();
  await said(page, "Fleet plan is in front.");
  expect(await card(page, "GM Audit").getByRole("radio").count()).toBe(0);
  expect(await card(page, "GM Audit").getByText("do not answer").count()).toBe(0);
  await page.context().close();
});

test("recalculation says how far it is, what differs then, and can be cancelled", async () => {
  const page = await openWorkbookPlace("pause=200");
  await button(page, "Recalculate all").click();
  await page.getByRole("progressbar", { name: "Recalculating the workbook" }).waitFor();
  await button(page, "Cancel").click();
  await said(page, "Cancelled. The workbook is as it was.");
  await button(page, "Recalculate all").click();
  await said(page, "Recalculated. 16 results on 2 sheets differ from what is saved.");
  await page.context().close();
});

test("changed results stand beside the saved ones, under the changelog's line", async () => {
  const page = await openWorkbookPlace();
  const training = card(page, "Training 70B");
  await training.getByText("3 results differ, the largest by −50% (Logits)").click();
  const table = training.getByRole("table", { name: "Changes on Training 70B" });
  await table.getByRole("row", { name: "Logits 5.02 2.51 −50%" }).waitFor();
  await table.getByRole("row", { name: "Fits no borderline differs" }).waitFor();
  await table.getByRole("rowheader", { name: /^0\.2\.0: Fused cross-entropy/ }).waitFor();
  const fleet = card(page, "Fleet plan");
  await fleet.getByText(/^13 results differ/).click();
  await fleet.getByText("Saved with the same version: an input was changed since the save.").waitFor();
  expect(await fleet.getByRole("row").count()).toBe(10);
  await fleet.getByRole("button", { name: "Show all 13" }).click();
  expect(await fleet.getByRole("row").count()).toBe(15);
  await fleet.getByText("kWh: #VALUE!: an input is none that the function takes").waitFor();
  expect(await button(page, "Accept the live results of Fleet plan").getAttribute("aria-disabled")).toBe("true");
  expect(await violations(page)).toEqual([]);
  await screenshot(page, "changes");
  await page.context().close();
});

test("live results are accepted with a note, by keyboard; what the log lacks is said", async () => {
  const page = await openWorkbookPlace();
  const accept = button(page, "Accept the live results of Training 70B");
  await accept.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("Accept the live results of Training 70B");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Engine 0.2");
  await screenshot(page, "accept", false);
  await page.keyboard.press("Enter");
  await said(page, "Accepted: the live results of Training 70B are the saved ones now. The change log on GM Audit");
  await card(page, "Training 70B").getByText("Note: Engine 0.2").waitFor();
  await accept.waitFor({ state: "detached" });
  await page.context().close();
});

test("saved results are kept on all sheets at once; accepting them waits for the errors", async () => {
  const page = await openWorkbookPlace();
  const all = page.getByRole("region", { name: "Changes on all sheets" });
  await all.getByText("16 results on 2 sheets differ from what is saved.").click();
  await all.getByRole("table", { name: "Changes on Fleet plan" }).waitFor();
  await all.getByText("Not all can be accepted at once, because live results on Fleet plan show errors.").waitFor();
  await button(page, "Keep the saved results of Training 70B, Fleet plan").click();
  await page.keyboard.type("Board of 12 December");
  await page.keyboard.press("Enter");
  await said(page, "Kept what is saved of Training 70B, Fleet plan: the saved results show.");
  await page.context().close();
});

test("short names are off, come and go, and names of the user's own are told", async () => {
  const page = await openWorkbookPlace();
  const names = page.getByRole("switch", { name: "Short names in this workbook" });
  expect(await names.isChecked()).toBe(false);
  await page.getByText("KV_MEM is a name of your own and stays as it is.").waitFor();
  await names.focus();
  await page.keyboard.press("Space");
  await said(page, "Defined 2 short names.");
  await page.getByText("PRICE is a function of Excel itself: type GPUMEM.PRICE.").waitFor();
  expect(await names.isChecked()).toBe(true);
  await names.click();
  await said(page, "Removed the short names.");
  expect(await names.isChecked()).toBe(false);
  await page.evaluate(() =>
    (window as unknown as { fakeWorkbook: { failNext(says: string): void } }).fakeWorkbook.failNext(
      "This Excel does not know LAMBDA. Nothing was changed.",
    ),
  );
  await names.click();
  await page.getByRole("alert").filter({ hasText: "does not know LAMBDA" }).waitFor({ state: "attached" });
  expect(await names.isChecked()).toBe(false);
  await page.context().close();
});

test("the self-check runs, asks before it takes the place of an earlier one, and names what fails", async () => {
  const page = await openWorkbookPlace("", { permissions: ["clipboard-read", "clipboard-write"] });
  await button(page, "Run the self-check").click();
  await said(page, "All 3 examples pass.");
  await page.getByText("ExcelApi 1.1-1.17").first().waitFor();
  await screenshot(page, "self-check-good");
  await button(page, "Run the self-check").click();
  await page.getByText("GM Self-check is there already. Fill it anew?").waitFor();
  await screenshot(page, "self-check-asks", false);
  await button(page, "Do nothing").click();
  await button(page, "Run the self-check").click();
  await button(page, "Fill it anew").click();
  await said(page, "1 of 4 examples fails.");
  const failing = page.getByRole("list", { name: "Examples that do not pass" });
  expect(await failing.innerText()).toMatch(/KV_MEM.*\n?.*Here: 41\.9\n+Documented: 42\.949672960000002/);
  await button(page, "Copy report").click();
  await said(page, "Copied the report. Paste it into a message.");
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report.split("\n").slice(0, 3)).toEqual(["GPUMEM: Self-check", "1 of 4 examples fails.", "Program: Excel"]);
  expect(report).toContain('- =GPUMEM.KV_MEM("llama-3.1-70b",8192,16)');
  expect(await violations(page)).toEqual([]);
  await screenshot(page, "self-check");
  await page.context().close();
});

test.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["320", { viewport: { width: 320, height: 640 } }],
] as const)("accessible and without scrolling sideways, all open: %s", async (name, options) => {
  const page = await openWorkbookPlace("", options);
  for (const summary of await page.locator("summary").all()) if (await summary.isVisible()) await summary.click();
  await button(page, "Run the self-check").click();
  await said(page, "All 3 examples pass.");
  await button(page, "Close").click();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await screenshot(page, `workbook-open-${name}`);
  await page.context().close();
});

test("no error reached the page", () => expect(panes.problems).toEqual([]));

// Rows of a bill pasted in the pane.
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { BrowserContextOptions } from "playwright-core";
import { focused, type Panes, screenshot, scrollsSideways, startPanes, tab, violations } from "../support/panePage";

jest.setTimeout(120_000);

let panes: Panes;
beforeAll(async () => {
  panes = await startPanes();
});
afterAll(() => panes?.close());

const HEADER = "ChargePeriodStart,SkuId,ConsumedQuantity,EffectiveCost,Tags";
const row = (day: number, cost: string) => `2027-01-${String(day).padStart(2, "0")},gpu-8xh100-od,10,${cost},Research`;

async function openForm(options?: BrowserContextOptions) {
  const page = await panes.openWithWorkbook("bill", options);
  await tab(page, "Workbook").click();
  await page.locator("summary", { hasText: "Paste a bill" }).click();
  const paste = async (text: string) => {
    await page.getByLabel("Paste the rows").fill(text);
    await page.getByRole("button", { name: "Read the rows" }).click();
  };
  return { page, paste };
}

test("rows are written only when the user agrees that the old ones go", async () => {
  const { page, paste } = await openForm();
  await paste([HEADER, row(1, "1.5"), row(2, "2")].join("\n"));
  await page.getByText("There is no CommitmentDiscountStatus: it stays empty.").waitFor();
  await page.getByRole("button", { name: "Write these rows to Q2 bill" }).click();
  await page.getByText("30 rows of the bill on Q2 bill will be replaced by 2.").waitFor();
  expect(await focused(page)).toBe("Keep them");
  await page.keyboard.press("Escape");
  expect(await focused(page)).toBe("Write these rows to Q2 bill");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Replace them" }).click();
  await page.getByText("2 rows of the bill stand on Q2 bill.").last().waitFor();
  await page.context().close();
});

test("a wrong row is named, and a file of 50,000 rows is summed", async () => {
  const { page, paste } = await openForm();
  await paste([HEADER, row(1, '"1,234.50"')].join("\n"));
  await page
    .getByRole("alert")
    .filter({ hasText: "Row 2: EffectiveCost is “1,234.50”" })
    .waitFor({ state: "attached" });
  const rows = Array.from({ length: 50_000 }, (_, i) => row(1 + (i % 28), "1"));
  const buffer = Buffer.from([HEADER, ...rows].join("\r\n"));
  await page.getByLabel("Or choose the file").setInputFiles({ name: "focus.csv", mimeType: "text/csv", buffer });
  await page.getByText("50,000 rows are more than the 2,000 that fit: they are summed").waitFor();
  await page.getByRole("button", { name: "Write these rows to Q2 bill" }).click();
  await page.getByText("will be replaced by 1.").waitFor();
  await page.context().close();
});

test.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["320", { viewport: { width: 320, height: 640 } }],
] as const)("it is accessible and keeps to the pane's width: %s", async (name, options) => {
  const { page, paste } = await openForm(options);
  await paste([HEADER, row(1, "1.5")].join("\n"));
  await page.getByRole("button", { name: "Write these rows to Q2 bill" }).click();
  await page.getByRole("button", { name: "Keep them" }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await scrollsSideways(page)).toBe(false);
  await screenshot(page, `bill-${name}`);
  await page.context().close();
});

test("no error reached the page", () => expect(panes.problems).toEqual([]));

// The pane by itself: outside of Excel, in its themes, by keyboard, and how it looks.
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

const OUTSIDE = "window.Office = { onReady: async () => ({ host: null }), HostType: { Excel: 'Excel' } };";
const DARK_EXCEL = `window.Office = {
  onReady: async () => ({ host: "Excel" }), HostType: { Excel: "Excel" },
  context: { officeTheme: { bodyBackgroundColor: "#1F1F1F" } } };`;
jest.setTimeout(120_000);

let panes: Panes;
beforeAll(async () => {
  panes = await startPanes();
});
afterAll(() => panes?.close());

test.each([
  ["outside", OUTSIDE, "This page is not in Excel"],
  ["without Office.js", undefined, "Excel's part did not load"],
] as const)("%s it says what to do, and everything can be looked at", async (_, office, heading) => {
  const page = await panes.openShipped(office);
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
  const page = await panes.openShipped(DARK_EXCEL, { colorScheme: "light" });
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
    const page = await panes.openShipped(OUTSIDE);
    const ready = await page.waitForFunction(() => document.querySelector("[role=tab]") && performance.now(), null, {
      polling: 10,
    });
    times.push((await ready.jsonValue()) as number);
    await page.context().close();
  }
  expect(Math.min(...times)).toBeLessThan(1000);
});

test("the keyboard reaches everything in the order of the page", async () => {
  const page = await panes.openWithWorkbook();
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
  expect(await press("Tab")).toMatch(/^Worked examples/);
  expect(await press("Tab")).toMatch(/^Insert /);
  await screenshot(page, "focus", false);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await press("Shift+Tab")).toBe("Templates");
  await page.context().close();
});

test.each([
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["320", { viewport: { width: 320, height: 640 } }],
  ["contrast", { forcedColors: "active" }],
] as const)("accessible and without scrolling sideways: %s", async (name, options) => {
  const page = await panes.openWithWorkbook("", options);
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

test("no error reached the page", () => expect(panes.problems).toEqual([]));

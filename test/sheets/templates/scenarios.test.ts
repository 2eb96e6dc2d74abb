// Scenarios against the engine asked case by case, deltas, the selector, the tornado, and the verdict in all branches.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { scenarios } from "../../../src/sheets/templates/scenarios";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { calculate, spreadsheet } from "../../support/workbook";

let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(spreadsheet(), scenarios);
});

const verdict = () => sheet.text("verdictText");
const CASES = [0, 1, 2, 3] as const;

/** The case as a scenario of its own, straight to the engine. */
function asked(at: number, output: string): unknown {
  const columns = sheet.values("cases:heads").length;
  const labels = sheet.values("cases:labels");
  const values = sheet.values("cases");
  const pairs = labels.flatMap((label, row) => {
    const value = values[row * columns + at];
    if (label === null || label === "" || value === null || value === undefined || value === "") return [];
    return [`"${String(label)}",${typeof value === "number" ? value : `"${String(value)}"`}`];
  });
  return calculate(`=GPUMEM.RESULT({${pairs.join(";")}},"${output}")`);
}

function expectAgreement(): void {
  for (const at of CASES) {
    expect(sheet.number("memory", at)).toBeCloseTo(Number(asked(at, "total")), 9);
    expect(sheet.value("fitsRow", at)).toBe(asked(at, "fits"));
    expect(sheet.number("hours", at)).toBeCloseTo(Number(asked(at, "gpu hours")), 3);
    expect(sheet.number("days", at)).toBeCloseTo(Number(asked(at, "wall hours")) / 24, 6);
    expect(sheet.number("cost", at)).toBeCloseTo(Number(asked(at, "cost")), 3);
    for (const id of ["memory", "hours", "days", "cost"]) {
      const [own, first] = [sheet.number(id, at), sheet.number(id, 0)];
      expect(sheet.number(`${id}.delta`, at)).toBeCloseTo(own - first, 6);
      expect(sheet.number(`${id}.percent`, at)).toBeCloseTo(own / first - 1, 9);
    }
  }
  expect(sheet.failed()).toBe(0);
}

test("every case is what the engine answers for it alone", expectAgreement);

test.each(["Base", "High", "Low", "Yours"])("looking at %s: its scenario, its results, its tornado", (name) => {
  sheet.set("case", name);
  const at = sheet.values("cases:heads").indexOf(name);
  expect(sheet.number("k")).toBe(at + 1);
  expect(sheet.number("one.total")).toBeCloseTo(sheet.number("memory", at), 9);
  expect(sheet.number("chosenCost")).toBeCloseTo(sheet.number("cost", at), 6);
  expect(sheet.number("tornado.2")).toBeCloseTo(sheet.number("cost", at), 3);
  expect(sheet.failed()).toBe(0);
});

test("each bar of the tornado is the case with that value typed in", () => {
  const labels = sheet.values("tornado.1:labels").map(String);
  const typed: Readonly<Record<string, string>> = {
    mfu: "mfu",
    "training tokens": "trainingTokens",
    "price per gpu hour": "pricePerGpuHour",
    goodput: "goodput",
    allocation: "allocation",
    "sequence length": "sequenceLength",
  };
  expect([...labels].sort()).toEqual(Object.keys(typed).sort());
  const bounds = sheet.values("ranges").map(Number);
  const order = sheet.values("ranges:labels").map((label) => String(label).toLowerCase());
  labels.forEach((label, i) => {
    const row = sheet.values(`tornado.row${i + 1}`).map(Number);
    for (const end of [0, 1]) {
      const again = openTemplate(spreadsheet(), scenarios);
      again.set(String(typed[label]), bounds[2 * order.indexOf(label) + end] as number, 1);
      expect(again.number("cost", 1)).toBeCloseTo(row[2 * end] ?? NaN, 2);
      expect(sheet.number(`swing${i + 1}`, 2 * end)).toBeCloseTo((row[2 * end] ?? NaN) - (row[1] ?? NaN), 6);
    }
  });
});

test("the tornado of memory shows the sequence length alone", () => {
  sheet.set("swingOutput", "total");
  expect(sheet.values("tornado.1:labels")[0]).toBe("sequence length");
  expect(sheet.number("swing1", 2)).toBeGreaterThan(0);
  expect(sheet.number("swing2", 0)).toBe(0);
  expect(sheet.failed()).toBe(0);
});

describe("the verdict", () => {
  test("of the case looked at, against the first", () =>
    expect(verdict()).toBe("High: 830,033 USD, +102% against Base; 147 days; fits, 39.6 GB to spare per GPU."));

  test("of the first case itself, and of a cheaper one", () => {
    sheet.set("case", "Base");
    expect(verdict()).toBe("Base: 411,247 USD; 73 days; fits, 56.7 GB to spare per GPU.");
    sheet.set("case", "Low");
    expect(verdict()).toBe("Low: 286,917 USD, -30% against Base; 51 days; fits, 56.7 GB to spare per GPU.");
  });

  test("of a case that does not fit, and of one that may", () => {
    sheet.set("microBatch", 4, 1);
    expect(sheet.text("fits")).toBe("no");
    expect(verdict()).toMatch(/; does not fit, [\d.]+ GB over per GPU\.$/);
    sheet.set("microBatch", 2, 1);
    expect(sheet.text("fits")).toBe("borderline");
    expect(verdict()).toMatch(/; borderline, [\d.]+ GB (to spare|over) per GPU\.$/);
    expect(sheet.failed()).toBe(0);
  });

  test("of a renamed case", () => {
    sheet.set("cases:heads", "Longer run", 1);
    sheet.set("case", "Longer run");
    expect(verdict()).toMatch(/^Longer run: 830,033 USD/);
  });

  test("without a price, and with a wrong input", () => {
    sheet.set("gpu", "mi300x", 1);
    expect(verdict()).toMatch(/^High: no price; \d+ days; fits, /);
    expect(sheet.number("noPrice")).toBe(1);
    sheet.set("pricePerGpuHour", 2.5, 1);
    expect(sheet.number("noPrice")).toBe(0);
    expect(sheet.failed()).toBe(0);
    sheet.set("model", "no such model", 1);
    expect(verdict()).toBe("No verdict: a result is an error.");
    expect(sheet.failed()).not.toBe(0);
  });
});

describe("checks fail when", () => {
  test.each([
    ["sameAsTable", "results.row1", 1, 1],
    ["sameHours", "results.row5", 1, 1],
    ["fitsAgrees", "results.row7", "no", 1],
    ["nameTwice", "cases:heads", "Base", 3],
  ])("%s: %s is %s", (check, line, content, index) => {
    expect(sheet.number(check)).toBe(0);
    sheet.set(line, content, index);
    expect(sheet.number(check)).toBe(1);
    expect(sheet.failed()).not.toBe(0);
  });
});

test("four models in four cases, without editing a formula", () => {
  const cases = [
    ["llama-3.1-70b", "h100-sxm", 512],
    ["qwen3-32b", "b200-sxm", 128],
    ["deepseek-v3", "h200-sxm", 1024],
    ["llama-2-7b", "a100-sxm-80gb", 64],
  ] as const;
  cases.forEach(([model, gpu, gpus], at) => {
    sheet.set("model", model, at);
    sheet.set("gpu", gpu, at);
    sheet.set("gpus", gpus, at);
    sheet.set("sequenceLength", 4096, at);
  });
  expectAgreement();
});

test("saved: without the functions all stays, and a new price still counts", () => {
  const ids = ["compare", "swings", "verdictText"];
  const before = ids.map((id) => sheet.values(id));
  sheet.saveAndForget();
  expect(ids.map((id) => sheet.values(id))).toEqual(before);
  const hours = sheet.number("hours", 1);
  sheet.set("pricePerGpuHour", 2, 1);
  expect(sheet.number("chosenCost")).toBeCloseTo(hours * 2, 4);
});

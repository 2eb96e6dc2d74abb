// The cluster budget against arithmetic of its own, a published run, and its verdict in all branches.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { relative } from "../../../src/sheets/address";
import { CHROME } from "../../../src/sheets/layout/chrome";
import { clusterBudget } from "../../../src/sheets/templates/clusterBudget";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { calculate, spreadsheet } from "../../support/workbook";
import { serial } from "../independent";

const library = spreadsheet();
let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(library, clusterBudget);
});

const engine = (formula: string) => Number(calculate(formula));
/** FLOPs ÷ (peak × MFU × goodput × allocation), in hours. */
const hoursAt = (mfu: number, tokens = 15e12, model = "llama-3.1-70b") =>
  engine(`=GPUMEM.TRAIN_FLOPS("${model}",${tokens},8192)`) / (989.4e12 * mfu * 0.9 * 0.85) / 3600;
const total = (hours: number, price = 3.67) => (hours * price + 250_000) * 1.1;
const verdict = () => sheet.text("verdictText");

describe("What does our 70B cost? 15T tokens on 2,048 H100", () => {
  test("hours, days and cost at the best, likely and worst MFU", () => {
    for (const [i, mfu] of [0.43, 0.4, 0.38].entries()) {
      const hours = hoursAt(mfu);
      expect(sheet.number("hours", i) / hours).toBeCloseTo(1, 9);
      expect(sheet.number("days", i)).toBeCloseTo(hours / 2048 / 24, 6);
      expect(sheet.number("doneOn", i)).toBe(serial(2027, 1, 4) + Math.ceil(hours / 2048 / 24));
      expect(sheet.number("cost", i)).toBeCloseTo(total(hours), 2);
      expect(sheet.number("headroom", i)).toBeCloseTo(30e6 - total(hours), 2);
    }
  });

  test("energy is the whole power of GPU and server, times PUE", () => {
    expect(sheet.number("energy", 1) / (hoursAt(0.4) * ((700 + 575) / 1000) * 1.3)).toBeCloseTo(1, 9);
    sheet.set("energyApart", "yes");
    expect(sheet.number("energyCost", 1) / (hoursAt(0.4) * 1.275 * 1.3 * 0.083)).toBeCloseTo(1, 9);
    expect(sheet.failed()).toBe(0);
  });

  test("each bar of the tornado is the cost with that assumption typed in", () => {
    const rows = [1, 2, 3, 4, 5].map((n) => sheet.values(`tornado.row${n}`).map(Number));
    const labels = sheet.values("tornado.1:labels");
    const typed = {
      "price per gpu hour": "pricePerGpuHour",
      allocation: "allocation",
      "training tokens": "trainingTokens",
      goodput: "goodput",
      mfu: "mfu",
    } as const;
    expect(new Set(labels)).toEqual(new Set(Object.keys(typed)));
    const ends = new Map(sheet.values("ranges:labels").map((label, i) => [String(label).toLowerCase(), i]));
    const bounds = sheet.values("ranges").map(Number);
    for (const [i, label] of labels.entries()) {
      const at = ends.get(String(label)) as number;
      for (const end of [0, 1]) {
        const again = openTemplate(library, clusterBudget);
        again.set(typed[label as keyof typeof typed], bounds[2 * at + end] as number);
        expect(again.number("compute", 1) / (rows[i]?.[2 * end] ?? NaN)).toBeCloseTo(1, 9);
      }
    }
    const swings = rows.map((row) => row[3] ?? NaN);
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
  });

  test("other lengths and numbers of GPUs are the plan with those typed in", () => {
    const [days, cost] = [sheet.number("days3", 4), sheet.number("costByLength", 4)];
    sheet.set("trainingTokens", 22.5e12);
    expect(sheet.number("cost", 1)).toBeCloseTo(cost, 2);
    sheet.set("gpus", 4096);
    expect(sheet.number("days", 1)).toBeCloseTo(days, 6);
    expect(sheet.failed()).toBe(0);
  });
});

test("Llama 3.1 405B as published (arXiv:2407.21783 §3.3: 41%, above 90%): its 30.84 million GPU-hours within 2%", () => {
  sheet.set("model", "llama-3.1-405b");
  sheet.set("trainingTokens", 15.6e12);
  sheet.set("gpus", 16_384);
  sheet.set("mfu", 0.41);
  sheet.set("allocation", 1);
  sheet.set("published", 30_840_000);
  expect(Math.abs(sheet.number("gpuHours") / 30_840_000 - 1)).toBeLessThan(0.02);
  expect(sheet.number("ofPublished")).toBeCloseTo(sheet.number("gpuHours") / 30_840_000, 9);
  expect(sheet.failed()).toBe(0);
});

describe("the verdict", () => {
  const dollars = (amount: number) => Math.round(amount).toLocaleString("en-US");
  const [low, likely, high] = [0.43, 0.4, 0.38].map((mfu) => total(hoursAt(mfu))) as [number, number, number];
  const cost = `${dollars(likely)} USD (range ${dollars(low)} to ${dollars(high)})`;
  const done = "; done on 2027-05-21 after 137 days.";

  test.each([
    [30e6, "Within budget", `, ${dollars(30e6 - likely)} to spare of 30,000,000`],
    [28e6, "Borderline", `, ${dollars(28e6 - likely)} to spare of 28,000,000`],
    [26e6, "Borderline", `, ${dollars(likely - 26e6)} over of 26,000,000`],
    [20e6, "Over budget", `, ${dollars(likely - 20e6)} over of 20,000,000`],
    [0, "No budget limit", ""],
  ])("with a limit of %d: %s", (limit, word, against) => {
    sheet.set("budget", limit);
    expect(sheet.text("conclusion")).toBe(word);
    expect(verdict()).toBe(`${word}: ${cost}${against}${done}`);
    expect(sheet.at(relative(CHROME.verdict.row, CHROME.verdict.column))).toBe(verdict());
  });

  test("says when the layout does not fit in memory", () => {
    sheet.set("zeroStage", 1);
    expect(sheet.text("fits")).toBe("no");
    expect(verdict()).toMatch(/ But it does not fit in memory: see Training breakdown\.$/);
  });

  test("a short run has days with a decimal, a run without GPUs typed has one", () => {
    sheet.set("trainingTokens", 1e9);
    sheet.set("gpus", 64);
    expect(verdict()).toMatch(/; done on 2027-01-05 after 0\.3 days\.$/);
    sheet.set("gpus", "");
    expect(sheet.number("days", 1)).toBeCloseTo(sheet.number("wallHours") / 24, 9);
    expect(sheet.failed()).toBe(0);
  });

  test("without a limit nothing is left of it; without a start a check says so", () => {
    sheet.set("budget", 0);
    expect(sheet.values("headroom")).toEqual([0, 0, 0]);
    expect(sheet.number("spare")).toBe(0);
    expect(sheet.failed()).toBe(0);
    sheet.set("startDate", "");
    expect(sheet.number("noStart")).toBe(1);
    expect(sheet.failed()).toBe(1);
  });

  test("says that a price is missing", () => {
    sheet.set("gpu", "tpu-v5p");
    expect(verdict()).toBe("No verdict: tpu-v5p has no price on GM Assumptions.");
    expect(sheet.text("conclusion")).toBe("No price");
    expect(sheet.number("noPrice")).toBe(1);
    sheet.set("ownPrice", 4.2);
    expect(sheet.number("noPrice")).toBe(0);
    expect(verdict()).toMatch(/^Over budget: /);
  });

  test("says that a result is an error", () => {
    sheet.set("model", "no such model");
    expect(verdict()).toBe("No verdict: a result is an error.");
    expect(sheet.failed()).not.toBe(0);
  });
});

test("an empty MFU takes a published run's, with its range", () => {
  sheet.set("mfu", "");
  const asked = (output: string) =>
    engine(
      `=GPUMEM.RESULT({"model","llama-3.1-70b";"gpu","h100-sxm";"gpus",2048;"training tokens",15e12;"sequence length",8192;` +
        `"price per gpu hour",1;"allocation",0.85;"stack","fsdp2"},"${output}")`,
    );
  expect(sheet.values("hours").map(Number)).toEqual(
    ["cost low", "cost", "cost high"].map((output) => expect.closeTo(asked(output), 3)),
  );
  expect(sheet.failed()).toBe(0);
});

describe("checks fail when", () => {
  test.each([
    ["moneyReconciles", "compute", 1, 1],
    ["moneyReconciles", "pricePerGpuHour", 2, 0],
    ["tornadoReconciles", "tornado", 5, 1],
    ["rangeOrdered", "mfuRange", 0.41, 0],
    ["rangeOrdered", "mfuRange", 0.39, 1],
    ["band.mfu", "mfu", 0.7, 0],
  ])("%s: %s is %d", (check, line, content, index) => {
    expect(sheet.number(check)).toBe(0);
    sheet.set(line, content, index);
    // A price typed over stays the engine's price too: nothing is out of step then.
    expect(sheet.number(check)).toBe(line === "pricePerGpuHour" ? 0 : 1);
    expect(sheet.failed() === 0).toBe(line === "pricePerGpuHour");
  });

  test("the days of the sweep are another plan's", () => {
    sheet.set("sweep.row1", 1, 2);
    expect(sheet.number("sweepReconciles")).toBe(1);
  });
});

test.each([
  ["qwen3-32b", "b200-sxm", 512, 2e12],
  ["llama-3.1-8b", "h200-sxm", 64, 500e9],
  ["deepseek-v3", "h100-sxm", 2048, 14.8e12],
])("%s on %s without editing a formula", (model, gpu, gpus, tokens) => {
  sheet.set("model", model);
  sheet.set("gpu", gpu);
  sheet.set("gpus", gpus);
  sheet.set("trainingTokens", tokens);
  expect([model, sheet.text("verdictText")]).toEqual([model, expect.stringMatching(/done on 20\d\d-\d\d-\d\d after/)]);
  expect([model, sheet.failed()]).toEqual([model, 0]);
});

test("saved: without the functions all stays, and a new price still counts", () => {
  const before = ["cost", "days", "swings", "dayTable", "verdictText"].map((id) => sheet.values(id));
  sheet.saveAndForget();
  expect(["cost", "days", "swings", "dayTable", "verdictText"].map((id) => sheet.values(id))).toEqual(before);
  const hours = sheet.number("hours", 1);
  sheet.set("ownPrice", 2);
  expect(sheet.number("cost", 1)).toBeCloseTo(total(hours, 2), 2);
});

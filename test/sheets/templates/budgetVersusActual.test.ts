// Budget versus actual against arithmetic over the pasted rows themselves; its verdict in all branches; what checks refuse.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { loadSpreadsheet } from "../../../src/cli/headless";
import { budgetVersusActual } from "../../../src/sheets/templates/budgetVersusActual";
import { bill } from "../../../src/sheets/templates/budgetVersusActual/bill";
import { scratchSheet } from "../../../src/workbench/scratchSheet";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { DIST } from "../../support/workbook";
import { monthsLater, serial } from "../independent";

const library = loadSpreadsheet(DIST);
const calculate = scratchSheet(library);
const ROWS = bill.rows.length;
const GPUS_PER_UNIT: Readonly<Record<string, number>> = { "gpu-8xh100-1yr": 8, "gpu-8xh100-od": 8 };

let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(library, budgetVersusActual);
});

const row = (id: string) => sheet.values(id).map(Number);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

interface Line {
  readonly month: number;
  readonly sku: string;
  readonly quantity: number;
  readonly cost: number;
  readonly unused: boolean;
}

/** The bill as it stands on the sheet, whatever way its dates are written. */
function lines(planStart = serial(2027, 1, 1)): Line[] {
  const starts = Array.from({ length: 13 }, (_, i) => monthsLater(planStart, i));
  return Array.from({ length: ROWS + 5 }, (_, i) => {
    const date = sheet.value("bill.date", i);
    const [, year = 0, month = 0] = /^(\d{4})-(\d\d)/.exec(String(date)) ?? [];
    const day = typeof date === "number" ? date : serial(Number(year), Number(month), 1);
    return {
      month: starts.findIndex((start, k) => day >= start && day < (starts[k + 1] ?? 0)),
      sku: sheet.text("bill.sku", i),
      quantity: Number(sheet.value("bill.quantity", i)),
      cost: Number(sheet.value("bill.cost", i)),
      unused: sheet.value("bill.status", i) === "Unused",
    };
  });
}

/** The textbook split from averages: V, h and p on both sides, hours and price divided out of the bill. */
function expectExact(gpus = GPUS_PER_UNIT): void {
  const closed = sheet.number("closedMonths");
  const at = (id: string, i: number) => Number(sheet.value(id, i));
  const all = lines();
  for (let i = 0; i < 12; i++) {
    const of = all.filter(({ month, sku }) => month === i && i < closed && sku in gpus);
    const worked = of.filter(({ unused }) => !unused);
    const hours = sum(worked.map(({ quantity, sku }) => quantity * (gpus[sku] ?? 0)));
    const cost = sum(worked.map((one) => one.cost));
    const idle = sum(of.filter(({ unused }) => unused).map((one) => one.cost));
    const [V, h, p] = [i < closed ? at("budgetVolume", i) : 0, at("budgetHours", i), at("budgetPrice", i)];
    const V2 = i < closed ? at("workDone", i) : 0;
    const budgetUnused = i < closed ? at("budgetUnused", i) : 0;
    const close = (id: string, expected: number) =>
      expect([id, i, Math.abs(Number(sheet.values(`variance.${id}`)[i]) - expected) < 1e-4]).toEqual([id, i, true]);
    close("budget", V * h * p + budgetUnused);
    close("actual", cost + idle);
    close("volumePart", (V2 - V) * h * p);
    if (V2 > 0) close("efficiencyPart", V2 * (hours / V2 - h) * p);
    else close("efficiencyPart", hours * p);
    if (hours > 0) close("ratePart", hours * (cost / hours - p));
    else close("ratePart", cost);
    close("unusedPart", idle - budgetUnused);
    const difference = cost + idle - V * h * p - budgetUnused;
    close("flag", Math.abs(difference) > 0.05 * (V * h * p + budgetUnused) ? Math.sign(difference) : 0);
  }
  expect(sum(row("parts"))).toBeCloseTo(sheet.number("difference"), 4);
  expect(sheet.number("spent") - sheet.number("budgeted")).toBeCloseTo(sheet.number("difference"), 4);
}

/** One more row, below the example's. */
function paste(index: number, ...content: readonly (string | number)[]): void {
  bill.columns.forEach(({ id }, i) => sheet.set(`bill.${id}`, content[i] ?? "", ROWS + index));
}

describe("the example", () => {
  test("is split exactly in each month, and passes all checks", () => {
    expectExact();
    expect(sheet.failed()).toBe(0);
  });

  test("is over by six percent, in a sentence whose numbers are those of the cells", () => {
    expect(sheet.text("verdictText")).toBe(
      "Over budget by USD 0.69M (6%) in 6 months, mostly volume: 12,970 instead of 12,600 billion tokens. " +
        "Volume 0.34M, efficiency 0.24M, rate 0.22M, unused commitment -0.10M. 3 of 6 months beyond 5%.",
    );
    expect(row("variance.flag")).toEqual([0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0]);
    expect(sheet.number("difference")).toBeCloseTo(693_563, 0);
  });

  test("accounts for every dollar of the bill: compared, in other months, in no GPU, by cost center", () => {
    const billed = sum(bill.rows.map(([, , , cost]) => Number(cost)));
    expect(sheet.number("billedTotal")).toBeCloseTo(billed, 6);
    expect(sheet.number("spent") + sheet.number("notCompared")).toBeCloseTo(billed, 6);
    const research = bill.rows.filter((one) => one[5] === "Research");
    expect(sheet.number("centers.billed", 0)).toBeCloseTo(sum(research.map((one) => Number(one[3]))), 6);
    expect(sheet.number("noCenter")).toBeCloseTo(0, 6);
  });

  test("implies the MFU by which the hours per unit exceed the plan", () => {
    const hours = calculate(
      '=GPUMEM.GPU_HOURS(GPUMEM.TRAIN_FLOPS("llama-3.1-70b",1e9,4096),"h100-sxm",0.4,0.9,"bf16")',
    );
    expect(sheet.number("gpuHours")).toBeCloseTo(hours as number, 6);
    expect(sheet.number("impliedMfu")).toBeCloseTo((0.4 * (hours as number)) / sheet.number("perUnitActual"), 9);
  });
});

describe("the bill", () => {
  test("reads rows pasted below the example, daily or monthly", () => {
    paste(0, serial(2027, 3, 31), "gpu-8xh100-od", 100, 2936, "", "Research");
    paste(1, serial(2027, 4, 1) + 0.75, "gpu-8xh100-od", 50, 1468, "", "Product");
    paste(4, serial(2027, 2, 28) + 0.99, "gpu-8xh100-1yr", "", 7000, "Unused", "Product");
    expectExact();
    expect(sheet.failed()).toBe(0);
    expect(row("quantity.1")[2]).toBe(9_500);
    expect(row("quantity.1")[3]).toBe(12_650);
    expect(row("unused.0")[1]).toBe(112_000);
  });

  test("reads dates that are text, as exports write them", () => {
    const before = row("variance.actual");
    bill.rows.forEach(([day], i) => {
      const date = new Date((Number(day) - 25_569) * 86_400_000).toISOString().slice(0, 10);
      sheet.set("bill.date", `${date}T00:00:00Z`, i);
    });
    expect(sheet.number("textDates")).toBe(1);
    expect(row("variance.actual")).toEqual(before);
    expectExact();
    expect(sheet.failed()).toBe(0);
  });

  test("finds cost centers inside Tags where asked", () => {
    sheet.set("bill.center", '{"team":"ml","cost_center":"Product"}', 0);
    expect(sheet.number("noCenter")).toBeGreaterThan(1e6);
    sheet.set("matchTags", "yes");
    expect(sheet.number("noCenter")).toBeCloseTo(0, 6);
  });

  test("compares one GPU alone, or leaves a SKU out", () => {
    sheet.set("map.gpu", "b200-sxm", 1);
    sheet.set("scope", "h100-sxm");
    expectExact({ "gpu-8xh100-1yr": 8 });
    sheet.set("scope", "all");
    sheet.set("map.inBudget", "no", 0);
    expectExact({ "gpu-8xh100-od": 8 });
    expect(sheet.failed()).toBe(0);
  });
});

describe("months", () => {
  test("without work, without hours, without anything still add up", () => {
    sheet.set("workDone", 0, 1);
    sheet.set("workDone", "", 2);
    sheet.set("budgetVolume", 0, 3);
    sheet.set("closedMonths", 8);
    expectExact();
    expect(row("variance.actual")[7]).toBe(0);
    expect(row("variance.volumePart")[6]).toBeLessThan(0);
  });

  test("that are not closed are not compared", () => {
    sheet.set("closedMonths", 2);
    expectExact();
    expect(sheet.text("verdictText")).toMatch(
      /^Under budget by USD 0\.00M \(0%\) in 2 months, within the 5% allowed\./,
    );
    expect(sheet.text("status")).toBe("within");
  });

  test("typed hours per unit replace the engine's", () => {
    sheet.set("typedHours", 400, 0);
    expect(row("budgetHours").slice(0, 2)).toEqual([400, sheet.number("gpuHours")]);
    expectExact();
  });
});

describe("the verdict names the largest part", () => {
  const says = () => sheet.text("verdictText");
  const setAll = (id: string, content: string | number) => {
    for (let i = 0; i < 6; i++) sheet.set(id, content, i);
  };

  test.each([
    ["volume", () => setAll("budgetVolume", 1500), /mostly volume: 12,970 instead of 9,000 billion tokens\./],
    ["efficiency", () => setAll("typedHours", 250), /mostly efficiency: 362\.4 instead of 250\.0 GPU-hours per unit\./],
    ["rate", () => setAll("budgetPrice", 2), /mostly rate: USD 2\.60 instead of 2\.00 per GPU-hour\./],
    ["unused", () => sheet.set("bill.cost", 3e6, 2), /mostly unused commitment: USD 3\.33M instead of 0\.54M\./],
  ])("%s", (_, change, sentence) => {
    change();
    expect(says()).toMatch(/^Over budget/);
    expect(says()).toMatch(sentence);
    expectExact();
  });

  test("under budget: the largest saving", () => {
    setAll("budgetPrice", 3);
    expect(says()).toMatch(/^Under budget by USD 1\.32M \(9%\) in 6 months, mostly rate: USD 2\.60 instead of 3\.00/);
    expect(sheet.text("status")).toBe("under");
  });

  test("a small budget in whole amounts; without a budget no share of it", () => {
    for (let i = 0; i < ROWS; i++) {
      for (const column of ["quantity", "cost"]) {
        const value = sheet.values(`bill.${column}`)[i];
        if (typeof value === "number") sheet.set(`bill.${column}`, value / 1000, i);
      }
    }
    for (let i = 0; i < 6; i++) {
      for (const id of ["budgetVolume", "workDone", "budgetUnused"])
        sheet.set(id, Number(sheet.values(id)[i]) / 1000, i);
    }
    expect(says()).toMatch(
      /^Over budget by USD 694 \(6%\) in 6 months, .* Volume 335, efficiency 237, rate 219, unused/,
    );
    setAll("budgetVolume", 0);
    setAll("budgetUnused", 0);
    expect(says()).toMatch(/^Over budget by USD 12,648 in 6 months, mostly volume/);
    expect(sheet.failed()).toBe(0);
  });

  test("closed months that the bill does not cover are named", () => {
    sheet.set("closedMonths", 8);
    expect(says()).toMatch(/ Months without a bill: 2\.$/);
  });

  test("no bill, and an engine result that is an error", () => {
    sheet.set("closedMonths", 0);
    expect(says()).toBe("No cost in the closed months.");
    sheet.set("closedMonths", 6);
    sheet.set("model", "no such model");
    expect(says()).toBe("No verdict: a cell is an error.");
    expect(sheet.failed()).not.toBe(0);
  });
});

describe("checks refuse", () => {
  const cases: readonly (readonly [string, string, () => void, number])[] = [
    [
      "a SKU that the map lacks",
      "unmatched",
      () => paste(0, serial(2027, 2, 1), "gpu-new", 10, 500, "", "Research"),
      1,
    ],
    ["a row without a SKU", "unmatched", () => paste(2, serial(2027, 2, 1), "", "", 500, "Unused", ""), 1],
    ["a SKU twice in the map", "unmatched", () => sheet.set("map.sku", "gpu-8xh100-od", 3), 6],
    ["a SKU twice, listed twice", "skuTwice", () => sheet.set("map.sku", "gpu-8xh100-od", 3), 2],
    ["a closed month whose work is not typed", "noWork", () => sheet.set("workDone", "", 4), 1],
    ["closed months that the bill does not cover", "noBill", () => sheet.set("closedMonths", 8), 2],
    ["quantities that are text", "textQuantity", () => sheet.set("bill.quantity", "60 000 h", 0), 1],
    ["costs that are text", "textCost", () => sheet.set("bill.cost", "USD 5", 1), 1],
    ["text among dates", "mixedDates", () => sheet.set("bill.date", "January", 4), 1],
    ["a date outside the year", "outsideMonths", () => sheet.set("bill.date", serial(2026, 12, 31), 3), 1],
    ["two centers of one text", "centersTwice", () => sheet.set("centers.name", "Research", 1), 1],
    ["a first month from its second day", "firstDay", () => sheet.set("planStart", serial(2027, 1, 2)), 1],
  ];
  test.each(cases)("%s", (_, id, change, expected) => {
    expect(sheet.number(id)).toBe(0);
    change();
    expect(sheet.number(id)).toBe(expected);
    expect(sheet.failed()).not.toBe(0);
  });

  test("and the verdict says what was left out", () => {
    paste(0, serial(2027, 2, 1), "gpu-new", 10, 500, "", "Research");
    sheet.set("bill.cost", "USD 5", 1);
    expect(sheet.text("verdictText")).toMatch(/Rows that match no SKU: 1\. Numbers that are text: 1\.$/);
  });
});

describe("without editing a formula", () => {
  test.each([
    ["llama-3.1-8b", "h100-sxm", 20e9],
    ["mixtral-8x7b", "h200-sxm", 1e9],
    ["deepseek-v3", "b200-sxm", 2e9],
  ])("another unit of work: %s on %s", (model, gpu, tokens) => {
    sheet.set("model", model);
    sheet.set("gpu", gpu);
    sheet.set("trainingTokens", tokens);
    const flops = `GPUMEM.TRAIN_FLOPS("${model}",${tokens},4096)`;
    const hours = calculate(`=GPUMEM.GPU_HOURS(${flops},"${gpu}",0.4,0.9,"bf16")`);
    expect(sheet.number("gpuHours")).toBeCloseTo(hours as number, 6);
    expectExact();
  });

  test("mode 2: everything stays where the functions are gone", () => {
    const ids = ["verdictText", "parts", "variance.flag", "variance.actual", "impliedMfu"];
    const before = ids.map((id) => sheet.values(id));
    sheet.saveAndForget();
    expect(ids.map((id) => sheet.values(id))).toEqual(before);
    sheet.set("workDone", 3000, 0);
    expectExact();
  });
});

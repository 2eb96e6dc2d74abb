// Rent or buy against loops over years, bisection for the break-even, and its verdict in all branches.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { rentOrBuy } from "../../../src/sheets/templates/rentOrBuy";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { calculate, spreadsheet } from "../../support/workbook";
import { crossing, depreciationSchedule, levelPayment, monthsLater, presentValue, serial } from "../independent";
import { aheadFrom, cashOf, type Option, type Plan, yearlyCost } from "./rentOrBuyByYear";

let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(spreadsheet(), rentOrBuy);
});

const numbers = (id: string) => sheet.values(id).map(Number);
const verdict = () => sheet.text("verdictText");
const conclusion = () => sheet.text("conclusion");
const INDEXES = [0, 1, 2, 3, 4] as const;

/** Inputs as the sheet says them; what follows from them is computed here. */
function planNow(): Plan {
  return {
    gpus: sheet.number("gpus"),
    years: sheet.number("years"),
    allocation: sheet.number("allocation"),
    goodput: 0.9,
    listPrice: sheet.number("listPrice"),
    priceChange: sheet.number("priceChange"),
    wacc: 0.1,
    life: sheet.number("life"),
    residual: sheet.number("residual"),
    siteLife: sheet.number("siteLife"),
    kw: sheet.number("kw"),
    pue: 1.3,
    energyPrice: 0.083,
    idleDraw: sheet.number("idleDraw"),
    perFte: sheet.number("perFte"),
  };
}

function optionsNow(): Option[] {
  return INDEXES.map((i) => {
    const at = (id: string) => sheet.number(id, i);
    return {
      name: sheet.text("options:heads", i),
      share: at("priceShare"),
      paysAll: at("paysAll") === 1,
      term: at("term"),
      hardware: at("hwGpu") + at("hwServer") + at("hwNetwork") + at("hwStorage"),
      setup: at("setup"),
      site: at("siteBuild"),
      space: at("spaceRate"),
      paysEnergy: at("energyPaid") === 1,
      support: at("support"),
      staff: at("staff"),
      other: at("otherPerGpu"),
      goodput: at("goodputOf"),
    };
  });
}

function expectAgreement(): void {
  const [plan, options] = [planNow(), optionsNow()];
  const [first] = options as [Option];
  for (const [i, option] of options.entries()) {
    const { upfront, years, left } = cashOf(plan, option);
    expect(sheet.number("upfront", i)).toBeCloseTo(upfront, 3);
    expect(sheet.number("endValue", i)).toBeCloseTo(left, 3);
    const paid = numbers(`cost.${i + 1}`);
    expect(paid.slice(0, plan.years)).toEqual(years.map((one) => expect.closeTo(one, 3)));
    expect(paid.slice(plan.years).every((one) => one === 0)).toBe(true);
    expect(sheet.number("yearly", i)).toBeCloseTo(yearlyCost(plan, option), 3);
    expect(sheet.number("aheadFrom", i)).toBe(i === 0 ? 0 : aheadFrom(plan, option, first));
  }
  expect(sheet.number("best")).toBeCloseTo(Math.min(...options.map((option) => yearlyCost(plan, option))), 3);
  expect(sheet.failed()).toBe(0);
}

/** The allocation at which an option's year costs what the first one's does, by bisection. */
function evenOf(i: number): number {
  const [plan, options] = [planNow(), optionsNow()];
  const cost = (option: Option, allocation: number) => yearlyCost({ ...plan, allocation }, option);
  return crossing((allocation) => cost(options[0] as Option, allocation) - cost(options[i] as Option, allocation), 1);
}

describe("Sign three years for 4,096?", () => {
  test("costs, present values and years agree with loops", expectAgreement);

  test("power per GPU comes from the catalog: 700 W and 575 W beside it", () =>
    expect(sheet.number("kw")).toBeCloseTo(1.275, 9));

  test("break-even allocations agree with bisection; at them the two cost the same", () => {
    for (const i of [1, 2, 3, 4]) expect(sheet.number("even", i)).toBeCloseTo(evenOf(i), 6);
    expect(sheet.values("even")[0]).toBe("none");
    expect(sheet.values("reachable")).toEqual(["no", "yes", "yes", "yes", "yes"]);
  });

  test("the verdict says what the numbers say", () => {
    expect(verdict()).toBe(
      "3 years: Borderline, breaks even at 80% allocation, 85% expected; cheaper in cash from year 1. " +
        "Cheapest over 5 years: Own site, 2.59 USD per useful GPU-hour, 25% less than On demand.",
    );
    expect(sheet.number("lookEven")).toBeCloseTo(0.803, 3);
    expect(sheet.number("bestHour")).toBeCloseTo(2.591, 3);
    expect(sheet.number("lead")).toBeCloseTo(sheet.number("yearly", 3) - sheet.number("yearly", 4), 3);
  });
});

describe("other inputs", () => {
  test.each([
    ["three years", [["years", 3]]],
    [
      "six years, a longer life",
      [
        ["years", 6],
        ["life", 6],
      ],
    ],
    ["prices that rise", [["priceChange", 0.05]]],
    [
      "eight H200",
      [
        ["gpuName", "h200-sxm"],
        ["gpus", 8],
      ],
    ],
    [
      "a year of prices without change",
      [
        ["priceChange", 0],
        ["years", 1],
      ],
    ],
  ] as const)("%s", (_, typed) => {
    for (const [line, content] of typed) sheet.set(line, content);
    expectAgreement();
  });

  test("a worse goodput needs more hours; what does not fit is bought on demand", () => {
    sheet.set("goodputOf", 0.7, 4);
    sheet.set("goodputOf", 0.95, 0);
    expect(sheet.number("extra", 4)).toBeGreaterThan(0);
    expectAgreement();
  });

  test("the allocation follows from the work where asked", () => {
    sheet.set("fromWork", "yes");
    const hours = Number(
      calculate(
        '=GPUMEM.RESULT({"model","llama-3.1-405b";"gpu","h100-sxm";"training tokens",12e12;"mfu",0.4;"goodput",0.9},"gpu hours")',
      ),
    );
    expect(sheet.number("allocation")).toBeCloseTo(hours / (4096 * 8760), 9);
    expectAgreement();
  });

  test.each([
    ["llama-3.1-8b", "b200-sxm", 512],
    ["qwen3-32b", "h200-sxm", 1024],
    ["deepseek-v3", "a100-sxm-80gb", 2048],
  ])("%s on %s without editing a formula", (model, gpu, gpus) => {
    sheet.set("model", model);
    sheet.set("gpuName", gpu);
    sheet.set("gpus", gpus);
    expectAgreement();
    expect(verdict()).toMatch(/^3 years: .* Cheapest over 5 years: /);
  });

  test("a contract's price stands for the share of the list", () => {
    sheet.set("contractPrice", 2, 2);
    expect(sheet.number("rentPrice", 2)).toBe(2);
    expect(sheet.number("even", 2)).toBeLessThan(0.65);
    expect(sheet.failed()).toBe(0);
  });
});

describe("the verdict on the option looked at", () => {
  test.each([
    [
      "Own site",
      "Pays",
      /^Own site: Pays, breaks even at 62% allocation, 85% expected; cheaper in cash from year 3\. /,
    ],
    [
      "1 year",
      "Borderline",
      /^1 year: Borderline, breaks even at 90% allocation, 85% expected; not cheaper in cash after 5 years\. /,
    ],
    ["On demand", "Nothing to sign", /^Cheapest over 5 years: Own site, /],
  ])("%s: %s", (look, word, sentence) => {
    sheet.set("look", look);
    expect(conclusion()).toBe(word);
    expect(verdict()).toMatch(sentence);
    expect(sheet.failed()).toBe(0);
  });

  test("does not pay: its break-even is out of reach, or there is none", () => {
    sheet.set("contractPrice", 4, 2);
    expect(verdict()).toMatch(
      /^3 years: Does not pay, breaks even at 1\d\d% allocation, 85% expected \(out of reach\); /,
    );
    expect(sheet.values("reachable")[2]).toBe("no");
    sheet.set("look", "Own site");
    sheet.set("priceShare", 0, 0);
    sheet.set("contractPrice", 0.01, 0);
    expect(verdict()).toMatch(
      /^Own site: Does not pay, never breaks even; not cheaper in cash after 5 years\. .*On demand, [\d.]+ USD per useful GPU-hour\.$/,
    );
  });

  test("ahead in cash only where it stays ahead", () => {
    sheet.set("priceChange", -0.3);
    expect(sheet.number("paid.3", 0)).toBeLessThan(sheet.number("paid.1", 0));
    expect(verdict()).toMatch(/^3 years: Does not pay, breaks even at 97% .*; not cheaper in cash after 5 years\. /);
    expectAgreement();
  });

  test("a worse goodput: full before it breaks even, it never does", () => {
    sheet.set("goodputOf", 0.72, 2);
    expect(sheet.number("full", 2)).toBeCloseTo(0.8, 9);
    expect(sheet.number("crossing", 2)).toBeCloseTo(0.803, 3);
    expect(sheet.number("yearly", 2)).toBeGreaterThan(sheet.number("yearly", 0));
    expect(verdict()).toMatch(/^3 years: Does not pay, never breaks even; /);
    expect(sheet.values("reachable")[2]).toBe("no");
    expect(sheet.number("lookAt", 3)).toBeCloseTo(sheet.number("yearly", 2), 3);
    expectAgreement();
  });

  test("a worse goodput that still pays", () => {
    sheet.set("goodputOf", 0.8, 2);
    sheet.set("priceShare", 0.55, 2);
    expect(sheet.number("even", 2)).toBeCloseTo(evenOf(2), 6);
    expect(verdict()).toMatch(/^3 years: Pays, breaks even at 60% allocation, 85% expected; /);
    expectAgreement();
  });

  test("the first option is the commitment, the one looked at is not", () => {
    sheet.set("paysAll", 1, 0);
    sheet.set("priceShare", 0.6, 0);
    sheet.set("paysAll", 0, 2);
    sheet.set("priceShare", 0.9, 2);
    expect(sheet.values("even")[2]).toBe("none");
    const below = sheet.number("below");
    expect(verdict()).toMatch(/^3 years: Does not pay, costs less below 6\d% allocation, 85% expected; /);
    sheet.set("allocation", below - 0.1);
    expect(sheet.number("yearly", 2)).toBeLessThan(sheet.number("yearly", 0));
    expect(conclusion()).toBe("Pays");
    expect(sheet.failed()).toBe(0);
  });

  test("the same hour with less beside it costs less throughout; the same in all is borderline", () => {
    sheet.set("paysAll", 0, 2);
    sheet.set("priceShare", 1, 2);
    sheet.set("term", 1, 2);
    expect(conclusion()).toBe("Borderline");
    sheet.set("otherPerGpu", 0, 2);
    expect(verdict()).toMatch(/^3 years: Pays, costs less throughout; cheaper in cash from year 1\. /);
    expect(sheet.failed()).toBe(0);
  });

  test("one year is no years", () => {
    sheet.set("years", 1);
    expect(verdict()).toMatch(/ Cheapest over 1 year: /);
  });

  test("no verdict without a price", () => {
    sheet.set("gpuName", "mi300x");
    expect(verdict()).toBe("No verdict: a rent of mi300x has no price.");
    expect(conclusion()).toBe("No price");
    expect(sheet.number("noPrice")).toBe(3);
    for (const i of [0, 1, 2]) sheet.set("contractPrice", 4 - i / 2, i);
    expect(verdict()).toMatch(/^3 years: /);
    expect(sheet.failed()).toBe(0);
  });

  test("no verdict from an error", () => {
    sheet.set("gpuName", "no such gpu");
    for (const i of [0, 1, 2]) sheet.set("contractPrice", 4, i);
    expect(verdict()).toBe("No verdict: a result is an error.");
    expect(sheet.failed()).not.toBe(0);
  });

  test("a GPU whose power nobody published needs a measured one", () => {
    sheet.set("gpuName", "tpu-v5p");
    for (const i of [0, 1, 2]) sheet.set("contractPrice", 4 - i / 2, i);
    expect(verdict()).toBe("No verdict: a result is an error.");
    sheet.set("ownKw", 0.8);
    expect(verdict()).toMatch(/^3 years: /);
  });
});

describe("the option looked at: Own site", () => {
  beforeEach(() => sheet.set("look", "Own site"));

  test("depreciation as month by month, book value at the end as in the comparison", () => {
    const cost = sheet.number("hardware", 4);
    const start = serial(2027, 1, 1);
    const starts = Array.from({ length: 6 }, (_, i) => monthsLater(start, 12 * i));
    const schedule = depreciationSchedule({ cost, residual: cost * 0.1, lifeYears: 5, inService: start }, starts, 12);
    expect(numbers("depreciation.charge")).toEqual(schedule.charge.map((one) => expect.closeTo(one, 3)));
    expect(sheet.number("bookEnd")).toBeCloseTo(sheet.number("endHardware", 4), 3);
  });

  test("the loan's payment, and that expense and cash meet over the plan", () => {
    const principal = sheet.number("hardware", 4) * 0.7;
    expect(sheet.number("payment.level")).toBeCloseTo(levelPayment(principal, 0, 0.09, 4, false), 3);
    const interest = numbers("payment.interest").reduce((a, b) => a + b, 0);
    const cash = sheet.number("cashOut:opening") + sheet.number("cashOut:total");
    const expense = sheet.number("withInterest:total");
    expect(cash - sheet.number("lookAllEnd")).toBeCloseTo(expense, 2);
    expect(interest).toBeCloseTo(4 * levelPayment(principal, 0, 0.09, 4, false) - principal, 2);
  });

  test("a site that lives shorter than the plan is depreciated once", () => {
    sheet.set("siteLife", 3);
    expect(sheet.failed()).toBe(0);
  });

  test("present value by loops", () => {
    const flows = numbers("flow.5");
    const worth = sheet.number("lookUpfront") + presentValue(0.1, 1, false, flows);
    expect(sheet.number("netPresentValue.presentValue")).toBeCloseTo(worth, 3);
  });

  test("cost of a year by allocation meets the comparison where the allocation is the plan's", () => {
    expect(sheet.number("firstAt", 3)).toBeCloseTo(sheet.number("yearly", 0), 3);
    expect(sheet.number("lookAt", 3)).toBeCloseTo(sheet.number("yearly", 4), 3);
  });
});

describe("checks fail when", () => {
  test.each([
    ["partsReconcile", "runningYearly", 1, 2],
    ["npvReconciles", "present.3", 1, 0],
    ["evenReconciles", "breakEven.fixedYearly", 1e6, 0],
    ["annuityReconciles", "worth", 0.5, 0],
    ["yearsAllowed", "years", 7, 0],
    ["yearsAllowed", "years", 2.5, 0],
    ["lifeEnds", "life", 4, 0],
    ["nameTwice", "options:heads", "1 year" as unknown as number, 2],
    ["profitReconciles", "charge", 1e6, 0],
    ["bookReconciles", "depreciation.closing", 5, 4],
    ["costsAgree", "lookExpected", 1, 0],
  ])("%s: %s is %s", (check, line, content, index) => {
    expect(sheet.number(check)).toBe(0);
    sheet.set(line, content, index);
    expect(sheet.number(check)).toBe(1);
    expect(sheet.failed()).not.toBe(0);
  });
});

test("saved: without the functions all stays, and other prices still count", () => {
  const ids = ["yearly", "even", "verdictText", "paid.3", "allocation"];
  const before = ids.map((id) => sheet.values(id));
  sheet.saveAndForget();
  expect(ids.map((id) => sheet.values(id))).toEqual(before);
  sheet.set("priceChange", -0.25);
  sheet.set("gpus", 2048);
  expectAgreement();
});

// The fleet plan against a plan counted day by day, its verdict in all branches, its checks when something is broken.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { loadSpreadsheet } from "../../../src/cli/headless";
import { fleetPlan } from "../../../src/sheets/templates/fleetPlan";
import { demand } from "../../../src/sheets/templates/fleetPlan/demand";
import { supply } from "../../../src/sheets/templates/fleetPlan/supply";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { scratchSheet } from "../../../src/workbench/scratchSheet";
import { DIST } from "../../support/workbook";
import { monthsLater, serial } from "../independent";
import { dayByDay, type Tranche, type Workload } from "./fleetPlanByDay";

const library = loadSpreadsheet(DIST);
const calculate = scratchSheet(library);
const PLAN_START = serial(2027, 1, 1);
const GPUS = ["h100-sxm", "h200-sxm", "b200-sxm"];
const CENTERS = ["Research", "Product", "Platform", "Safety"];

let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(library, fleetPlan);
});

const row = (id: string) => sheet.values(id).map(Number);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const near = (received: number, expected: number) =>
  Math.abs(received - expected) <= 1e-6 * Math.max(1, Math.abs(expected)) ? expected : received;
const expectRow = (id: string, expected: readonly number[]) =>
  expect([id, row(id).map((one, i) => near(one, expected[i] ?? NaN))]).toEqual([id, expected]);

/** As the sheet says it now: typed cells, and the engine's hours where a run is named. */
function workloads(): Workload[] {
  return sheet.values("demand.workload").flatMap((name, i) =>
    name === "" || name === null
      ? []
      : [
          {
            center: sheet.text("demand.center", i),
            gpu: sheet.text("demand.gpu", i),
            start: Number(sheet.value("demand.start", i)),
            ...(sheet.value("demand.end", i) && { end: Number(sheet.value("demand.end", i)) }),
            volume: Number(sheet.value("demand.volume", i)),
            hoursPerUnit: Number(sheet.value("demand.perUnit", i)),
            priority: Number(sheet.value("demand.priority", i)),
          },
        ],
  );
}

function tranches(): Tranche[] {
  return sheet.values("supply.count").flatMap((count, i) =>
    Number(count) > 0
      ? [
          {
            gpu: sheet.text("supply.gpu", i),
            count: Number(count),
            start: Number(sheet.value("supply.start", i)),
            months: Number(sheet.value("supply.term", i)),
            price: Number(sheet.value("supply.price", i)),
            prepaid: Number(sheet.value("supply.prepaid", i)),
          },
        ]
      : [],
  );
}

function expectDayByDay(planStart = PLAN_START): void {
  const quarters = dayByDay(planStart, workloads(), tranches());
  GPUS.forEach((gpu, i) => {
    const [allocation, price] = [sheet.number("types.allocation", i), sheet.number("types.price", i)];
    const needed = quarters.map((one) => one.demand[gpu] ?? 0);
    const usable = quarters.map((one) => (one.paidHours[gpu] ?? 0) * allocation);
    const short = needed.map((hours, q) => Math.max(0, hours - (usable[q] ?? 0)));
    expectRow(`demanded.${i}`, needed);
    expectRow(`usable.${i}`, usable);
    expectRow(`short.${i}`, short);
    expectRow(
      `shortCost.${i}`,
      short.map((hours) => hours * price),
    );
    expectRow(
      `idleCost.${i}`,
      quarters.map((one, q) =>
        usable[q] ? ((one.cost[gpu] ?? 0) * Math.max(0, (usable[q] ?? 0) - (needed[q] ?? 0))) / (usable[q] ?? 1) : 0,
      ),
    );
  });
  const onDemand = GPUS.map((_, i) => row(`shortCost.${i}`)).reduce((a, b) => a.map((one, q) => one + (b[q] ?? 0)));
  expectRow(
    "pnl",
    quarters.map(({ pnl }, q) => pnl + (onDemand[q] ?? 0)),
  );
  expectRow(
    "paidOut",
    quarters.map(({ cash }, q) => cash + (onDemand[q] ?? 0)),
  );
  expect(sheet.failed()).toBe(0);
}

describe("the example", () => {
  test("is what the days add up to: about 190 million over three years", () => {
    expectDayByDay();
    expect(sheet.number("pnlTotal")).toBeGreaterThan(180e6);
    expect(sheet.number("pnlTotal")).toBeLessThan(210e6);
  });

  test("has one short quarter, before the second tranche, and one idle quarter, between two workloads", () => {
    expect(sheet.number("shortCount")).toBe(1);
    expect(row("shortFlag.2")).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(sheet.number("idleCount")).toBe(1);
    expect(row("idleFlag.1")).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect([sheet.text("shortIn"), sheet.text("idleIn")]).toEqual(["2027 Q3", "2028 Q2"]);
  });

  test("orders in whole multiples what closes the gap, by the lead time before the quarter", () => {
    const [hours, gpus] = [sheet.number("shortHours"), sheet.number("shortGpus")];
    expect(gpus % 8).toBe(0);
    expect(gpus * 92 * 24 * 0.85).toBeGreaterThanOrEqual(hours);
    expect((gpus - 8) * 92 * 24 * 0.85).toBeLessThan(hours);
    expect(sheet.number("orderDate")).toBe(serial(2027, 1, 1));
  });

  test("says so in one sentence whose numbers are those of the cells", () => {
    expect(sheet.text("verdictText")).toBe(
      "Short of 888,853 b200-sxm hours in 2027 Q3: order 480 GPUs by 2027-01-01, or USD 5.9M on demand. " +
        "Idle: 750,477 h200-sxm hours in 2028 Q2 (USD 2.5M). " +
        "Next to sign: 512 × b200-sxm of Provider C (second) by 2027-04-01.",
    );
    expect(sheet.at("C2")).toBe(sheet.text("verdictText"));
    expect(sheet.text("status")).toBe("short");
  });
});

describe("the engine's hours", () => {
  const hours = (model: string, gpu: string, tokens: number) =>
    calculate(`=GPUMEM.GPU_HOURS(GPUMEM.TRAIN_FLOPS("${model}",${tokens},4096),"${gpu}",0.4,0.9,"bf16")`);

  test("of a run are those of the building blocks, and reach the workloads that name it", () => {
    expect(sheet.number("runHours.0")).toBeCloseTo(hours("llama-3.1-70b", "b200-sxm", 6e12) as number, 3);
    expect(sheet.number("demand.perUnit", 3)).toBeCloseTo(hours("llama-3.1-8b", "h100-sxm", 20e9) as number, 6);
    expect(sheet.number("demand.perUnit", 1)).toBe(1080);
  });

  test.each([
    ["qwen3-32b", "h100-sxm"],
    ["mixtral-8x7b", "h200-sxm"],
    ["deepseek-v3", "b200-sxm"],
  ])("of %s on %s need no edited formula", (model, gpu) => {
    sheet.set("runs.model", model, 0);
    sheet.set("runs.gpu", gpu, 0);
    sheet.set("demand.gpu", gpu, 0);
    sheet.set("runs.tokens", 1e12, 0);
    expect(sheet.number("runHours.0")).toBeCloseTo(hours(model, gpu, 1e12) as number, 3);
    expectDayByDay();
  });

  test("stay as saved where the functions are gone", () => {
    const ids = ["pnl", "paidOut", "demanded.0", "demanded.2", "shown.0", "verdictText", "terms.value"];
    const before = ids.map((id) => sheet.values(id));
    sheet.saveAndForget();
    expect(ids.map((id) => sheet.values(id))).toEqual(before);
    sheet.set("demand.volume", 2, 0);
    expectDayByDay();
  });

  test("that are an error make a sentence and a failed check, not a number", () => {
    sheet.set("runs.model", "no such model", 0);
    expect(sheet.text("verdictText")).toBe("No verdict: a cell is an error.");
    expect(sheet.failed()).not.toBe(0);
  });
});

describe("dates", () => {
  test("within quarters count their days", () => {
    sheet.set("demand.start", serial(2027, 8, 17), 0);
    sheet.set("demand.end", serial(2028, 2, 29), 0);
    sheet.set("supply.start", serial(2027, 11, 30), 3);
    sheet.set("supply.term", 15, 3);
    expectDayByDay();
    const [whole, active] = [sheet.number("demand.quarterly", 0), row("need.0")];
    expect(active.map((hours) => Math.round((hours / whole) * 92 * 91) / (92 * 91))).toEqual([
      0,
      0,
      45 / 92,
      1,
      59 / 91,
      ...Array<number>(7).fill(0),
    ]);
  });

  test("of a plan from the last day of a month, before and after the plan", () => {
    sheet.set("planStart", serial(2027, 8, 31));
    sheet.set("supply.start", serial(2024, 1, 1), 1);
    sheet.set("supply.term", 12, 1);
    sheet.set("supply.start", serial(2031, 1, 1), 2);
    expectDayByDay(serial(2027, 8, 31));
    expect(
      row("paid.1")
        .concat(row("paid.2"))
        .every((hours) => hours === 0),
    ).toBe(true);
  });

  test.each([
    [serial(2027, 3, 31), 1, serial(2027, 2, 28)],
    [serial(2028, 3, 31), 1, serial(2028, 2, 29)],
    [serial(2028, 1, 15), 6, serial(2027, 7, 15)],
    [serial(2027, 12, 31), 3, serial(2027, 9, 30)],
    [serial(2027, 10, 1), 0, serial(2027, 10, 1)],
  ])("order by: from %i less %i months is %i", (start, lead, expected) => {
    sheet.set("supply.start", start, 3);
    sheet.set("supply.lead", lead, 3);
    expect(sheet.number("supply.orderBy", 3)).toBe(expected);
    expect(sheet.number("supply.orderBy", 3)).toBe(monthsLater(start, -lead));
    expect(sheet.value("supply.signBy", 0)).toBe("");
    expect(sheet.value("supply.orderBy", 7)).toBe("");
  });
});

describe("cash and P&L", () => {
  test("are the same over every contract's term, and differ in the plan by what is prepaid", () => {
    supply.rows.forEach((_, i) => {
      const of = (id: string) => sheet.number(`terms.${id}`, i);
      expect(of("before") + of("during") + of("after")).toBeCloseTo(of("value"), 4);
      expect(of("paidBefore") + of("paidDuring") + of("paidAfter")).toBeCloseTo(of("value"), 4);
    });
    const change = sheet.number("prepaidEnd") - sheet.number("prepaidStart");
    expect(sheet.number("cashTotal") - sheet.number("pnlTotal")).toBeCloseTo(change, 4);
    expect(Math.min(...row("prepaidBalance"))).toBeGreaterThanOrEqual(0);
  });

  test("all prepaid: cash falls in the quarter of the start, and nothing before the plan is paid again", () => {
    for (let i = 0; i < 5; i++) sheet.set("supply.prepaid", 1, i);
    expectDayByDay();
    expect(row("cash.0").every((one) => one === 0)).toBe(true);
    expect(row("cash.3").filter((one) => one > 0).length).toBe(1);
    expect(row("cash.3")[3]).toBeCloseTo(sheet.number("supply.value", 3), 4);
  });
});

describe("showback", () => {
  test("adds up to the P&L in each quarter, each GPU type by its own hours", () => {
    const shown = CENTERS.map((_, i) => row(`shown.${i}`));
    const nobody = row("shown.nobody");
    row("pnl").forEach((pnl, q) => expect(sum(shown.map((one) => one[q] ?? 0)) + (nobody[q] ?? 0)).toBeCloseTo(pnl, 4));
    const quarters = dayByDay(PLAN_START, workloads(), tranches());
    const q = 6; // 2028 Q3: two centers share the H200
    const used = { Research: sheet.number("need.6", q), Safety: sheet.number("need.4", q) };
    const share = used.Research / (used.Research + used.Safety);
    expect(row("showback1.cost.0")[q]).toBeCloseTo((quarters[q]?.cost["h200-sxm"] ?? 0) * share, 4);
    expect(row("showback1.hours.0")[q]).toBeCloseTo((quarters[q]?.paidHours["h200-sxm"] ?? 0) * share, 4);
  });

  test("names what nobody used, and follows renamed cost centers", () => {
    sheet.set("demand.end", serial(2027, 4, 1), 4);
    sheet.set("demand.end", serial(2027, 4, 1), 5);
    expect(row("shown.nobody")[1]).toBeCloseTo(row("commitment.1")[1] ?? 0, 4);
    sheet.set("centers.name", "Labs", 0);
    expect(sheet.failed()).not.toBe(0);
    for (const i of [0, 1, 6]) sheet.set("demand.center", "Labs", i);
    expect(sheet.failed()).toBe(0);
    expect(sheet.text("showback0.cost.0:label")).toBe("Labs, cost");
  });
});

describe("priorities", () => {
  test("what is short waits from the lowest priority up, and is not paid where it is not bought", () => {
    const [pretraining, experiments] = [row("waits.0"), row("waits.1")];
    const usable = row("usable.2")[2] ?? 0;
    expect(pretraining[2]).toBeCloseTo(sheet.number("need.0", 2) - usable, 4);
    expect(experiments[2]).toBeCloseTo(432_000, 4);
    const bought = sheet.number("pnlTotal");
    const cost = sheet.number("onDemandTotal");
    sheet.set("buyShort", "no");
    expect(sheet.number("pnlTotal")).toBeCloseTo(bought - cost, 4);
    expect(row("served.1")[2]).toBeCloseTo(0, 4);
    expect(sheet.failed()).toBe(0);
  });

  test("equal priorities: the upper row first", () => {
    sheet.set("demand.priority", 3, 0);
    expect(row("waits.1")[2]).toBeCloseTo(432_000, 4);
    sheet.set("demand.priority", 4, 0);
    expect(row("waits.1")[2]).toBeCloseTo(0, 4);
  });
});

describe("the verdict", () => {
  const says = () => sheet.text("verdictText");

  test("covered and nothing idle, everything signed", () => {
    sheet.set("supply.start", serial(2027, 7, 1), 3);
    sheet.set("demand.start", serial(2028, 4, 1), 6);
    for (const i of [3, 4]) sheet.set("supply.signed", "yes", i);
    expect(says()).toBe(
      "Demand is covered in every quarter. No quarter is idle by more than 15%. Every tranche is signed.",
    );
    expect(sheet.text("status")).toBe("covered");
  });

  test("idle only", () => {
    sheet.set("supply.start", serial(2027, 7, 1), 3);
    expect(says()).toMatch(/^Demand is covered in every quarter\. Idle: 750,477 h200-sxm hours in 2028 Q2/);
    expect(sheet.text("status")).toBe("idle");
  });

  test("without what is not signed: more short quarters; a past date is said", () => {
    sheet.set("countPlanned", "no");
    expect(sheet.number("shortCount")).toBe(10 + 2);
    expect(says()).toMatch(/\(11 more short quarters\)\. Idle/);
    sheet.set("types.lead", 12, 2);
    expect(says()).toMatch(/order 480 GPUs by 2026-07-01 \(a past date\), or USD 5\.9M on demand/);
  });

  test("a gap below the policy's share is no short quarter", () => {
    sheet.set("materiality", 0.7);
    expect(sheet.number("shortCount")).toBe(0);
    expect(sheet.number("onDemandTotal")).toBeGreaterThan(5e6);
    expect(says()).toMatch(/^No quarter is short by more than 70%\. Idle: /);
  });
});

describe("checks fail where they should", () => {
  test.each([
    ["a GPU that is not of the list", "demand.gpu", "a100-sxm-80gb", 2],
    ["a cost center that is not of the list", "demand.center", "Unknown", 2],
    ["a run on another GPU", "demand.run", "Extend 70B", 0],
    ["a run that is not there", "demand.run", "Nothing", 0],
    ["a workload without a priority", "demand.priority", "", 2],
    ["a tranche of another GPU", "supply.gpu", "mi300x", 0],
    ["a tranche without a term", "supply.term", "", 2],
    ["a tranche to sign in the past", "supply.lead", 24, 3],
    ["a GPU type without a price", "types.gpu", "gb200", 0],
    ["one GPU type twice", "types.gpu", "b200-sxm", 0],
    ["a workload that ends before it starts", "demand.end", serial(2027, 6, 30), 0],
    ["a tranche without a price", "supply.price", "", 0],
    ["a tranche prepaid twice", "supply.prepaid", 1.5, 0],
    ["text for a number", "demand.volume", "many", 0],
  ])("%s", (_, reference, content, index) => {
    expect(sheet.failed()).toBe(0);
    sheet.set(reference, content, index);
    expect(sheet.failed()).not.toBe(0);
  });

  test("not where a GPU type is left empty, with nothing of it, nor where orders come in any number", () => {
    for (const i of [4, 5, 6]) for (const column of ["gpu", "volume"]) sheet.set(`demand.${column}`, "", i);
    for (const column of ["gpu", "count", "start", "term"]) sheet.set(`supply.${column}`, "", 1);
    sheet.set("types.gpu", "", 1);
    sheet.set("types.multiple", "", 2);
    expect(sheet.number("missing.2", 2)).toBe(474);
    expect(sheet.failed()).toBe(0);
  });

  test("a formula that somebody typed over", () => {
    sheet.set("cash.0", 1, 3);
    expect(sheet.failed()).not.toBe(0);
    sheet = openTemplate(library, fleetPlan);
    sheet.set("demanded.1", 5, 3);
    expect(sheet.failed()).not.toBe(0);
  });
});

test("lists have room for more, and every row of them holds the same formulas", () => {
  expect(sheet.values("demand.workload").length).toBeGreaterThan(demand.rows.length);
  const [first] = sheet.values("demand.known");
  expect(first).toBe(1);
  const i = demand.rows.length;
  ["More", "Product", "", "serving", "h100-sxm", PLAN_START, "", 10, "job", "", 100, 2].forEach((content, k) =>
    sheet.set(`demand.${demand.columns[k]?.id ?? ""}`, content, i),
  );
  ["Provider D", "h100-sxm", 64, "reserved", "no", serial(2028, 1, 1), 12, 2, 0.5, 2].forEach((content, k) =>
    sheet.set(`supply.${supply.columns[k]?.id ?? ""}`, content, supply.rows.length),
  );
  expectDayByDay();
});

// Worked examples: they calculate without an error, their checks hold, and their numbers agree with witnesses outside of them.
import { describe, expect, test } from "@jest/globals";
import { exampleBook, type ExampleBook } from "../../src/cli/exampleBook";
import { relative } from "../../src/sheets/address";
import { examples } from "../../src/sheets/examples";
import { explained } from "../../src/sheets/examples/pages";
import { quotesIn } from "../../src/sheets/examples/quotes";
import { CHROME } from "../../src/sheets/layout/chrome";
import { spreadsheet } from "../support/workbook";

const books = new Map<string, ExampleBook>();
function bookOf(id: string): ExampleBook {
  const example = examples.find((one) => one.id === id);
  if (!example) throw new Error(`no example ${id}`);
  const book = books.get(id) ?? exampleBook(spreadsheet(), example);
  books.set(id, book);
  return book;
}

const HOUR = 3600;

/** A number of a sheet, by its line; quotes of texts name the same cells. */
const numberOf = (id: string) => (sheet: string, reference: string) =>
  Number(bookOf(id).quoted(`{${sheet}.${reference}:exact}`));
const textOf = (id: string) => (sheet: string, reference: string) => bookOf(id).quoted(`{${sheet}.${reference}:text}`);

describe.each(examples)("$id", ({ id, sheets }) => {
  test("no cell is an error, and results are saved", () => {
    const { grids, read } = bookOf(id);
    for (const { name, cells } of grids)
      for (const { row, column, role } of cells) {
        const shown = read(name, row, column);
        expect([name, relative(row, column), role, /^#[A-Z/0!?]+/.test(String(shown))]).toEqual([
          name,
          relative(row, column),
          role,
          false,
        ]);
      }
    for (const { name } of sheets) expect(read(name, CHROME.mode.row, CHROME.mode.column)).toBe(2);
  });

  test("every check holds, on its sheets and in the audit", () => {
    const { grids, read } = bookOf(id);
    for (const { name } of grids)
      expect([name, read(name, CHROME.checks.row, CHROME.checks.column)]).toEqual([name, 0]);
    expect(read("GM Audit", CHROME.verdict.row, CHROME.verdict.column)).toBe(
      `All checks hold on ${sheets.length} sheets.`,
    );
  });

  test("its page quotes cells that are there, and types no result", () => {
    const { page } = explained.find(({ example }) => example.id === id) ?? {};
    const texts = [
      ...(page?.passages ?? []).flatMap(({ texts: said, table }) => [...said, ...(table?.rows.flat() ?? [])]),
      ...(page?.checkedAgainst ?? []).map(({ says }) => says),
    ];
    const quotes = texts.flatMap(quotesIn);
    expect(quotes.length).toBeGreaterThan(10);
    for (const text of texts) expect(bookOf(id).quoted(text)).not.toMatch(/[{}]|NaN|undefined/);
  });
});

describe("what does our 70B cost", () => {
  const number = numberOf("cost-of-a-70b");

  test("hours from 6·N·D and the attention term, dollars from hours and price", () => {
    // arXiv:2204.02311 appendix B: 6·N + 12·layers·hidden·sequence FLOPs a token; H100 SXM: 989.4 TFLOPS.
    const flops = (6 * 70.55e9 + 12 * 80 * 8192 * 8192) * 15e12;
    const hours = flops / (989.4e12 * 0.4 * 0.9 * 0.85) / HOUR;
    expect(number("Cluster budget", "gpuHours") / hours).toBeCloseTo(1, 2);
    expect(number("Cluster budget", "runDays") / (hours / 2048 / 24)).toBeCloseTo(1, 2);
    expect(number("Cluster budget", "runCost") / ((hours * 3.67 + 250_000) * 1.1)).toBeCloseTo(1, 2);
  });

  test.each([
    ["Llama 405B", 30_840_000, 0.03],
    ["LLaMA 65B", 1_022_362, 0.01],
  ])("%s: the published %d GPU-hours", (sheet, published, tolerance) => {
    expect(Math.abs(number(sheet, "jobHours") / published - 1)).toBeLessThan(tolerance);
  });

  test("the longest bar of the tornado is the price, as its page says first", () => {
    const swings = [1, 2, 3, 4, 5].map((n) => number("Cluster budget", `tornado.4:${n}`));
    expect(swings).toEqual([...swings].sort((a, b) => b - a));
  });
});

describe("sign three years", () => {
  const number = numberOf("sign-three-years");

  test("break-even of three years against on demand, by present values", () => {
    const years = [1, 2, 3, 4, 5];
    const worth = (perYear: (year: number) => number) =>
      years.reduce((sum, year) => sum + perYear(year) / 1.1 ** year, 0);
    const onDemand = worth((year) => 3.67 * 0.9 ** (year - 1));
    const threeYears = worth((year) => 3.67 * 0.74 * (year > 3 ? 0.9 ** 3 : 1));
    expect(number("Rent or buy", "lookEven")).toBeCloseTo(threeYears / onDemand, 3);
  });

  test("a shorter life with less left makes what is owned dearer, and later to pay", () => {
    const price = (sheet: string) => number(sheet, "perUseful:5");
    expect(price("Shorter life")).toBeGreaterThan(price("Rent or buy"));
    expect(number("Shorter life", "even:5")).toBeGreaterThan(number("Rent or buy", "even:5"));
  });
});

describe("a $200M fleet plan", () => {
  const [number, text] = [numberOf("fleet-plan-200m"), textOf("fleet-plan-200m")];

  test("about $200M, one short quarter, one idle", () => {
    for (const total of ["pnlTotal", "cashTotal"])
      expect(Math.abs(number("Fleet plan", total) / 200e6 - 1)).toBeLessThan(0.1);
    expect([number("Fleet plan", "shortCount"), number("Fleet plan", "idleCount")]).toEqual([1, 1]);
    expect([text("Fleet plan", "shortIn"), text("Fleet plan", "idleIn")]).toEqual(["2027 Q3", "2028 Q2"]);
  });

  test("the bill, split as its rows say", () => {
    const hours = [(21_600 + 968) * 8, (21_900 + 1640) * 8, (21_300 + 4266) * 8];
    const runs = [208, 214, 226];
    const cost = 8 * ((21_600 + 21_900 + 21_300) * 2.45 + (968 + 1640 + 4266) * 3.67);
    const planned = number("Fleet plan", "runHours.1");
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const volume = (sum(runs) - 600) * planned * 2.45;
    const efficiency = (sum(hours) - sum(runs) * planned) * 2.45;
    const rate = cost - sum(hours) * 2.45;
    const parts = { volume, efficiency, rate, unused: 25_000 - 30_000 };
    for (const [part, expected] of Object.entries(parts))
      expect([part, Math.round(number("Q2 actuals", `part.${part}`))]).toEqual([part, Math.round(expected)]);
    expect(number("Q2 actuals", "gpuHours")).toBeCloseTo(planned, 6);
  });
});

describe("nodes for 2,000 users", () => {
  const number = numberOf("nodes-for-2000-users");

  test("KV cache of a user: 2 · layers · KV heads · head size bytes a token in FP8, over four GPUs", () => {
    // Llama 3.1 70B's config.json: 80 layers, 8 KV heads of 128.
    expect(number("Serving breakdown", "perUser")).toBeCloseTo((2 * 80 * 8 * 128 * 8192) / 4 / 1e9, 3);
  });

  test("the larger of both limits, and one to spare", () => {
    const [memory, speed] = ["byMemory", "bySpeed"].map((line) => number("Serving breakdown", line)) as [
      number,
      number,
    ];
    expect(number("Serving breakdown", "allReplicas")).toBe(Math.max(memory, speed) + 1);
    expect(number("Serving breakdown", "nodes")).toBe(Math.ceil((number("Serving breakdown", "allReplicas") * 4) / 8));
    const average = (2000 * 20) / 2.5;
    const hourly = number("Serving breakdown", "fleetGpus") * 3.67;
    expect(number("Serving breakdown", "fleetMillion")).toBeCloseTo((hourly / (average * HOUR)) * 1e6, 6);
  });

  test("vLLM's log: 32.0 GiB, within 5% of the estimate", () => {
    expect(number("vLLM log", "measured")).toBe(32);
    expect(Math.abs(number("vLLM log", "differenceShare"))).toBeLessThan(0.05);
  });
});

describe("405B on 128 or 256 H100, or B200", () => {
  const [number, text] = [numberOf("split-a-405b"), textOf("split-a-405b")];

  test("states alone: 18 bytes a parameter over the GPUs that share them fit on 128, and nearly on 112", () => {
    const perGpu = (405.85e9 * 18) / 128 / 1e9;
    expect(number("128 H100", "total")).toBeGreaterThan(perGpu);
    expect(["128 H100", "256 H100", "128 B200", "112 H100"].map((sheet) => text(sheet, "fits"))).toEqual([
      "fits",
      "fits",
      "fits",
      "borderline",
    ]);
  });

  test("days follow from 6·N·D at the MFU shown", () => {
    const tokens = 1e12;
    const flops = (6 * 405.85e9 + 12 * 126 * 16_384 * 8192) * tokens;
    const seconds = flops / (256 * 989.4e12 * number("256 H100", "modelFlops") * 0.9);
    expect(number("256 H100", "days") / (seconds / HOUR / 24)).toBeCloseTo(1, 2);
  });

  test("more GPUs or larger ones are cheaper here, as the page says", () => {
    const cost = (sheet: string) => number(sheet, "cost");
    expect(cost("256 H100")).toBeLessThan(cost("128 H100"));
    expect(cost("128 B200")).toBeLessThan(cost("256 H100"));
  });

  test("on 128 every layout that fits recomputes everything, on 256 the best does not, as the page says", () => {
    const recompute = (sheet: string, rank: number) => text(sheet, `layouts.8:${rank}`);
    for (let rank = 1; rank <= number("128 H100", "found"); rank++) expect(recompute("128 H100", rank)).toBe("full");
    expect(recompute("256 H100", 1)).not.toBe("full");
    expect(number("256 H100", "modelFlops")).toBeGreaterThan(number("128 H100", "modelFlops"));
  });

  test("torchtitan's 82.5 GiB lie inside the range", () => {
    expect(text("Measured 405B", "state")).toBe("inside");
  });
});

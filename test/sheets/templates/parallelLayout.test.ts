// Parallel layout: the table against PLAN, the layout looked at against the engine asked for it, the run against arithmetic, every branch.
import { beforeEach, describe, expect, jest, test } from "@jest/globals";
import { parallelLayout } from "../../../src/sheets/templates/parallelLayout";
import { withInputs } from "../../../src/sheets/withInputs";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { calculate, spreadsheet } from "../../support/workbook";

jest.setTimeout(60_000); // each open sheet searches layouts

const library = spreadsheet();
let sheet: TemplateSheet;

type Inputs = Readonly<Record<string, string | number>>;
/** Inputs are typed before the sheet opens: each later change searches again. */
const opened = (values: Inputs | Partial<Inputs>): TemplateSheet =>
  (sheet = openTemplate(library, withInputs(parallelLayout, values as Inputs)));
const EXAMPLE: Inputs = {
  model: "llama-3.1-70b",
  gpu: "h100-sxm",
  gpus: 64,
  stack: "megatron",
  "sequence length": 8192,
  "global batch": 512,
  "safety margin": 0.05,
};
const scenario = (labels: Inputs) =>
  `{${Object.entries(labels)
    .map(([label, value]) => `"${label}",${typeof value === "number" ? value : `"${value}"`}`)
    .join(";")}}`;
type Table = readonly (readonly (string | number)[])[];
const tables = new Map<string, Table>();
/** PLAN's own table, searched once for each scenario. */
function planTable(labels: Inputs): Table {
  const formula = `=GPUMEM.PLAN(${scenario(labels)},10)`;
  const table = tables.get(formula) ?? (calculate(formula) as Table);
  tables.set(formula, table);
  return table;
}
const plan = (row: number, column: number, labels: Inputs = EXAMPLE) => planTable(labels)[row - 1]?.[column - 1];
const ask = (values: Inputs) => Object.entries(values).forEach(([id, value]) => sheet.set(id, value));
const verdict = () => sheet.text("verdictText");
describe("70B on 64 H100", () => {
  beforeEach(() => void opened({}));

  test("the table is PLAN's, header, ranks and sentence included", () => {
    expect(["rank", ...sheet.values("layouts:heads")]).toEqual(planTable(EXAMPLE)[0]);
    expect(sheet.values("layouts:labels").slice(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const rank of [1, 4, 10])
      sheet.values(`layouts.row${rank}`).forEach((value, i) => expect(value).toBe(plan(rank + 1, i + 2)));
    expect(sheet.text("sentence")).toBe(plan(12, 1));
  });

  test.each([1, 2, 10])("rank %d: breakdown and memory are the engine's for that layout", (rank) => {
    ask({ rank });
    const at = (column: number) => plan(rank + 1, column) as number | string;
    const layout: Inputs = {
      ...EXAMPLE,
      ...Object.fromEntries(sheet.values("picked:heads").map((head, i) => [String(head), at(i + 2)])),
    };
    const total = Number(calculate(`=GPUMEM.RESULT(${scenario(layout)},"total")`));
    expect(sheet.number("total") / total).toBeCloseTo(1, 12);
    expect(sheet.number("planMemory") / Number(at(12))).toBeCloseTo(1, 12);
    expect(sheet.number("weights") / Number(calculate(`=GPUMEM.RESULT(${scenario(layout)},"weights")`))).toBeCloseTo(1);
    expect(sheet.values("parts").reduce<number>((sum, part) => sum + Number(part), 0)).toBeCloseTo(total, 9);
    expect(sheet.text("why")).toBe(at(17));
    expect([sheet.value("fits"), sheet.failed()]).toEqual(["fits", 0]);
  });

  test("days and money follow from PLAN's speed: tokens ÷ goodput ÷ speed, at the price of the list", () => {
    sheet.values("daysOf").forEach((days, i) => {
      const hours = 200e9 / 0.9 / (Number(plan(i + 2, 15)) * 64) / 3600;
      expect(Number(days) / (hours / 24)).toBeCloseTo(1, 12);
      expect(sheet.number("costOf", i) / (hours * 64 * 3.67)).toBeCloseTo(1, 12);
      expect(sheet.number("slowerOf", i)).toBeCloseTo(Number(plan(i + 2, 14)) / Number(plan(2, 14)) - 1, 12);
    });
    ask({ rank: 3 });
    expect(sheet.number("extraCost")).toBeCloseTo(sheet.number("costOf", 2) - sheet.number("costOf", 0), 6);
  });

  test("the verdict names layout, seconds, days and money", () => {
    const money = Math.round(sheet.number("cost")).toLocaleString("en-US");
    const run = `${Number(plan(2, 14)).toFixed(1)} s per step, ${sheet.number("days").toFixed(1)} days, ${money} USD.`;
    const [tp, pp, chunks, cp, ep, dp, zero, recompute] = sheet.values("shown");
    const stages = Number(chunks) > 1 ? `${pp} × ${chunks}` : pp;
    const layout = `tp ${tp}, pp ${stages}, cp ${cp}, ep ${ep}, dp ${dp}, ZeRO-${zero}, recompute ${recompute}`;
    expect(verdict()).toBe(`Fastest that fits on 64 × h100-sxm: ${layout}: ${run}`);
    ask({ rank: 2 });
    expect(verdict()).toMatch(/^Number 2 on 64 × h100-sxm: tp /);
  });
});

describe("405B on 128 or 256 H100, or B200: by inputs only", () => {
  test.each([
    { gpu: "h100-sxm", gpus: 128 },
    { gpu: "h100-sxm", gpus: 256 },
    { gpu: "b200-sxm", gpus: 128 },
    { gpu: "b200-sxm", gpus: 256 },
  ])("$gpus × $gpu", (inputs) => {
    const labels = { ...EXAMPLE, ...inputs, model: "llama-3.1-405b" };
    opened({ ...inputs, model: "llama-3.1-405b" });
    expect(verdict()).toMatch(new RegExp(`^Fastest that fits on ${inputs.gpus} × ${inputs.gpu}: tp \\d+, pp `));
    expect(sheet.number("stepSeconds")).toBe(plan(2, 14, labels));
    expect(sheet.text("sentence")).toBe(plan(12, 1, labels));
    expect(sheet.failed()).toBe(0);
  });

  test("one more than the fewest fits, a node fewer does not", () => {
    const fewest = opened({ model: "llama-3.1-405b", gpus: 64 }).number("fewest");
    expect(verdict()).toMatch(
      new RegExp(`^No layout fits on 64 × h100-sxm; fewest is ${fewest}\\. The nearest misses by`),
    );
    expect(opened({ model: "llama-3.1-405b", gpus: fewest }).number("found")).toBeGreaterThan(0);
    expect(opened({ model: "llama-3.1-405b", gpus: fewest - 8 }).number("found")).toBe(0);
  });
});

describe("where nothing fits", () => {
  /** "misses by 57.7 GB", of three figures. */
  const missing = () => Number(/misses by ([\d.]+) /.exec(sheet.text("sentence"))?.[1]);

  test.each([
    ["two degrees and more", { model: "llama-3.1-405b", gpus: 64 }],
    ["stages of chunks", { model: "llama-3.1-405b", gpus: 64, virtualStages: 2 }],
    ["experts", { model: "deepseek-v3", gpus: 16 }],
    ["no global batch given", { model: "llama-3.1-405b", gpus: 64, globalBatch: "" }],
    ["degrees that were decided", { tp: 8, pp: 1, gpus: 16 }],
    ["seven GPUs", { gpus: 7 }],
  ])("the nearest is read from the sentence and asked for itself: %s", (_, inputs) => {
    opened(inputs);
    expect(sheet.number("found")).toBe(0);
    const missed = -sheet.number("spareLow");
    expect(Number(missed.toPrecision(3))).toBe(missing());
    expect(verdict()).toContain(`The nearest misses by ${missed.toFixed(1)} GB at its high end.`);
    const [tp, pp, chunks, cp, ep, dp] = sheet.values("shown");
    const stages = chunks === "" ? pp : `${pp} × ${chunks}`;
    expect(sheet.text("sentence")).toContain(
      `The nearest, tp ${tp}, pp ${stages}, cp ${cp}, ep ${ep}, dp ${dp}, ZeRO-`,
    );
    expect([sheet.value("fits"), sheet.number("cost"), sheet.failed()]).toEqual(["no", 0, 0]);
  });

  test("borderline: the nearest may fit", () => {
    opened({ model: "qwen3-32b", stack: "fsdp2", gpus: 8, unit: "GiB" });
    expect(sheet.value("fits")).toBe("borderline");
    const over = (-sheet.number("spareLow")).toFixed(1);
    expect(verdict()).toBe(
      `Borderline on 8 × h100-sxm: the nearest may fit, ${over} GiB at its high end over; fewest is ${sheet.number("fewest")}.`,
    );
    expect(sheet.number("spareHigh")).toBeGreaterThan(0);
  });

  test("no number of GPUs holds it", () => {
    opened({ tp: 1, pp: 1, cp: 1, zeroStage: 0, stack: "megatron", gpus: 8 });
    expect(sheet.number("fewest")).toBe(0);
    expect(verdict()).toMatch(/^No layout fits on 8 × h100-sxm; no number holds it\. The nearest misses by /);
  });

  test("degrees that cannot be make PLAN's sentence", () => {
    opened({ tp: 16, gpus: 8 });
    expect(verdict()).toBe("No layout is valid on these GPUs: the degrees must divide heads, layers and GPUs.");
    expect(sheet.failed()).toBe(0);
  });

  test("a wrong model makes no verdict", () => {
    opened({ model: "lama" });
    expect(verdict()).toBe("No verdict: a result is an error.");
  });
});

describe("the checks", () => {
  test("a rank beyond the table, and a GPU without a price", () => {
    opened({ rank: 11 });
    expect([sheet.value("rankInTable"), sheet.value("place"), sheet.failed()]).toEqual([1, 10, 1]);
    opened({ gpu: "mi300x" });
    expect([sheet.value("noPrice"), sheet.failed()]).toEqual([1, 1]);
    expect(verdict()).toContain("days, no price.");
  });

  test("broken results show", () => {
    opened({}).set("total:live", 1);
    expect([sheet.value("memoryAgrees"), sheet.value("partsReconcile")]).toEqual([1, 1]);
    opened({}).set("layouts.13", 30);
    expect(sheet.value("hoursReconcile")).toBe(1);
    opened({}).set("layouts.1", 8);
    expect(sheet.value("gpusReconcile")).toBe(1);
  });

  test("without a batch or a length the hours are not compared, and still right", () => {
    opened({ globalBatch: "" });
    expect([sheet.number("steps"), sheet.failed()]).toEqual([0, 0]);
    expect(sheet.number("days")).toBeGreaterThan(0);
  });
});

describe("other models by inputs only", () => {
  test.each([
    { model: "deepseek-v3", gpu: "h200-sxm", gpus: 256, sequenceLength: 4096, globalBatch: 1024 },
    { model: "qwen3-32b", gpu: "b200-sxm", gpus: 16, stack: "fsdp2", unit: "GiB" },
    { model: "llama-2-13b", gpu: "a100-sxm-80gb", gpus: 32, stack: "deepspeed", sequenceLength: 4096, zeroStage: 2 },
  ])("$model on $gpus × $gpu", (inputs) => {
    opened(inputs);
    expect(verdict()).toMatch(/^Fastest that fits on /);
    expect(sheet.failed()).toBe(0);
  });
});

test.each([
  ["a layout fits", {}],
  ["none does", { model: "llama-3.1-405b", gpus: 64 }],
  ["fewer than ten do", { model: "llama-3.1-405b", gpus: 104 }],
])("saved results stay in mode 2 without the functions: %s", (_, inputs) => {
  opened(inputs);
  const shown = ["layouts", "layouts:labels", "shown", "parts", "figures", "daysOf", "costOf", "nameOf"];
  const before = shown.map((id) => sheet.values(id).map(String));
  const sentence = verdict();
  sheet.saveAndForget();
  expect(shown.map((id) => sheet.values(id).map(String))).toEqual(before);
  expect([verdict(), sheet.failed()]).toEqual([sentence, 0]);
});

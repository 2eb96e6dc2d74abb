// Check against your run: published measurements typed in, lines of logs pasted, the range against the engine, every branch.
import { describe, expect, test } from "@jest/globals";
import { accuracyRows } from "../../../src/catalog/accuracy.generated";
import { ownRun } from "../../../src/sheets/templates/ownRun";
import { withInputs } from "../../../src/sheets/withInputs";
import { cases } from "../../measured/cases";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { calculate, spreadsheet } from "../../support/workbook";

const library = spreadsheet();
const GIB = 2 ** 30;

type Inputs = Readonly<Record<string, string | number>>;
const opened = (values: object): TemplateSheet => openTemplate(library, withInputs(ownRun, values as Inputs));
const verdict = (sheet: TemplateSheet) => sheet.text("verdictText");
/** Bytes or tokens that were measured, from the project's record of published figures. */
function published(id: string): number {
  const { bytes, tokens } = cases.find(({ measured }) => measured.id === id)?.measured.measure ?? {};
  return bytes ?? tokens ?? NaN;
}
const TITAN = [
  ["model", "llama-3.1-8b"],
  ["gpu", "h100-sxm"],
  ["gpus", 8],
  ["stack", "fsdp2"],
  ["micro batch", 1],
  ["sequence length", 8192],
  ["recompute", "selective-ops"],
] as const;
const result = (output: string, unit = "GiB") =>
  Number(
    calculate(
      `=GPUMEM.RESULT({${TITAN.map(([label, value]) => `"${label}",${typeof value === "number" ? value : `"${value}"`}`).join(";")}},"${output}","${unit}")`,
    ),
  );

describe("a training run: torchtitan's Llama 3.1 8B on 8 GPUs", () => {
  const sheet = opened({});

  test("low, likely and high are the engine's, in the range of its total", () => {
    const likely = result("reserved");
    expect(sheet.number("likely")).toBeCloseTo(likely, 9);
    expect(sheet.number("low")).toBeCloseTo((likely * result("total low")) / result("total"), 9);
    expect(sheet.number("high")).toBeCloseTo((likely * result("total high")) / result("total"), 9);
    expect(sheet.values("estimateOf").map(Number)).toEqual(["low", "likely", "high"].map((id) => sheet.number(id)));
    expect(sheet.values("measuredOf")).toEqual([49.59, 49.59, 49.59]);
  });

  test("difference in amount and percent, and the verdict", () => {
    expect(sheet.number("measured") * GIB).toBeCloseTo(published("titan-8b-bs1-default"), -6);
    expect(sheet.number("difference")).toBeCloseTo(49.59 - result("reserved"), 9);
    expect(sheet.number("differenceShare")).toBeCloseTo(49.59 / result("reserved") - 1, 9);
    const range = `${sheet.number("low").toFixed(1)} to ${sheet.number("high").toFixed(1)} GiB`;
    expect(verdict(sheet)).toBe(`Measured 49.6 GiB is inside the range ${range}: 1.4% above the estimate.`);
    expect([sheet.value("state"), sheet.failed()]).toEqual(["inside", 0]);
  });

  test("the accuracy of the stack is that of the record", () => {
    const row = accuracyRows.find(({ stack }) => stack === "fsdp2 (training)");
    expect(sheet.number("runs")).toBe(row?.cases);
    expect(sheet.text("accuracyText")).toBe(
      `${row?.cases} runs of fsdp2 (training): median error ${row?.medianErrorPct.toFixed(1)}%, nine of ten within ${row?.p90ErrorPct.toFixed(1)}%`,
    );
  });
});

describe("each way to measure it", () => {
  test.each([
    ["allocated", "allocated"],
    ["reserved", "reserved"],
    ["total", "total"],
  ])("%s is compared with the engine's %s", (measuredAs, output) => {
    const sheet = opened({ measuredAs, pasted: 45 });
    expect(sheet.number("likely")).toBeCloseTo(result(output), 9);
    if (output === "total") {
      expect(sheet.number("low")).toBeCloseTo(result("total low"), 9);
      expect(sheet.number("high")).toBeCloseTo(result("total high"), 9);
    }
  });

  test.each([
    [53246857052, "B", "GB", 53.246857052],
    [50781.2, "MiB", "GiB", 50781.2 / 1024],
    [0.05, "TB", "GB", 50],
    [53.2, "GB", "GiB", 53.2e9 / GIB],
    [0.0484, "TiB", "MiB", 0.0484 * 1024 ** 2],
    [51000, "MB", "TB", 0.051],
  ])("%d %s is shown in %s", (pasted, measuredUnit, unit, expected) => {
    const sheet = opened({ pasted, measuredUnit, unit });
    expect(sheet.number("measured") / expected).toBeCloseTo(1, 12);
    expect(sheet.number("differenceShare")).toBeCloseTo(expected / result("reserved", unit) - 1, 9);
    expect(verdict(sheet)).toContain(` ${unit}: `);
  });
});

describe("a server: vLLM 0.11's Llama 3.1 8B on one H100", () => {
  const server = { task: "serve", gpus: 1, engineVersion: "0.11" };
  const pool = published("vllm-llama3.1-8b-kv");
  const tokens = Math.floor(pool / 131072 / 16) * 16;

  test("its pool by the log's line, 51.38 GiB, differs by less than 1%", () => {
    const sheet = opened({ ...server, pasted: "INFO: Available KV cache memory: 51.38 GiB" });
    expect(sheet.number("measured")).toBe(51.38);
    expect(Math.abs(sheet.number("differenceShare"))).toBeLessThan(0.01);
    expect(sheet.text("accuracyText")).toMatch(/^12 runs of vllm \(serving\): median error /);
    expect([sheet.value("kind"), sheet.value("state"), sheet.failed()]).toEqual(["kv cache pool", "inside", 0]);
  });

  test.each([
    ["size", `GPU KV cache size: ${tokens.toLocaleString("en-US")} tokens`, tokens],
    ["concurrency", "Maximum concurrency for 8,192 tokens per request: 51.38x", 51.38 * 8192],
    ["blocks", `# GPU blocks: ${tokens / 16}, # CPU blocks: 2048`, tokens],
    [
      "both",
      `GPU KV cache size: ${tokens.toLocaleString("en-US")} tokens Maximum concurrency for 8,192 tokens per request: 51.38x`,
      tokens,
    ],
  ])("its tokens by %s", (_, pasted, expected) => {
    const sheet = opened({ ...server, pasted });
    expect(sheet.number("measured")).toBeCloseTo(expected, 6);
    expect(Math.abs(sheet.number("differenceShare"))).toBeLessThan(0.01);
    expect(verdict(sheet)).toMatch(
      /^Measured 42\d,\d{3} tokens is inside the range \d{3},\d{3} to \d{3},\d{3} tokens: 0\.\d% /,
    );
    expect(sheet.failed()).toBe(0);
  });

  test("tokens are those of one replica, whatever sequences and GPUs the scenario has", () => {
    const one = opened({ ...server, pasted: "GPU KV cache size: 420,912 tokens" }).number("likely");
    const more = opened({
      ...server,
      gpus: 4,
      sequences: 32,
      contextLength: 4096,
      pasted: "GPU KV cache size: 420,912 tokens",
    });
    expect(more.number("likely") / one).toBeCloseTo(1, 9);
  });

  test("70B in FP8 on two GPUs: 32.0 GiB each", () => {
    const inputs = {
      ...server,
      model: "llama-3.1-70b",
      gpus: 2,
      tp: 2,
      weights: "fp8 dynamic",
      measuredAs: "kv cache pool",
    };
    const sheet = opened({ ...inputs, pasted: published("vllm-llama3.3-70b-fp8-tp2-kv"), measuredUnit: "B" });
    expect(sheet.number("measured")).toBeCloseTo(32, 9);
    expect([sheet.value("state"), sheet.failed()]).toEqual(["inside", 0]);
  });
});

test("torchtitan's own line is read, too", () => {
  const sheet = opened({ pasted: "step: 10  loss:  9.8873  memory: 49.59GiB(52.19%)", measuredAs: "total" });
  expect([sheet.value("measured"), sheet.value("kind"), sheet.value("state")]).toEqual([49.59, "reserved", "inside"]);
});

describe("the verdict", () => {
  test("just outside, and outside", () => {
    const near = opened({ pasted: 44.5 });
    expect([near.value("state"), near.number("inside")]).toEqual(["close", 0]);
    expect(verdict(near)).toMatch(/^Measured 44\.5 GiB is just outside the range .* GiB: 9\.0% below the estimate\.$/);
    const far = opened({ pasted: 70 });
    expect(far.value("state")).toBe("outside");
    expect(verdict(far)).toMatch(/43\.1% above the estimate\. Compare what was run with the scenario\.$/);
    expect(opened({ pasted: 44.5, closeEnough: 0.05 }).value("state")).toBe("outside");
  });

  test("colors follow the conclusion's word", () => {
    const { grid } = opened({});
    const looks = grid.conditions.filter(({ area }) => area.row === 2).map(({ formula, look }) => [look, formula]);
    expect(looks.map(([look, formula]) => [look, formula?.split("=")[2]])).toEqual([
      ["good", '"inside"'],
      ["warning", '"close"'],
      ["failed", '"outside"'],
    ]);
  });

  test("nothing that can be read makes a sentence and a failed check", () => {
    for (const pasted of ["", "it took about fifty"]) {
      const sheet = opened({ pasted });
      expect(verdict(sheet)).toBe("Type a number, or paste a line of the log that is known.");
      expect(sheet.value("nothingRead")).toBe(1);
    }
  });

  test("a stack that was never measured says so", () => {
    expect(opened({ stack: "generic" }).text("accuracyText")).toMatch(
      /^generic \(training\): never measured; \d+ of training: median error /,
    );
  });

  test("a wrong model makes no verdict", () => {
    expect(verdict(opened({ model: "lama" }))).toBe("No verdict: a result is an error.");
  });
});

describe("the checks", () => {
  test.each([
    ["otherTask", { pasted: "GPU KV cache size: 420,912 tokens" }],
    ["impossible", { pasted: 96, measuredAs: "total" }],
    [
      "logAgrees",
      {
        task: "serve",
        gpus: 1,
        contextLength: 4096,
        pasted: "GPU KV cache size: 420,912 tokens, Maximum concurrency for 8,192 tokens per request: 51.38x",
      },
    ],
  ])("%s fails", (id, inputs) => {
    expect(opened(inputs).value(id)).toBe(1);
  });

  test("broken results show", () => {
    const parts = opened({});
    parts.set("parts.1", 1);
    expect(parts.value("partsReconcile")).toBe(1);
    const range = opened({ measuredAs: "total" });
    range.set("parts.row9", 99, 1);
    expect(range.value("rangeRises")).toBe(1);
  });
});

describe("other runs by inputs only, as published", () => {
  test.each([
    ["titan-8b-fsdp128-bs2-FSDP", { gpus: 128, microBatch: 2 }],
    [
      "titan-qwen3-32b-bs16-FSDP4xTP8",
      { model: "qwen3-32b", gpus: 32, tp: 8, microBatch: 16, sequenceLength: 4096, recompute: "full" },
    ],
    [
      "tune-3b-+AC",
      {
        model: "llama-3.2-3b",
        gpu: "a100-sxm-80gb",
        gpus: 1,
        stack: "torchtune",
        microBatch: 2,
        sequenceLength: 4096,
        recompute: "full",
        loss: "chunked",
        compile: "yes",
        measuredAs: "allocated",
      },
    ],
  ])("%s is inside the range", (id, inputs) => {
    const sheet = opened({ ...inputs, pasted: published(id), measuredUnit: "B" });
    expect([id, sheet.value("state"), sheet.failed()]).toEqual([id, "inside", 0]);
  });
});

test.each([
  ["a training run", {}],
  ["a server", { task: "serve", gpus: 1, pasted: "GPU KV cache size: 420,912 tokens" }],
])("saved results stay in mode 2 without the functions: %s", (_, inputs) => {
  const sheet = opened(inputs);
  const shown = ["parts", "figures", "estimateOf", "measuredOf", "state"];
  const before = shown.map(sheet.values);
  const sentence = verdict(sheet);
  sheet.saveAndForget();
  expect(shown.map(sheet.values)).toEqual(before);
  expect([verdict(sheet), sheet.failed()]).toEqual([sentence, 0]);
});

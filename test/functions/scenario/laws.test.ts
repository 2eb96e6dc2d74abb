// The scenario functions agree with each other and with the building blocks, over random scenarios.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { models } from "../../../src/catalog/models";
import { type Block, type Cell, isCellError } from "../../../src/functions/cells";
import { invoke } from "../../../src/functions/invoke";
import { registry } from "../../../src/functions/registry";
import { LABELS, scenarioLabels } from "../../../src/functions/scenario/labels";
import { PARTS, PLACED_COMPONENTS } from "../../../src/functions/scenario/memory";
import { OUTPUTS } from "../../../src/functions/scenario/outputs";
import { scenarioLines } from "../../../src/functions/scenario/memory";
import { readCase } from "../../../src/functions/scenario/values";
import { readScenario } from "../../../src/functions/scenario/reader";
import { calculate } from "../../support/workbook";

const call = (id: string, ...args: unknown[]): Block => {
  const spec = registry.find((each) => each.id === id);
  if (!spec) throw new Error(id);
  return invoke(spec, args);
};
const only = (block: Block): Cell => block[0]?.[0] as Cell;

type Rows = readonly (readonly [string, string | number])[];
const training = fc.record({
  model: fc.constantFrom("llama-2-7b", "llama-3.1-8b", "gpt2", "mixtral-8x7b", "deepseek-v2-lite", "bert-base"),
  gpu: fc.constantFrom("A100 80GB", "H100 SXM", "b200-sxm"),
  gpus: fc.constantFrom(1, 2, 4, 8, 16),
  precision: fc.constantFrom("bf16", "fp32", "fp8", "bf16-pure"),
  optimizer: fc.constantFrom("adamw", "adamw-8bit", "sgd"),
  "micro batch": fc.integer({ min: 1, max: 8 }),
  "sequence length": fc.constantFrom(128, 256, 512),
  recompute: fc.constantFrom("none", "selective", "full", "sqrt"),
  "zero stage": fc.constantFrom(0, 1, 2, 3),
  stack: fc.constantFrom("generic", "megatron", "fsdp2", "deepspeed", "pytorch", "hf", "torchtune", "litgpt"),
  attention: fc.constantFrom("flash", "standard"),
  microbatches: fc.constantFrom(1, 4),
  "safety margin": fc.constantFrom(0, 0.1),
});
const serving = fc.record({
  model: fc.constantFrom("llama-2-7b", "llama-3.1-8b", "mixtral-8x7b", "deepseek-v2-lite"),
  gpu: fc.constantFrom("A100 80GB", "H100 SXM"),
  gpus: fc.constantFrom(1, 2, 4),
  task: fc.constant("serve"),
  engine: fc.constantFrom("generic", "vllm", "sglang", "trtllm"),
  weights: fc.constantFrom("bf16", "fp8", "awq"),
  sequences: fc.integer({ min: 1, max: 200 }),
  "context length": fc.constantFrom(512, 4096),
});
const scenarios: fc.Arbitrary<Rows> = fc
  .oneof(training, serving)
  .map((record) => Object.entries(record) as unknown as Rows);

describe("laws over random scenarios", () => {
  test("a row of ESTIMATE = RESULT = BREAKDOWN, to the last bit", () => {
    fc.assert(
      fc.property(scenarios, (rows) => {
        const names = [
          "total",
          "total low",
          "total high",
          "weights",
          "gradients",
          "optimizer",
          "activations",
          "logits",
          "kv cache",
          "buffers",
          "runtime",
          "capacity",
          "headroom",
          "fits",
        ];
        const [, estimated = []] = call(
          "ESTIMATE",
          [rows.map(([label]) => label), rows.map(([, value]) => value)],
          [names],
        );
        const results = names.map((name) => only(call("RESULT", rows, name)));
        expect(estimated).toEqual(results);
        const breakdown = call("BREAKDOWN", rows);
        const likely = (label: string) => breakdown.find(([row]) => row === label)?.[1];
        if (isCellError(results[0])) return expect(likely("total")).toEqual(results[0]);
        expect([
          likely("total"),
          ...PARTS.map(likely),
          likely("capacity"),
          likely("headroom"),
          likely("verdict"),
        ]).toEqual([results[0], ...results.slice(3)]);
        const total = breakdown.find(([row]) => row === "total");
        expect([total?.[2], total?.[3]]).toEqual([results[1], results[2]]);
      }),
      { numRuns: 150 },
    );
  });

  test("the columns likely, low and high of a breakdown add up to its total; low ≤ likely ≤ high", () => {
    fc.assert(
      fc.property(scenarios, (rows) => {
        const breakdown = call("BREAKDOWN", rows);
        if (breakdown.flat().some(isCellError)) return;
        for (const column of [1, 2, 3]) {
          const parts = breakdown.slice(1, 1 + PARTS.length).map((row) => row[column] as number);
          const total = breakdown[1 + PARTS.length]?.[column] as number;
          expect(parts.reduce((sum, part) => sum + part, 0) / total).toBeCloseTo(1, 9);
        }
        for (const [, likely, low, high] of breakdown.slice(1, 2 + PARTS.length) as readonly (readonly number[])[]) {
          expect(low as number).toBeLessThanOrEqual((likely as number) * (1 + 1e-12));
          expect(high as number).toBeGreaterThanOrEqual((likely as number) * (1 - 1e-12));
        }
      }),
      { numRuns: 150 },
    );
  });

  test("SWEEP = RESULT cell by cell", () => {
    fc.assert(
      fc.property(scenarios, fc.constantFrom("total", "fits", "headroom"), (rows, output) => {
        const swept = call("SWEEP", rows, output, "gpus", [[4], [8]], "safety margin", [[0.05, 0.2]]);
        const expected = [4, 8].map((gpus) =>
          [0.05, 0.2].map((margin) =>
            only(
              call(
                "RESULT",
                [
                  ...rows.filter(([label]) => !["gpus", "safety margin"].includes(label)),
                  ["gpus", gpus],
                  ["safety margin", margin],
                ],
                output,
              ),
            ),
          ),
        );
        expect(swept).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test("every component of the engine's lines has a row of its own choosing", () => {
    fc.assert(
      fc.property(scenarios, (rows) => {
        const block = readScenario(rows);
        const [each] = isCellError(block) ? [] : block.cases;
        const scenario = each === undefined || isCellError(each) ? each : readCase(each);
        if (scenario === undefined || isCellError(scenario)) return;
        try {
          for (const { component } of scenarioLines(scenario)) expect([...PLACED_COMPONENTS]).toContain(component);
        } catch (error) {
          if ((error as Error).name !== "EngineError") throw error;
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("a building block = the scenario that says the same", () => {
  const states = (model: string, ...more: (readonly [string, string | number])[]) => [
    ["model", model],
    ["gpu", "H200"],
    ["sequence length", 512],
    ...more,
  ];
  test.each(
    models.rows
      .filter(({ architecture }) => architecture.kind === "decoder" && !architecture.experts)
      .slice(0, 12)
      .map(({ id }) => id),
  )("weights and optimizer of %s", (model) => {
    for (const precision of ["bf16", "fp32", "bf16-pure"]) {
      const rows = states(model, ["precision", precision]);
      expect(only(call("RESULT", rows, "weights"))).toBeCloseTo(
        only(call("PARAM_MEM", model, precision === "fp32" ? "fp32" : "bf16")) as number,
        6,
      );
      const atTheLoss = only(call("RESULT", rows, "optimizer")) as number;
      expect(atTheLoss).toBeGreaterThanOrEqual((only(call("OPTIM_MEM", model, precision)) as number) * (1 - 1e-9));
    }
  });
  test("KV_MEM = kv cache of the serving scenario", () => {
    const rows = [
      ["model", "llama-3-8b"],
      ["gpu", "H100 SXM"],
      ["task", "serve"],
      ["sequences", 32],
      ["context length", "8k"],
    ];
    expect(only(call("RESULT", rows, "kv cache", "GiB"))).toBe(
      only(call("KV_MEM", 32, "8k", 32, 8, 128, "bf16", "GiB")),
    );
  });
  test("GPU_HOURS of TRAIN_FLOPS = gpu hours of the scenario", () => {
    const rows = [
      ["model", "llama-2-7b"],
      ["gpu", "A100 80GB"],
      ["training tokens", "2T"],
      ["mfu", 0.4],
      ["sequence length", 4096],
      ["goodput", 0.9],
    ];
    const flops = only(call("TRAIN_FLOPS", "llama-2-7b", "2T", 4096));
    expect(only(call("RESULT", rows, "flops"))).toBe(flops);
    expect(only(call("RESULT", rows, "gpu hours"))).toBe(only(call("GPU_HOURS", flops, "A100 80GB", 0.4, 0.9)));
  });
});

describe("the labels", () => {
  test("core labels come first, and every default can be read", () => {
    const groups = scenarioLabels.rows.map(({ group }) => group);
    expect(groups.lastIndexOf("core")).toBe(14);
    for (const row of scenarioLabels.rows)
      if (row.default !== undefined) expect(() => row.kind.read(row.default as never)).not.toThrow();
  });
  test("no label for which 0 is a value has another default", () => {
    for (const row of scenarioLabels.rows)
      if (row.kind.zeroIsValue && row.default !== undefined)
        expect([row.id, [0, "0"].includes(row.default as never)]).toEqual([row.id, true]);
  });
  test("labels and aliases are unambiguous", () => {
    for (const [spelling, rows] of scenarioLabels.index) expect([spelling, rows.length]).toEqual([spelling, 1]);
    expect(Object.keys(LABELS).length).toBe(scenarioLabels.rows.length);
    expect(OUTPUTS.length).toBeGreaterThan(30);
  });
});

describe("the one-pager's sections 7 and 8 as scenarios", () => {
  test("LLaMA-7B does not fit on one A100 80GB, and does on 8 with FSDP", () => {
    const one = [
      ["model", "llama-7b"],
      ["gpu", "A100 80GB"],
      ["micro batch", 4],
      ["sequence length", 2048],
    ];
    expect(only(call("RESULT", one, "fits"))).toBe("no");
    expect(only(call("RESULT", [...one, ["gpus", 8], ["stack", "fsdp2"], ["recompute", "full"]], "fits"))).toBe("fits");
  });
  test("OOM_STEPS names the largest micro batch and what each remedy leaves", () => {
    const steps = call("OOM_STEPS", [
      ["model", "llama-7b"],
      ["gpu", "A100 80GB"],
      ["gpus", 8],
      ["stack", "fsdp2"],
      ["micro batch", 16],
      ["sequence length", 2048],
    ]);
    const largest = steps[5]?.[1] as number;
    expect(largest).toBeGreaterThanOrEqual(1);
    expect(largest).toBeLessThan(16);
    expect(steps.find(([step]) => step === "Recompute every layer")?.[1]).toBeLessThan(steps[3]?.[1] as number);
  });
  test("SAVINGS: five measures, each row's total is the row above less what it saved", () => {
    const rows = call("SAVINGS", [
      ["model", "llama-7b"],
      ["gpu", "A100 80GB"],
      ["gpus", 8],
    ]).slice(1);
    expect(rows.map(([step]) => step)).toEqual([
      "FP32, nothing saved",
      "mixed precision",
      "recompute",
      "flash attention",
      "ZeRO-3 / FSDP",
      "8-bit optimizer",
    ]);
    rows
      .slice(1)
      .forEach((row, i) => expect((rows[i]?.[1] as number) - (row[2] as number)).toBeCloseTo(row[1] as number, 9));
  });
});

test("a 24-row table of models × GPUs from one ESTIMATE; one bad row spoils no other", () => {
  const names = ["llama-2-7b", "llama-3.1-8b", "qwen2.5-7b", "mistral-7b-v0.1", "gpt2-xl", "nonsense"];
  const cards = ["A100 80GB", "H100 SXM", "H200", "b200-sxm"];
  const table = [
    ["model", "gpu", "gpus", "zero stage"],
    ...names.flatMap((model) => cards.map((gpu) => [model, gpu, 8, 3])),
  ];
  const rows = call("ESTIMATE", table, "total,fits").slice(1);
  expect(rows.length).toBe(24);
  expect(rows.filter(([total]) => typeof total === "number").length).toBe(20);
  for (const [total] of rows.slice(20))
    expect(isCellError(total as Cell) && (total as { error: string }).error).toBe("#N/A");
});

test("three cases in columns are answered side by side", () => {
  const cases =
    '{"label","Base","High","Low";"model","llama-2-7b","llama-2-13b","llama-7b";"gpu","A100 80GB","A100 80GB","A100 80GB";"gpus",8,8,8;"zero stage",3,3,3}';
  const totals = calculate(`=GPUMEM.RESULT(${cases},"total")`) as readonly (readonly number[])[];
  expect([totals.length, totals[0]?.length]).toEqual([1, 3]);
  const breakdown = calculate(`=GPUMEM.BREAKDOWN(${cases})`) as readonly (readonly unknown[])[];
  expect(breakdown[0]?.slice(0, 7)).toEqual([
    "component",
    "Base: likely",
    "Base: low",
    "Base: high",
    "Base: share of GPU",
    "Base: basis",
    "High: likely",
  ]);
  expect(breakdown.length).toBe(14);
  expect(calculate(`=GPUMEM.FIT(${cases})`)).toEqual({
    error: "#VALUE!",
    message: "3 cases given: pass the labels and one of Base, High, Low.",
  });
});

describe("time and money", () => {
  const run = [
    ["model", "llama-2-7b"],
    ["gpu", "A100 80GB"],
    ["gpus", 1024],
    ["training tokens", "2T"],
  ];
  const price = ["price per gpu hour", 2];
  const message = (rows: readonly (readonly (string | number)[])[], output: string) => {
    const cell = only(call("RESULT", rows, output));
    return isCellError(cell) ? `${cell.error} ${cell.message}` : cell;
  };
  test("cost = GPU-hours × price, wall hours = GPU-hours ÷ GPUs; the range comes from the benchmark's spread", () => {
    const [hours, wall, cost, low, high] = ["gpu hours", "wall hours", "cost", "cost low", "cost high"].map((output) =>
      only(call("RESULT", [...run, price], output)),
    ) as readonly number[] as [number, number, number, number, number];
    expect(wall).toBeCloseTo(hours / 1024, 9);
    expect(cost).toBeCloseTo(2 * hours, 6);
    expect(low).toBeLessThan(cost);
    expect(high).toBeGreaterThan(cost);
    // 184,320 GPU-hours were published for Llama 2 7B (arXiv:2307.09288 table 2), at a lower utilization than benchmarks.
    expect(hours).toBeGreaterThan(100_000);
    expect(hours).toBeLessThan(184_320 * 1.1);
  });
  test("the benchmark is named where nothing was given", () => {
    const total = call("BREAKDOWN", [...run, ["zero stage", 3]]).find(([row]) => row === "total");
    expect(total?.[5]).toMatch(/mfu \d+(\.\d)?% \(.*\): a100-sxm-80gb, same GPU/);
  });
  test("nonsense is told so", () => {
    expect(message(run, "cost")).toMatch(/"price per gpu hour" is empty/);
    expect(message(run.slice(0, 3), "flops")).toMatch(/"training tokens" is empty/);
    expect(message([...run, ["mfu", 3]], "gpu hours")).toMatch(/mfu is 3, which means 300%/);
    expect(message([...run, ["mfu", "40"]], "gpu hours")).toMatch(/mfu is 40, which means 4,000%: write 40% or 0.4/);
    expect(message([...run, ["price per gpu hour", -2]], "cost")).toMatch(/price per gpu hour is -2/);
    expect(message([...run, ["price per gpu hour", 98.32]], "cost")).toMatch(
      /price of a whole node\? .* 12.29 for a node of 8/,
    );
    expect(
      message(
        [
          ["model", "llama-2-7b"],
          ["gpu", "A100 80GB"],
          ["gpus", 0.5],
        ],
        "total",
      ),
    ).toMatch(/gpus is 0.5/);
    expect(message([...run, price], "gpus for peak")).toMatch(/answer of task "serve"/);
  });
  test("cost per million tokens: the fleet for the peak, over the average", () => {
    const serve: (string | number)[][] = [
      ["model", "llama-3.1-8b"],
      ["gpu", "H100 SXM"],
      ["task", "serve"],
      ["sequences", 64],
      ["context length", "4k"],
      ["peak output tokens per second", 50_000],
      ["target load", 0.5],
      ["peak to average", 4],
      ["measured tokens per second per gpu", 2500],
      ["spare replicas", 1],
      ["price per gpu hour", 2.5],
    ];
    // 50,000 ÷ (2,500 × 0.5) = 40 replicas of one GPU, and a spare; paid for an average of 12,500 tokens a second.
    expect(only(call("RESULT", serve, "gpus for peak"))).toBe(41);
    expect(only(call("RESULT", serve, "cost per million tokens"))).toBeCloseTo((41 * 2.5 * 1e6) / (12_500 * 3600), 9);
  });
});

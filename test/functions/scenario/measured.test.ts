// A scenario gives what the accuracy page validates: the measured training cases, typed as a planner would.
import { describe, expect, test } from "@jest/globals";
import { losses } from "../../../src/catalog/losses";
import { models } from "../../../src/catalog/models";
import { precisions } from "../../../src/catalog/precisions";
import { type StackRow, stacks } from "../../../src/catalog/stacks";
import { resolve, type CatalogRow, type Table } from "../../../src/catalog/table";
import type { MeasuredCase, CaseTraining } from "../../../src/cli/score/measuredCase";
import { trainingRun as scoredRun } from "../../../src/cli/score/trainingRun";
import { trainingEstimate } from "../../../src/engine/training/estimate";
import type { TrainingRun } from "../../../src/engine/training/run";
import { isCellError } from "../../../src/functions/cells";
import { scenarioLines } from "../../../src/functions/scenario/memory";
import { readScenario } from "../../../src/functions/scenario/reader";
import { trainingRun } from "../../../src/functions/scenario/trainingRun";
import { readCase, type Scenario } from "../../../src/functions/scenario/values";
import { cases } from "../../measured/cases";

type Rows = readonly (readonly [string, string | number | boolean])[];

function scenario(rows: Rows): Scenario {
  const read = readScenario(rows);
  const [one] = isCellError(read) ? [read] : read.cases;
  const values = one === undefined || isCellError(one) ? one : readCase(one);
  if (values === undefined || isCellError(values)) throw new Error(values?.message ?? "a blank case");
  return values;
}

const has = <R extends CatalogRow>(rows: Table<R>, name: string): boolean => resolve(rows, name).kind === "found";

const GPU: Readonly<Record<string, string>> = {
  "A100 40GB": "a100-sxm-40gb",
  "A100 80GB": "a100-sxm-80gb",
  "H100 80GB": "H100 SXM",
  "H100 96GB HBM2e": "H100 SXM",
};
const RECOMPUTE: Readonly<Record<string, string>> = {
  none: "none",
  full: "full",
  selective_attention: "selective",
  selective_ops: "selective-ops",
  mlp: "mlp",
};
const OPTIMIZER: Readonly<Record<string, string>> = {
  adamw: "adamw",
  adamw8bit: "adamw-8bit",
  paged_adamw8bit: "paged-adamw-8bit",
};

/** The recipe with the same bytes, where it is not the stack's own. */
function recipe(run: TrainingRun, own: string): string | undefined {
  const bytes = Object.entries(run.precision);
  const same = precisions.rows.filter((row) =>
    bytes.every(([key, value]) => row[key as keyof TrainingRun["precision"]] === value),
  );
  return same.find(({ id }) => id === own)?.id ?? same[0]?.id;
}

/** What no label says. */
const beyondLabels = (run: TrainingRun, train: CaseTraining, stack: StackRow): boolean =>
  run.mtpLayers > 0 ||
  run.parallel.layout !== null ||
  run.parallel.asyncTp ||
  run.parallel.contextExchange !== "p2p" ||
  run.optimizerInBackward ||
  run.firstStep ||
  run.float8 !== null ||
  run.torchMajor === 1 ||
  (run.recompute.kind === "modules" && train.recompute !== "mlp") ||
  (train.lora !== null && train.lora.dropout > 0 !== stack.loraDropout) ||
  (train.lora?.targets.includes("head") ?? false);

function rowsOf(measured: MeasuredCase, train: CaseTraining, run: TrainingRun): Rows | undefined {
  const { id } = measured.model;
  const stack = stacks.rows.find((row) => row.id === measured.stack);
  const precision = stack && !train.lora ? recipe(run, stack.precision) : undefined;
  const recompute = RECOMPUTE[String(train.recompute)];
  const optimizer = OPTIMIZER[train.optimizer];
  if (id === null || !has(models, id) || !stack || recompute === undefined || optimizer === undefined) return undefined;
  if ((!precision && !train.lora) || beyondLabels(run, train, stack)) return undefined;
  const loss = losses.rows.find((row) => row === run.loss)?.id ?? "";
  const { tp, pp, cp, ep, etp, dp, dpReplicate, sp, virtualStages } = run.parallel;
  return [
    ["model", id],
    ["gpu", GPU[measured.gpu.name] ?? measured.gpu.name],
    ["gpus", tp * pp * cp * dp * dpReplicate],
    ["stack", stack.id],
    ["micro batch", run.microBatch],
    ["sequence length", run.sequence],
    ["microbatches", train.microbatches ?? 1],
    ["optimizer", optimizer],
    ["recompute", recompute],
    ["recompute layers", train.recompute_layers ?? 1],
    ["zero stage", String(run.zero)],
    ["reshard after forward", run.reshardAfterForward ? "yes" : "no"],
    ["attention", run.attention],
    ["loss", loss],
    ["compile", run.compile ? "yes" : "no"],
    ["dropout", run.dropout ? 0.1 : 0],
    ["offload", run.offload.activations ? "activations" : "none"],
    ["tp", tp],
    ["pp", pp],
    ["cp", cp],
    ["ep", ep],
    ["etp", etp],
    ["dp", dp],
    ["virtual stages", virtualStages],
    ["sp", sp ? "yes" : "no"],
    ...(precision ? [["precision", precision] as const] : []),
    ...(train.lora
      ? ([
          ["lora rank", train.lora.rank],
          ["lora targets", train.lora.targets.join(",")],
          ["base weights", train.lora.base_dtype],
        ] as const)
      : []),
  ];
}

/** What labels say, and so both must agree on. */
function agreeing(run: TrainingRun): Partial<TrainingRun> {
  const { stack, zero, reshardAfterForward, precision, optimizer, microBatch, sequence, microbatches } = run;
  const { attention, dropout, recompute, loss, compile, offload, firstStep } = run;
  return {
    ...{ stack, zero, reshardAfterForward, precision, optimizer, microBatch, sequence, microbatches },
    ...{ attention, dropout, recompute, loss, compile, offload, firstStep },
  };
}

const expressible = cases.flatMap(({ measured }) => {
  if (measured.task !== "train" || !measured.train) return [];
  const scored = scoredRun(measured);
  const rows = rowsOf(measured, measured.train, scored);
  return rows ? [{ id: measured.id, train: measured.train, scored, rows }] : [];
});

const GB = 1e9;
const estimated = (rows: Rows) => trainingEstimate(trainingRun(scenario(rows))).allocated;

describe("measured cases as scenarios", () => {
  test("so many can be typed, of every stack that has LoRA cases", () => {
    expect(expressible.length).toBeGreaterThanOrEqual(25);
    const lora = expressible.filter(({ train }) => train.lora).map(({ scored }) => scored.stack.id);
    expect(lora.filter((id) => id === "litgpt")).toHaveLength(5);
    expect(lora.filter((id) => id === "torchtune")).toHaveLength(2);
  });

  test.each(expressible)("$id: the run is the scorer's", ({ rows, scored }) => {
    const run = trainingRun(scenario(rows));
    expect(run.parallel).toEqual({ ...scored.parallel, gpus: run.parallel.gpus });
    expect(run).toMatchObject(agreeing(scored));
    expect(run.lora?.rank).toBe(scored.lora?.rank);
    expect(run.lora?.dropout).toBe(scored.lora?.dropout);
    expect(new Set(run.lora?.targets)).toEqual(new Set(scored.lora?.targets));
    // The month of the software has no label.
    const ofThatMonth = trainingEstimate({ ...run, stackDate: scored.stackDate }).allocated;
    expect(Math.abs(ofThatMonth / trainingEstimate(scored).allocated - 1)).toBeLessThan(0.01);
  });

  test("a LoRA case without its base weights: 16 bit, as the case has them", () => {
    const plain = expressible.filter(({ train }) => train.lora?.base_dtype === "bf16");
    expect(plain.length).toBeGreaterThan(3);
    for (const { rows } of plain)
      expect(estimated(rows.filter(([label]) => label !== "base weights"))).toBe(estimated(rows));
  });
});

describe("LoRA and QLoRA of a planner", () => {
  const on = (model: string, gpu: string, stack: string, ...more: Rows): Rows => [
    ["model", model],
    ["gpu", gpu],
    ["stack", stack],
    ["lora rank", 16],
    ...more,
  ];
  const bytesOf = (rows: Rows, component: string): number =>
    scenarioLines(scenario(rows))
      .filter((line) => line.component.startsWith(component))
      .reduce((sum, line) => sum + line.bytes, 0);
  const QLORA_70B: Rows = [
    ["base weights", "nf4"],
    ["recompute", "full"],
  ];

  test.each(["hf", "litgpt", "torchtune", "generic", "pytorch"])("70B, nf4, full recompute, one H100, %s", (stack) => {
    const bytes = estimated(on("llama-3.1-70b", "H100 SXM", stack, ...QLORA_70B));
    expect(bytes).toBeGreaterThan(45 * GB);
    expect(bytes).toBeLessThan(65 * GB);
  });

  test("nf4 is of the layers' matrices; embedding, head and norms are 16 bit, adapters as the recipe says", () => {
    const [inLayers, ends, norms] = [80 * 855_638_016, 2 * 128_256 * 8192, 161 * 8192];
    const adapters = 80 * 16 * (2 * (8192 + 8192) + 2 * (8192 + 1024) + 3 * (8192 + 28_672));
    const base = (inLayers * 4.5) / 8 + 2 * (ends + norms);
    expect(bytesOf(on("llama-3.1-70b", "H100 SXM", "hf", ...QLORA_70B), "Weights")).toBeCloseTo(
      base + 4 * adapters,
      -1,
    );
    expect(bytesOf(on("llama-3.1-70b", "H100 SXM", "litgpt", ...QLORA_70B), "Weights")).toBeCloseTo(
      base + 2 * adapters,
      -1,
    );
  });

  test("Llama 2 7B, nf4-dq, litgpt: what was measured, 13.84 GB", () => {
    const rows: Rows = [
      ["model", "llama-2-7b"],
      ["gpu", "a100-sxm-40gb"],
      ["stack", "litgpt"],
      ["lora rank", 8],
      ["lora targets", "q,v"],
      ["base weights", "nf4-dq"],
      ["sequence length", 1304],
    ];
    expect(Math.abs(estimated(rows) / (13.84 * GB) - 1)).toBeLessThan(0.05);
  });

  test("8B, hf: a 16-bit base, given or not, has no casts; only fp32 adapters do", () => {
    const given = on("llama-3.1-8b", "H100 SXM", "hf", ["base weights", "bf16"]);
    const adapters = 32 * 16 * (2 * (4096 + 4096) + 2 * (4096 + 1024) + 3 * (4096 + 14_336));
    expect(bytesOf(given, "Weights")).toBeCloseTo(8_030_261_248 * 2 + 4 * adapters, -1);
    expect(bytesOf(given, "Autocast")).toBeCloseTo(2 * adapters, -1);
    expect(estimated(on("llama-3.1-8b", "H100 SXM", "hf"))).toBe(estimated(given));
  });

  test("8B, hf: casts of a frozen fp32 base wait for backward; full recomputation leaves those of a layer", () => {
    const fp32 = on("llama-3.1-8b", "H100 SXM", "hf", ["base weights", "fp32"]);
    const multiplied = 8_030_261_248 - 128_256 * 4096;
    const adapters = bytesOf(on("llama-3.1-8b", "H100 SXM", "hf"), "Autocast");
    expect(bytesOf(fp32, "Autocast")).toBeCloseTo(2 * multiplied + adapters, -1);
    expect(bytesOf([...fp32, ["recompute", "full"]], "Autocast")).toBeLessThan((2 * multiplied) / 10);
  });

  test("without LoRA autocast keeps the casts of all trained weights", () => {
    const rows = on("llama-3.1-8b", "H100 SXM", "hf").filter(([label]) => label !== "lora rank");
    expect(bytesOf(rows, "Autocast")).toBe(2 * (8_030_261_248 - 128_256 * 4096));
  });
});

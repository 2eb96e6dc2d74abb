// What a planner waits for: one call over many cells, through the functions as Excel calls them.
import type { Bench } from "tinybench";
import { invoke } from "../../src/functions/invoke";
import { ESTIMATE } from "../../src/functions/scenario/answers";
import { TRAIN_MEM } from "../../src/functions/states";

export const samples = 10;

const MODELS = ["llama-2-7b", "llama-3.1-8b", "qwen2.5-7b", "mistral-7b-v0.1", "llama-3.1-70b"];
const STACKS = ["generic", "fsdp2", "megatron"];
const HEADER = ["model", "gpu", "gpus", "zero stage", "micro batch", "sequence length", "stack"];

/** Scenarios of which no two in a row are alike. */
const table = (rows: number) => [
  HEADER,
  ...Array.from({ length: rows }, (_, i) => [
    MODELS[i % 5],
    i % 2 ? "H100 SXM" : "A100 80GB",
    8,
    3,
    1 + (i % 8),
    1024 * (1 + (i % 7)),
    STACKS[i % 3],
  ]),
];

export function register(bench: Bench): { readonly title: string } {
  const sizes = Array.from({ length: 10_000 }, (_, i) => [(i + 1) * 1e8]);
  bench.add("reference: TRAIN_MEM, a column of 10,000", () => void invoke(TRAIN_MEM, [sizes, [["fp32"]], "adamw"]));
  for (const rows of [1000, 10_000, 100_000]) {
    const scenarios = table(rows);
    bench.add(
      `ESTIMATE, ${rows} scenarios, 4 outputs`,
      () => void invoke(ESTIMATE, [scenarios, "total,total low,total high,fits"]),
    );
  }
  return { title: "Cells: one call" };
}

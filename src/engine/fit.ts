import { EngineError } from "./issues";
import type { Range } from "./memoryLine";
import type { Bytes } from "./units";

/** Sums of decimal gigabytes carry rounding errors of a few units in the last place: 64/4 must be 16, not 15. */
const ROUNDING = 1e-12;

/** ⌊(available − model) ÷ per sample⌋, in one unit of the caller's. Zero when the model fits but not one sample. */
export function largestBatch(available: number, model: number, perSample: number): number {
  if (model > available) throw new EngineError({ code: "does_not_fit", needed: model, available });
  return Math.floor(((available - model) / perSample) * (1 + ROUNDING));
}

/**
 * Fewest GPUs by memory alone, in whole multiples: ⌈memory ÷ (usable·(1 − margin))⌉ rounded up.
 * Assumes that the memory divides evenly, as fully sharded states do.
 */
export function gpusForMemory(memory: Bytes, usable: Bytes, safetyMargin: number, multiple: number): number {
  const gpus = Math.ceil((memory / memoryBudget(usable, safetyMargin)) * (1 - ROUNDING));
  return Math.max(1, Math.ceil(gpus / multiple)) * multiple;
}

/** What may be used of a GPU. */
export const memoryBudget = (usable: number, safetyMargin: number): number => usable * (1 - safetyMargin);

export type Verdict = "fits" | "borderline" | "no";

/** By what is left. fits: even the high end leaves room; no: not even the low end does. */
export const verdictOf = ({ low, high }: Range): Verdict => (low >= 0 ? "fits" : high < 0 ? "no" : "borderline");

const FROM_GOOD_TO_BAD: readonly Verdict[] = ["fits", "borderline", "no"];
export const worseVerdict = (one: Verdict, other: Verdict): Verdict =>
  FROM_GOOD_TO_BAD[Math.max(FROM_GOOD_TO_BAD.indexOf(one), FROM_GOOD_TO_BAD.indexOf(other))] as Verdict;

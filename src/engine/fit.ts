import { EngineError } from "./issues";
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
  const gpus = Math.ceil((memory / (usable * (1 - safetyMargin))) * (1 - ROUNDING));
  return Math.max(1, Math.ceil(gpus / multiple)) * multiple;
}

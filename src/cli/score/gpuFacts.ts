// What of a card may enter an estimate. The name of a card counts only through its compute capability.
import { gpus, type GpuRow } from "../../catalog/gpus";
import { resolve } from "../../catalog/table";
import { fromUnit } from "../../engine/units";
import type { Question } from "./measuredCase";

/** The words of a name that say which chip it is: H100 of "H100 96GB HBM2e", 4090 of "RTX 4090". */
const chipWords = (name: string): readonly string[] =>
  (name.toUpperCase().match(/\b([A-Z]+\d+[A-Z]*|\d{4})\b/g) ?? []).filter((word) => !word.startsWith("HBM"));

function rowsNamed(name: string): readonly GpuRow[] {
  const found = resolve(gpus, name);
  if (found.kind === "found") return [found.row];
  if (found.kind === "ambiguous") return found.candidates;
  const words = chipWords(name);
  return gpus.rows.filter((row) => chipWords(row.label).some((word) => words.includes(word)));
}

/** 8.9 of an RTX 4090; null where no row, or rows of several capabilities, answer to the name. */
export function computeCapabilityOf(name: string): number | null {
  const capabilities = new Set(rowsNamed(name).map((row) => row.computeCapability));
  const [only] = capabilities;
  return capabilities.size === 1 && only !== null && only !== undefined ? Number(only) : null;
}

export const usableBytesOf = ({ memory_gib }: Question["gpu"]): number | null =>
  memory_gib === null ? null : fromUnit(memory_gib, "GiB");

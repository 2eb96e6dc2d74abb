// The main facts of catalog rows, as label and text: read from the fields of MODEL and GPU.
import { gpus, type GpuRow } from "../catalog/gpus";
import { models, type ModelRow } from "../catalog/models";
import type { Field } from "../functions/fields";
import { gpuFields } from "../functions/gpuFields";
import { modelFields, type NamedArchitecture } from "../functions/modelFields";
import { print } from "../functions/numbers";
import type { MemoryUnit } from "../engine/units";

/** A row of a catalog as the pane lists it. */
export interface CatalogEntry {
  readonly id: string;
  readonly label: string;
  readonly aside: string;
  /** What a search finds it by, its names first. */
  readonly texts: readonly string[];
  readonly formula: string;
  readonly facts: () => readonly ShownFact[];
}

export interface ShownFact {
  readonly label: string;
  readonly text: string;
}

const MODEL_FACTS = [
  "parameters",
  "active parameters",
  "layers",
  "hidden size",
  "attention kind",
  "heads",
  "kv heads",
  "experts",
  "top k",
  "max positions",
  "vocab size",
  "weights dtype",
  "year",
  "source",
  "note",
];
const GPU_FACTS = [
  "memory",
  "usable",
  "bandwidth GB/s",
  "bf16 TFLOPS",
  "fp8 TFLOPS",
  "fp4 TFLOPS",
  "interconnect",
  "interconnect GB/s",
  "TDP W",
  "form factor",
  "year",
  "source",
  "note",
];
const MEMORY_FACTS = ["memory", "usable"];
const PLAIN_NUMBERS = ["year"];

const compact = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });

function textOf(label: string, value: unknown, unit?: MemoryUnit): string {
  if (typeof value !== "number" || PLAIN_NUMBERS.includes(label)) return String(value);
  return unit && MEMORY_FACTS.includes(label) ? `${print(value)} ${unit}` : print(value);
}

/** Facts that are unknown, or that a model does not have (0 experts), are left out. */
function shown<R, C>(
  fields: readonly Field<R, C>[],
  labels: readonly string[],
  row: R,
  context: C,
): readonly ShownFact[] {
  return labels
    .map((label) => ({ label, value: fields.find(({ id }) => id === label)?.read(row, context) }))
    .filter(({ value }) => value !== undefined && value !== null && value !== "" && value !== 0)
    .map(({ label, value }) => ({ label, text: textOf(label, value, context as MemoryUnit | undefined) }));
}

const fact = (row: ModelRow, label: string) => modelFields.rows.find(({ id }) => id === label)?.read(row) ?? 0;

const modelEntry = (row: ModelRow): CatalogEntry => ({
  id: row.id,
  label: row.label,
  aside: `${compact.format(Number(fact(row, "parameters")))} parameters`,
  texts: [[row.label, row.id, ...row.aliases].join("\n"), row.family, String(row.year)],
  formula: `=GPUMEM.MODEL("${row.id}")`,
  facts: () => shown<NamedArchitecture, void>(modelFields.rows, MODEL_FACTS, row, undefined),
});

const gpuEntry = (row: GpuRow): CatalogEntry => ({
  id: row.id,
  label: row.label,
  aside: `${row.nominalGB} GB, ${row.year}`,
  texts: [[row.label, row.id, ...row.aliases].join("\n"), row.vendor, row.architecture, String(row.year)],
  formula: `=GPUMEM.GPU("${row.id}")`,
  facts: () => shown(gpuFields.rows, GPU_FACTS, row, "GB"),
});

export const modelEntries: readonly CatalogEntry[] = models.rows.map(modelEntry);
export const gpuEntries: readonly CatalogEntry[] = gpus.rows.map(gpuEntry);

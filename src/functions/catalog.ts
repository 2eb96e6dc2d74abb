// What the catalogs know, as cells: single facts, labelled blocks that are part of a scenario, and lists.
import { weightsGradientsMaster } from "../engine/precision";
import { needsShapes, optimizerStateBytes } from "../engine/optimizers";
import { gpus } from "../catalog/gpus";
import { models } from "../catalog/models";
import { optimizers, type OptimizerRow } from "../catalog/optimizers";
import { precisions, type PrecisionRow } from "../catalog/precisions";
import { stacks, type StackRow } from "../catalog/stacks";
import type { CatalogRow, Table } from "../catalog/table";
import type { Block, CellError } from "./cells";
import { type Field, field, labelledBlock, listBlock, oneFact } from "./fields";
import { filter } from "./filter";
import { GPU_LIST_COLUMNS, gpuFields } from "./gpuFields";
import { choice, memoryUnits } from "./kinds";
import { MODEL_LIST_COLUMNS, modelFields } from "./modelFields";
import { anyModel, gpu } from "./names";
import { defineFunction, maybe, required, withDefault } from "./spec";

const TOPIC = "Catalog";

const MEMORY_UNIT = withDefault("unit", choice(memoryUnits), "GB", "Unit of memory and usable.");

export const MODEL = defineFunction({
  id: "MODEL",
  summary: "A model's dimensions and exact parameter count: one field, or all of them as a labelled block.",
  topic: TOPIC,
  params: [
    required("model", anyModel, "A model's name in quotes, or the text of its Hugging Face config.json."),
    maybe("field", choice(modelFields), "One field; all of them when omitted."),
  ],
  returns: { unit: "plain", doc: "The field's value, or label | value rows that are a valid part of a scenario." },
  formula: "parameters: the sum of all weight tensors that the dimensions imply",
  sources: ["config.json and safetensors totals on huggingface.co; each model's source is its field source"],
  notes: ["A multi-token-prediction layer or a vision tower is not part of parameters."],
  examples: [
    { formula: '=GPUMEM.MODEL("llama-3.1-70b","parameters")', result: 70_553_706_496 },
    { formula: '=GPUMEM.MODEL("meta-llama/Llama-3.1-70B-Instruct","kv heads")', result: 8 },
    {
      formula: '=INDEX(GPUMEM.MODEL("deepseek-v3"),6,2)',
      result: 37_552_297_472,
      says: "active parameters of DeepSeek-V3: row 6 of the block",
    },
  ],
  run: ({ model: row, field: wanted }) =>
    wanted ? oneFact(wanted, row, undefined) : labelledBlock(modelFields, row, undefined),
});

export const GPU = defineFunction({
  id: "GPU",
  summary: "A GPU's memory, rates and power: one field, or all of them as a labelled block.",
  topic: TOPIC,
  params: [
    required("gpu", gpu, "A GPU's name in quotes."),
    maybe("field", choice(gpuFields), "One field; all of them when omitted."),
    MEMORY_UNIT,
  ],
  returns: { unit: "plain", doc: "The field's value, or label | value rows that are a valid part of a scenario." },
  formula: "memory: what the driver's tool shows; usable: what cudaMalloc can hand out, the number that a fit uses",
  sources: ["Vendors' data sheets and driver output; each GPU's source is its field source"],
  notes: [
    "TFLOPS are dense, without sparsity. Where usable was never printed it is memory minus 0.5 to 0.8 GiB; usable basis says so.",
  ],
  examples: [
    { formula: '=GPUMEM.GPU("A100 80GB","memory","MiB")', result: 81_920 },
    { formula: '=GPUMEM.GPU("A100 80GB","memory")', result: 85.89934592 },
    { formula: '=GPUMEM.GPU("H100 SXM","memory","MiB")', result: 81_559 },
    { formula: '=GPUMEM.GPU("H100 SXM","bf16")', result: 989.4, says: "dense TFLOPS" },
  ],
  run: ({ gpu: row, field: wanted, unit }) =>
    wanted ? oneFact(wanted, row, unit.id) : labelledBlock(gpuFields, row, unit.id),
});

const FILTER_DOC = 'Conditions joined by ";": "family=llama", ">=70B" (the size), "year>=2024", or part of a name.';

/** The rows that a filter keeps, as a list with a header; #N/A when it keeps none. */
function filteredList<F extends CatalogRow, Context>(
  rows: readonly F[],
  keep: ((row: F, context: Context) => boolean) | undefined,
  columns: readonly Field<F, Context>[],
  context: Context,
): Block | CellError {
  const kept = keep ? rows.filter((row) => keep(row, context)) : rows;
  return kept.length === 0
    ? {
        error: "#N/A",
        message: "Nothing matches this filter: MODEL(...) and GPU(...) list the fields that it may name.",
      }
    : listBlock(columns, kept, context);
}

const columns = <R, Context>(fields: Table<Field<R, Context>>, labels: readonly string[]) =>
  fields.rows.filter(({ id }) => labels.includes(id));

export const MODEL_LIST = defineFunction({
  id: "MODEL_LIST",
  summary: "The known models, one a row, with a header.",
  topic: TOPIC,
  params: [maybe("filter", filter(modelFields, "parameters", { rows: models.rows, context: undefined }), FILTER_DOC)],
  returns: { unit: "plain", doc: `Columns: ${MODEL_LIST_COLUMNS.join(", ")}.` },
  formula: "every condition of the filter must hold",
  sources: ["See MODEL"],
  examples: [{ formula: '=INDEX(GPUMEM.MODEL_LIST("family=llama; >=400B"),2,1)', result: "llama-3.1-405b" }],
  run: ({ filter: keep }) => filteredList(models.rows, keep, columns(modelFields, MODEL_LIST_COLUMNS), undefined),
});

export const GPU_LIST = defineFunction({
  id: "GPU_LIST",
  summary: "The known GPUs, one a row, with a header.",
  topic: TOPIC,
  params: [maybe("filter", filter(gpuFields, "memory", { rows: gpus.rows, context: "GB" }), FILTER_DOC), MEMORY_UNIT],
  returns: { unit: "plain", doc: `Columns: ${GPU_LIST_COLUMNS.join(", ")}.` },
  formula: "every condition of the filter must hold; a condition without a field compares the memory",
  sources: ["See GPU"],
  examples: [
    {
      formula: '=ROWS(GPUMEM.GPU_LIST("vendor=amd"))-1',
      result: 4,
    },
  ],
  run: ({ filter: keep, unit }) => filteredList(gpus.rows, keep, columns(gpuFields, GPU_LIST_COLUMNS), unit.id),
});

/** State bytes per parameter with FP32 states; unknown where they depend on the shapes of the matrices. */
const statePerParameter = (row: OptimizerRow) =>
  needsShapes(row) ? null : optimizerStateBytes(row, { count: 1 }, { stateBytes: 4, blockScales: true });

const list = <R extends CatalogRow>(
  id: string,
  summary: string,
  rows: readonly R[],
  fields: readonly Field<R>[],
  example: { formula: string; result: number | string },
) =>
  defineFunction({
    id,
    summary,
    topic: TOPIC,
    params: [],
    returns: { unit: "plain", doc: `Columns: ${fields.map(({ label }) => label).join(", ")}.` },
    formula: "all rows of the catalog",
    sources: ["The column source"],
    examples: [example],
    run: (): Block => listBlock(fields, rows, undefined),
  });

export const OPTIMIZER_LIST = list(
  "OPTIMIZER_LIST",
  "The known optimizers with their state in bytes per parameter, block scales included.",
  optimizers.rows,
  [
    field<OptimizerRow>("optimizer", (row) => row.id),
    field("label", (row) => row.label),
    field("states", (row) => row.states.map(({ name }) => name).join(", ")),
    field("state bytes per parameter", statePerParameter),
    field("depends on shapes", needsShapes),
    field("note", (row) => row.note),
    field("source", (row) => row.source),
  ],
  { formula: "=INDEX(GPUMEM.OPTIMIZER_LIST(),2,4)", result: 8 },
);

export const PRECISION_LIST = list(
  "PRECISION_LIST",
  "The known training recipes with their bytes per parameter.",
  precisions.rows,
  [
    field<PrecisionRow>("precision", (row) => row.id),
    field("label", (row) => row.label),
    field("weights", (row) => row.weightBytes + row.matmulCopyBytes),
    field("gradients", (row) => row.gradientBytes),
    field("master copy", (row) => row.masterBytes),
    field("one 32-bit state", (row) => row.stateBytes),
    field("with Adam", (row) => weightsGradientsMaster(row) + row.matmulCopyBytes + 2 * row.stateBytes),
    field("activation element", (row) => row.activationBytes),
    field("source", (row) => row.source),
  ],
  { formula: "=INDEX(GPUMEM.PRECISION_LIST(),2,7)", result: 16 },
);

export const STACK_LIST = list(
  "STACK_LIST",
  "The known training stacks and what each does by default.",
  stacks.rows,
  [
    field<StackRow>("stack", (row) => row.id),
    field("label", (row) => row.label),
    field("precision", (row) => row.precision),
    field("precision of LoRA", (row) => row.loraPrecision),
    field("loss", (row) => row.loss),
    field("loss with tensor parallelism", (row) => row.lossWithTensorParallel),
    field("sequence parallelism", (row) => row.sequenceParallel),
    field("zero stage", (row) => row.zeroStage),
    field("note", (row) => row.note),
    field("source", (row) => row.source),
  ],
  { formula: "=INDEX(GPUMEM.STACK_LIST(),2,1)", result: "generic" },
);

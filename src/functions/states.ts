// Parameters and what training keeps for each of them.
import { gradientBytes, modelStates, optimizerBytes, totalStates } from "../engine/states";
import type { EngineIssue } from "../engine/issues";
import { standardParameters } from "../engine/standardModel";
import type { ParameterSet } from "../engine/tensors";
import { bytes, fromUnit } from "../engine/units";
import { checkpointBytes } from "../engine/weights";
import { dtypes } from "../catalog/dtypes";
import { stateMethods, zeroStages } from "../catalog/modes";
import { optimizers } from "../catalog/optimizers";
import { precisions } from "../catalog/precisions";
import { amount, choice, count, UNIT, type UnitRow, yesNo } from "./kinds";
import { parameters } from "./names";
import { atMost, defineFunction, divides, goesWith, maybe, required, withDefault } from "./spec";

const TOPIC = "Parameters and model states";
const PARAMS = required("params", parameters, 'Parameters: 7e9, "7B", or a model\'s name (its exact count).');
const PRECISION = withDefault(
  "precision",
  choice(precisions, [optimizers, dtypes]),
  "bf16",
  "Training recipe: what weights, gradients and master copy are kept in.",
);
const OPTIMIZER = withDefault("optimizer", choice(optimizers, [precisions]), "adamw", "Optimizer.");
const METHOD = withDefault(
  "method",
  choice(stateMethods),
  "detailed",
  "How 8-bit states are counted: with their block scales, or as the one-pager does.",
);
const FEWEST_PARAMETERS = 1e5;
/** 7 in place of 7e9 or "7B"; in bytes it may be meant, to see the bytes per parameter. */
const inBillions = ({
  params,
  unit,
}: {
  readonly params: ParameterSet;
  readonly unit: UnitRow;
}): EngineIssue | undefined =>
  params.count < FEWEST_PARAMETERS && unit.id !== "B"
    ? { code: "too_few_parameters", received: params.count }
    : undefined;

const ZERO_PAPER = "arXiv:1910.02054 §3.1, figure 1";

export const PARAM_COUNT = defineFunction({
  id: "PARAM_COUNT",
  summary: "Number of parameters of a transformer from its dimensions: the weight matrices, without norms and biases.",
  topic: TOPIC,
  params: [
    required("vocab", count, "Tokens in the vocabulary."),
    required("hidden", count, "Model width D."),
    required("layers", count, "Transformer layers."),
    maybe("ffn", count, "Width of the MLP; 4 × hidden when omitted."),
    maybe("heads", count, "Query heads; needed only with kv_heads."),
    maybe("kv_heads", count, "Key and value heads; as many as heads when omitted."),
    withDefault("gated", yesNo, false, "Three MLP matrices (SwiGLU) instead of two."),
    withDefault("tied", yesNo, false, "The output head shares the embedding matrix."),
  ],
  returns: { unit: "plain", doc: "Parameters." },
  formula:
    "V·D + L·(2·D² + 2·D²·kv_heads/heads + (2 or 3)·D·ffn) + V·D; with the first three arguments V·D + L·12·D² + V·D",
  sources: ["One-pager §1", "arXiv:2005.14165 table 2.1 for GPT-3's dimensions"],
  notes: [
    "For the exact count of a known model, norms and biases included, write its name where a function takes params.",
  ],
  examples: [
    { formula: "=GPUMEM.PARAM_COUNT(50257,12288,96)", result: 175_181_291_520, says: "GPT-3" },
    {
      formula: "=GPUMEM.PARAM_COUNT(128256,4096,32,14336,32,8,TRUE)",
      result: 8_029_995_008,
      says: "Llama 3 8B without its norms",
    },
  ],
  checks: [
    atMost("layers", "hidden"),
    atMost("heads", "hidden"),
    divides("heads", "hidden"),
    goesWith("kv_heads", "heads"),
    atMost("kv_heads", "heads"),
    divides("kv_heads", "heads"),
  ],
  run: ({ vocab, hidden, layers, ffn, heads, kv_heads, gated, tied }) =>
    standardParameters({ vocab, hidden, layers, ffn, heads, keyValueHeads: kv_heads, gated, tied }),
});

export const PARAM_MEM = defineFunction({
  id: "PARAM_MEM",
  summary: "Memory of a model's weights in a storage format, block scales included.",
  topic: TOPIC,
  params: [PARAMS, withDefault("dtype", choice(dtypes), "bf16", "Storage format of the weights."), UNIT],
  returns: { unit: "memory", doc: "Weights." },
  formula:
    "params × bits ÷ 8; of a named model the embedding, head and norms stay 16 bit where the format quantizes matrices only",
  sources: ["One-pager §1", "arXiv:2305.14314 §3 (nf4)", "OCP Microscaling Formats v1.0"],
  examples: [
    { formula: '=GPUMEM.PARAM_MEM(175e9,"fp16")', result: 350, says: "GPT-3" },
    { formula: '=GPUMEM.PARAM_MEM("7B","int8")', result: 7 },
    { formula: '=GPUMEM.PARAM_MEM(7e9,"fp32","GiB")', result: 26.07703208923339764 },
  ],
  checks: [inBillions],
  run: ({ params, dtype }) => checkpointBytes(params, dtype),
});

export const GRAD_MEM = defineFunction({
  id: "GRAD_MEM",
  summary: "Memory of the gradients. Gradient accumulation adds nothing: it adds into the same buffer.",
  topic: TOPIC,
  params: [PARAMS, PRECISION, UNIT],
  returns: { unit: "memory", doc: "Gradients of all parameters." },
  formula: "params × gradient bytes of the recipe",
  sources: ["One-pager §2", ZERO_PAPER],
  examples: [{ formula: '=GPUMEM.GRAD_MEM(7e9,"fp16")', result: 14 }],
  checks: [inBillions],
  run: ({ params, precision }) => gradientBytes(params, precision),
});

export const OPTIM_MEM = defineFunction({
  id: "OPTIM_MEM",
  summary: "Memory of the optimizer's state and, in mixed precision, the FP32 master copy of the weights.",
  topic: TOPIC,
  params: [PARAMS, PRECISION, OPTIMIZER, UNIT, METHOD],
  returns: { unit: "memory", doc: "Master copy and optimizer state, unsharded." },
  formula: "params × (master + Σ state bytes)",
  sources: ["One-pager §3", ZERO_PAPER, "arXiv:2110.02861 (8-bit states)"],
  notes: [
    "States that depend on the shapes of the matrices (Adafactor, Muon, Shampoo, SOAP, GaLore, ...) need a model's name as params.",
  ],
  examples: [
    { formula: '=GPUMEM.OPTIM_MEM(7e9,"bf16","adam")', result: 84, says: "master 28 + momentum 28 + variance 28" },
    { formula: '=GPUMEM.OPTIM_MEM(7e9,"fp32","adam")', result: 56, says: "no master copy" },
    {
      formula: '=GPUMEM.OPTIM_MEM(7e9,"bf16","adamw 8-bit")',
      result: 42.21875,
      says: "2.03125 bytes of state with the block scales",
    },
  ],
  checks: [inBillions],
  run: ({ params, precision, optimizer, method }) => {
    const { master, states } = optimizerBytes(params, { precision, optimizer, blockScales: method.id === "detailed" });
    return bytes(master + states);
  },
});

export const TRAIN_MEM = defineFunction({
  id: "TRAIN_MEM",
  summary:
    "Model states only unless act_mem is given; for a whole plan use BREAKDOWN. Weights, gradients, master copy and optimizer state on one GPU, plus act_mem.",
  topic: TOPIC,
  params: [
    PARAMS,
    PRECISION,
    OPTIMIZER,
    withDefault("zero_stage", choice(zeroStages), 0, "ZeRO stage; 3 is FSDP."),
    maybe("gpus", count, "GPUs that the states are sharded over; needed from ZeRO stage 1 on."),
    withDefault("act_mem", amount, 0, "Activations of one GPU, in the unit of the result; see ACT_MEM."),
    UNIT,
    METHOD,
  ],
  returns: { unit: "memory", doc: "Memory on one GPU." },
  formula: "params × (weights + gradients + master + Σ state bytes), each ÷ gpus from its ZeRO stage on, + act_mem",
  sources: ["One-pager §3, §6", ZERO_PAPER],
  examples: [
    { formula: '=GPUMEM.TRAIN_MEM(7e9,"bf16","adam")', result: 112, says: "16 bytes per parameter" },
    { formula: '=GPUMEM.TRAIN_MEM("7B")', result: 112, says: "bf16 and AdamW are the defaults" },
    { formula: '=GPUMEM.TRAIN_MEM(7.5e9,"fp16","adam",1,64)', result: 31.40625, says: "ZeRO paper, figure 1: 31.4 GB" },
    { formula: '=GPUMEM.TRAIN_MEM(7e9,"fp16","adam",0,1,17.18)', result: 129.18, says: "16M + A" },
  ],
  checks: [
    inBillions,
    ({ zero_stage, gpus }) =>
      zero_stage.stage > 0 && gpus === undefined
        ? { code: "goes_with", param: `zero_stage ${zero_stage.id}`, needed: "gpus" }
        : undefined,
  ],
  run: ({ params, precision, optimizer, zero_stage, gpus = 1, act_mem, unit, method }) => {
    const recipe = { precision, optimizer, blockScales: method.id === "detailed" };
    return bytes(totalStates(modelStates(params, recipe, zero_stage.stage, gpus)) + fromUnit(act_mem, unit.id));
  },
});

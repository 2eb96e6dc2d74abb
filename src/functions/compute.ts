// FLOPs, GPU-hours, utilization and energy. Wall hours (÷ GPUs) and cost (× a price) are arithmetic in cells.
import { trainingFlopsPerToken } from "../engine/compute";
import { energyKwh } from "../engine/energy";
import { gpuHours, utilization } from "../engine/utilization";
import { recomputes } from "../catalog/modes";
import { DEFAULT_PRECISION, precisions } from "../catalog/precisions";
import { isCellError } from "./cells";
import { flops, hours, pue, rate, share, tokens, trainedModel } from "./computeKinds";
import { amount, choice, tokenCount } from "./kinds";
import { gpu } from "./names";
import { defineFunction, maybe, required, withDefault } from "./spec";
import { leastWorkOf, recipePeak, tooFast, workOf } from "./trainingWork";

const TOPIC = "Compute";
const PALM = "arXiv:2204.02311 §4.1 and Appendix B";
const MODEL = required("model", trainedModel, 'A model\'s name in quotes, or its parameters: 7e9, "7B".');
const GPU = required("gpu", gpu, "A GPU's name in quotes.");
const SEQUENCE = maybe(
  "sequence",
  tokenCount,
  'Tokens per sequence ("4k" is 4,096): adds the attention core. Needs a model\'s name.',
);
const PRECISION = withDefault(
  "precision",
  choice(precisions),
  DEFAULT_PRECISION,
  "Training recipe: its matmuls have the peak that counts.",
);
const COUNTED =
  "6·N counts every parameter, the input embedding too; with experts those active per token, without the input embedding.";

export const TRAIN_FLOPS = defineFunction({
  id: "TRAIN_FLOPS",
  summary:
    "Floating-point operations of a training run: 6 per parameter and token, and attention when sequence is given.",
  topic: TOPIC,
  params: [
    MODEL,
    required("tokens", tokens, 'Tokens trained on, all epochs: 1.5e12, "1.5T".'),
    SEQUENCE,
    withDefault(
      "recompute",
      choice(recomputes),
      "none",
      "What the backward pass recomputes. Leave it out for a GPU_HOURS with an MFU, which counts no recompute.",
    ),
  ],
  returns: { unit: "plain", doc: "FLOPs: model FLOPs without recompute, hardware FLOPs with it." },
  formula: "(6·N + 12·L·H·d·S) × tokens; the second term only with sequence, without a causal discount",
  sources: [PALM, "arXiv:2001.08361 §2.1", "pytorch/torchtitan models/utils.py (experts)", "arXiv:2405.04434 (MLA)"],
  notes: [
    `${COUNTED} Windows of local layers are counted. Megatron-LM counts the causal half of attention: its figures are lower by 6·L·H·d·S.`,
    "Recompute multiplies 6·N by RECOMPUTE_FLOPS; the attention core runs forward once more, with selective recompute, too.",
  ],
  examples: [
    { formula: '=GPUMEM.TRAIN_FLOPS("7B","1T")', result: 4.2e22, says: "6 × 7e9 × 1e12" },
    {
      formula: '=GPUMEM.TRAIN_FLOPS("llama-7b",1)',
      result: 40_430_493_696,
      says: "6 × 6,738,415,616 parameters",
    },
    {
      formula: '=GPUMEM.TRAIN_FLOPS("llama-7b",1,2048)',
      result: 43_651_719_168,
      says: "+ 12 × 32 layers × 32 heads × 128 × 2,048",
    },
  ],
  run: ({ model, tokens: trained, sequence, recompute }) => {
    const work = workOf(model, sequence);
    return isCellError(work) ? work : trainingFlopsPerToken({ ...work, recompute: recompute.id }) * trained;
  },
});

export const GPU_HOURS = defineFunction({
  id: "GPU_HOURS",
  summary: "GPU-hours that a number of FLOPs takes at a utilization and a goodput.",
  topic: TOPIC,
  params: [
    required("flops", flops, "FLOPs of the run; see TRAIN_FLOPS."),
    GPU,
    required("mfu", share, "Model FLOPs utilization: 40% or 0.4; measure it with MFU or take one that was published."),
    withDefault("goodput", share, 0.9, "Share of the time that makes progress: not restarting, not waiting."),
    PRECISION,
  ],
  returns: {
    unit: "plain",
    doc: "GPU-hours. ÷ GPUs are wall hours; × a price is the cost; ÷ allocation are paid hours.",
  },
  formula: "flops ÷ (mfu × goodput × peak × 3600), peak dense and of one GPU",
  sources: [PALM, "arXiv:2407.21783 §3.3: effective training time above 90%"],
  notes: [
    "mfu is a share of the peak of this precision: an FP8 run's of the FP8 peak. An mfu and the flops must count attention alike.",
    "FLOPs with recompute go with an HFU, FLOPs without with an MFU.",
  ],
  examples: [
    {
      formula: '=ROUND(GPUMEM.GPU_HOURS(GPUMEM.TRAIN_FLOPS("llama-3.1-405b","15.6T","8k"),"H100 SXM",41%)/1e6,1)',
      result: 31.3,
      says: "million; the model card says 30.84",
    },
    { formula: '=GPUMEM.GPU_HOURS(1.1232e18,"A100 80GB",50%,1)', result: 2, says: "at 312 TFLOPS" },
  ],
  run: ({ flops: work, gpu: row, mfu, goodput, precision }) => {
    const peak = recipePeak(row, precision);
    return isCellError(peak) ? peak : gpuHours(work, peak, { allocation: 1, goodput, mfu });
  },
});

export const MFU = defineFunction({
  id: "MFU",
  summary: "Model FLOPs utilization: the share of a GPU's peak that a measured training speed makes use of.",
  topic: TOPIC,
  params: [MODEL, required("tokens_per_second_per_gpu", rate, "Measured, of one GPU."), GPU, SEQUENCE, PRECISION],
  returns: { unit: "plain", doc: "A share of the dense peak, recompute not counted." },
  formula: "(6·N + 12·L·H·d·S) × tokens per second ÷ peak; the second term only with sequence",
  sources: [PALM, "mosaicml/llm-foundry scripts/train/benchmarking: its 216 rows are reproduced within 0.2 points"],
  notes: [
    `${COUNTED} Megatron-LM and NeMo count the causal half of attention and no input embedding: their figures are lower.`,
  ],
  examples: [
    {
      formula: '=ROUND(GPUMEM.MFU("mosaic-mpt-70b",1007,"H100 SXM",2048),4)',
      result: 0.4125,
      says: "llm-foundry prints 41.25% on 512 GPUs",
    },
    {
      formula: '=ROUND(GPUMEM.MFU("llama-65b",380,"A100 80GB",2048),3)',
      result: 0.497,
      says: "the speed that arXiv:2302.13971 states",
    },
  ],
  run: ({ model, tokens_per_second_per_gpu: speed, gpu: row, sequence, precision }) => {
    const [work, peak] = [workOf(model, sequence), recipePeak(row, precision)];
    if (isCellError(work)) return work;
    if (isCellError(peak)) return peak;
    const least = utilization(trainingFlopsPerToken(leastWorkOf(model, sequence) ?? work), speed, peak);
    return least > 1 ? tooFast(speed, least, row) : utilization(trainingFlopsPerToken(work), speed, peak);
  },
});

export const ENERGY = defineFunction({
  id: "ENERGY",
  summary: "Energy in kWh at full board power: of the GPUs only, unless server_watts and pue are given.",
  topic: TOPIC,
  params: [
    required("gpu_hours", hours, "GPU-hours; see GPU_HOURS."),
    GPU,
    withDefault(
      "pue",
      pue,
      1,
      "Power usage effectiveness of the site: about 1.1 hyperscale, 1.54 the industry's average (Uptime Institute 2025).",
    ),
    withDefault(
      "server_watts",
      amount,
      0,
      "Watts per GPU of CPUs, memory, fans and network; a DGX H100 is 10.2 kW at most: 575 beside each 700 W GPU.",
    ),
  ],
  returns: { unit: "plain", doc: "kWh." },
  formula: "gpu_hours × (TDP + server_watts) × pue ÷ 1000",
  sources: ["arXiv:2302.13971 §6: GPU-hours × GPU power × PUE", "arXiv:2104.10350 §2", "NVIDIA DGX H100 datasheet"],
  notes: ["Board power is an upper bound: training draws less on average."],
  examples: [
    {
      formula: '=ROUND(GPUMEM.ENERGY(1022362,"A100 80GB",1.1)/1000,0)',
      result: 450,
      says: "MWh of LLaMA-65B; arXiv:2302.13971 Table 15 prints 449",
    },
    { formula: '=GPUMEM.ENERGY(1000,"H100 SXM",,575)', result: 1275 },
  ],
  run: ({ gpu_hours, gpu: row, pue: site, server_watts }) =>
    row.tdpWatts === null
      ? { error: "#N/A", message: `No board power is known for ${row.label}.` }
      : energyKwh(gpu_hours, { gpuWatts: row.tdpWatts, serverWatts: server_watts, pue: site }),
});

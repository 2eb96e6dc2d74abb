// The breakdown of a deployment: always the same rows, each with its formula and numbers filled in.
import { exactly, type MemoryLine } from "../memoryLine";
import { toUnit, bytes } from "../units";
import { stageMemories, type StageMemory } from "./stageMemory";
import { cachedElements } from "./kv";
import type { ServingRun } from "./run";
import { runtimeLines, type Explained } from "./runtimeLines";
import type { Scheduler } from "./scheduler";

const GIB_DIGITS = 3;
const gib = (value: number): string => `${toUnit(bytes(value), "GiB").toFixed(GIB_DIGITS)} GiB`;
const count = (value: number): string => Math.round(value).toLocaleString("en-US");

const line = ({ component, range, formula, basis, source }: Explained): MemoryLine => ({
  component,
  bytes: range.likely,
  low: range.low,
  high: range.high,
  formula,
  basis: range.high === 0 ? "not used" : basis,
  source,
});

function weightsFormula({ layout, architecture: a, weights }: ServingRun, { stage }: StageMemory): string {
  const { format } = weights;
  const layers = `tensors of ${stage.layers.all} of ${a.numHiddenLayers} layers`;
  const bits = `${format.bits.toFixed(GIB_DIGITS)} bits (${format.quantizes})`;
  return `${layers} at ${bits}, tp ${layout.tp}, pp ${layout.pp}, ep ${layout.ep}`;
}

function weightLines(run: ServingRun, memory: StageMemory): readonly Explained[] {
  const { rank } = memory;
  const logged = run.logged.weightBytes !== null;
  const tables = rank.ropeTable.likely + rank.slack + memory.lora + memory.draft.weights;
  const positions = count(run.architecture.maxPositionEmbeddings);
  return [
    {
      component: "weights",
      range: exactly(memory.weights.likely - tables),
      formula: logged ? "as logged, without the lines below" : weightsFormula(run, memory),
      basis: "exact",
      source: "checkpoint tensors at their dtype; arXiv:1909.08053 §3 for the split",
    },
    {
      component: "rotary table",
      range: rank.ropeTable,
      formula: `${positions} positions × rotary width × ${run.engine.ropeTableBytes} B`,
      basis: "analytic",
      source: run.engine.source,
    },
    {
      component: "allocator blocks",
      range: exactly(rank.slack),
      formula: "tensors of 10 MiB and more in segments of whole 2 MiB",
      basis: "analytic",
      source: "PyTorch c10/cuda/CUDACachingAllocator.cpp",
    },
  ];
}

function extraLines(run: ServingRun, memory: StageMemory): readonly Explained[] {
  const { lora } = run;
  return [
    {
      component: "LoRA slots",
      range: exactly(memory.lora),
      formula: lora ? `${lora.maxLoras} slots × 2 B × Σ ${lora.maxRank}·(in + out)` : "",
      basis: "analytic",
      source: "arXiv:2106.09685; vLLM lora/layers.py: a slot for every adapted matrix",
    },
    {
      component: "draft model",
      range: exactly(memory.draft.weights),
      formula: run.draft ? "its tensors, split by tp where its heads allow" : "",
      basis: "exact",
      source: "checkpoint tensors at their dtype",
    },
  ];
}

function cacheFormula(run: ServingRun, memory: StageMemory, scheduler: Scheduler): string {
  const { load, layout, kvCache, architecture: a, engine } = run;
  if (!kvCache || memory.cache.perToken === 0) return "";
  const perToken = count(memory.cache.perToken);
  const perLayer = count(cachedElements(a, layout.tp, engine.expandsKeyValueHeads));
  const sliding = memory.stage.sliding > 0 ? `, ${memory.stage.sliding} layers hold their window` : "";
  return `${load.sequences} sequences × ${gib(memory.each.mean)}: ${perToken} B a token (${memory.stage.layers.all} layers × ${perLayer} × ${kvCache.bits / 8} B), blocks of ${scheduler.blockSize}${sliding}`;
}

/** The bytes of a dequantized matrix are read off measurements. */
const dequantizes = ({ engine, weights }: ServingRun): boolean =>
  engine.activation.kind === "eager" && weights.format.elementBits < 8;

function passLines(run: ServingRun, memory: StageMemory, scheduler: Scheduler): readonly Explained[] {
  const { maxBatchedTokens, maxSequences } = scheduler;
  const logged = run.logged.activationBytes !== null;
  return [
    {
      component: "KV cache",
      range: exactly(memory.kvNeed),
      formula: cacheFormula(run, memory, scheduler),
      basis: "exact",
      source: "2·L·max(K/t, 1)·d·bytes; latent: arXiv:2405.04434 §2.1",
    },
    {
      component: "activations",
      range: memory.activation,
      formula: logged
        ? "as logged"
        : `peak of ${count(maxBatchedTokens)} tokens and ${count(maxSequences)} sequences: ${memory.arm}`,
      basis: logged ? "exact" : dequantizes(run) ? "empirical" : "analytic",
      source: run.engine.source,
    },
  ];
}

/** On the fullest GPU; the bytes add up to the estimate's total. */
export function servingLines(run: ServingRun): readonly MemoryLine[] {
  const { scheduler, stages } = stageMemories(run);
  const [fullest] = stages as readonly [StageMemory];
  return [
    ...weightLines(run, fullest),
    ...extraLines(run, fullest),
    ...passLines(run, fullest, scheduler),
    ...runtimeLines(run, fullest),
  ].map(line);
}

// Layouts that no stack runs, refused with the numbers in them.
import { layerCounts } from "../architecture";
import { EngineError, mustDivide, mustNotExceed } from "../issues";
import { parseLayout } from "./layout";
import type { TrainingRun } from "./run";

export function checkRun(run: TrainingRun): void {
  checkTensorParallel(run);
  mustDivide("cp", run.parallel.cp, "sequence", run.sequence);
  checkExpertParallel(run);
  checkStages(run);
  checkGpus(run);
}

function checkTensorParallel({ architecture: a, parallel: { tp } }: TrainingRun): void {
  if (tp === 1) return;
  mustDivide("tp", tp, "heads", a.attention.numAttentionHeads);
  if (a.attention.kind === "grouped" && tp > a.attention.numKeyValueHeads)
    mustDivide("kv heads", a.attention.numKeyValueHeads, "tp", tp);
  if (layerCounts(a).dense > 0) mustDivide("tp", tp, "ffn size", a.intermediateSize);
}

function checkExpertParallel({ architecture: { experts }, parallel: { ep, etp, tp, cp, dp } }: TrainingRun): void {
  if (ep * etp === 1) return;
  if (!experts) throw new EngineError({ code: "goes_with", param: "ep", needed: "a model with experts" });
  mustDivide("ep", ep, "experts", experts.numExperts);
  mustDivide("etp", etp, "expert ffn size", experts.moeIntermediateSize);
  mustDivide("ep × etp", ep * etp, "dp × tp × cp", dp * tp * cp);
}

/** Uneven layers only where the stack spreads them, or a layout says how. */
function checkStages({ architecture: { numHiddenLayers }, parallel, stack }: TrainingRun): void {
  const { pp, virtualStages, layout } = parallel;
  const chunks = pp * virtualStages;
  if (layout !== null) return mustDivide("pp", pp, "chunks of the layout", parseLayout(layout).length);
  const name = virtualStages > 1 ? "pp × virtual stages" : "pp";
  mustNotExceed(name, chunks, "layers", numHiddenLayers);
  if (!stack.unevenPipeline) mustDivide(name, chunks, "layers", numHiddenLayers);
}

/** gpus = tp·pp·cp·dp, times the replicas of a shard group. */
function checkGpus({ parallel: p }: TrainingRun): void {
  const needed = p.tp * p.pp * p.cp * p.dp * p.dpReplicate;
  if (p.gpus === null || p.gpus === needed) return;
  throw new EngineError({
    code: "not_equal",
    param: "gpus",
    received: p.gpus,
    other: "tp × pp × cp × dp",
    value: needed,
  });
}

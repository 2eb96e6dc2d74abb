// Layouts that no engine runs, refused with the numbers in them.
import type { Architecture } from "../architecture";
import { EngineError, mustDivide, mustNotExceed } from "../issues";
import type { ServingRun } from "./run";
import { groupSize } from "./weights";

/** tp divides query heads, and key/value heads or is divided by them; it divides the FFN unless groups are padded. */
function checkTensorParallel(run: ServingRun): void {
  const { architecture: a, layout, engine, weights } = run;
  const { tp } = layout;
  if (tp === 1) return;
  if (!engine.tensorParallel)
    throw new EngineError({
      code: "method_lacks",
      method: engine.name,
      param: "tp",
      received: String(tp),
      allowed: "pp: it lays layers out over the GPUs",
    });
  mustDivide("tp", tp, "heads", a.attention.numAttentionHeads);
  if (a.attention.kind === "grouped") checkKeyValueHeads(a.attention.numKeyValueHeads, tp);
  if (groupSize(weights.format) === 1) checkFeedForward(a, run);
}

function checkKeyValueHeads(heads: number, tp: number): void {
  if (tp > heads) mustDivide("kv heads", heads, "tp", tp);
  else mustDivide("tp", tp, "kv heads", heads);
}

function checkFeedForward(a: Architecture, { layout }: ServingRun): void {
  const dense = !a.experts || a.experts.firstDenseLayers > 0 || a.experts.moeLayerFreq > 1;
  if (dense) mustDivide("tp", layout.tp, "ffn size", a.intermediateSize);
  if (a.experts && layout.ep === 1) mustDivide("tp", layout.tp, "expert ffn size", a.experts.moeIntermediateSize);
}

/** ep goes with experts, divides them, and the ranks it uses are those of tp·dp. */
function checkExpertParallel({ architecture: a, layout }: ServingRun): void {
  const { tp, ep, dp } = layout;
  if (ep === 1) return;
  if (!a.experts) throw new EngineError({ code: "goes_with", param: "ep", needed: "a model with experts" });
  mustDivide("ep", ep, "experts", a.experts.numExperts);
  mustDivide("ep", ep, "tp × dp", tp * dp);
  if (ep < tp) mustDivide("ep", ep, "tp", tp);
}

export function checkServing(run: ServingRun): void {
  checkTensorParallel(run);
  checkExpertParallel(run);
  mustNotExceed("pp", run.layout.pp, "layers", run.architecture.numHiddenLayers);
  mustNotExceed("context length P50", run.load.context.p50, "P95", run.load.context.p95);
  mustNotExceed("context length P95", run.load.context.p95, "context length", run.load.context.max);
  if (run.scheduler.utilization !== null) mustNotExceed("gpu memory utilization", run.scheduler.utilization, "1", 1);
}

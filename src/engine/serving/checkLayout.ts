// Layouts that no engine runs, refused with the numbers in them.
import type { Architecture } from "../architecture";
import { EngineError } from "../issues";
import type { ServingRun } from "./run";
import { groupSize } from "./weights";

function divides(divisor: number, by: string, value: number, param: string): void {
  if (value % divisor !== 0) throw new EngineError({ code: "not_divisible", param, received: value, by, divisor });
}

function atMost(value: number, param: string, limit: number, than: string): void {
  if (value > limit) throw new EngineError({ code: "larger_than", param, received: value, than, limit });
}

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
  divides(tp, "tp", a.attention.numAttentionHeads, "heads");
  if (a.attention.kind === "grouped") checkKeyValueHeads(a.attention.numKeyValueHeads, tp);
  if (groupSize(weights.format) === 1) checkFeedForward(a, run);
}

function checkKeyValueHeads(heads: number, tp: number): void {
  if (tp > heads) divides(heads, "kv heads", tp, "tp");
  else divides(tp, "tp", heads, "kv heads");
}

function checkFeedForward(a: Architecture, { layout }: ServingRun): void {
  const dense = !a.experts || a.experts.firstDenseLayers > 0 || a.experts.moeLayerFreq > 1;
  if (dense) divides(layout.tp, "tp", a.intermediateSize, "ffn size");
  if (a.experts && layout.ep === 1) divides(layout.tp, "tp", a.experts.moeIntermediateSize, "expert ffn size");
}

/** ep goes with experts, divides them, and the ranks it uses are those of tp·dp. */
function checkExpertParallel({ architecture: a, layout }: ServingRun): void {
  const { tp, ep, dp } = layout;
  if (ep === 1) return;
  if (!a.experts) throw new EngineError({ code: "goes_with", param: "ep", needed: "a model with experts" });
  divides(ep, "ep", a.experts.numExperts, "experts");
  divides(ep, "ep", tp * dp, "tp × dp");
  if (ep < tp) divides(ep, "ep", tp, "tp");
}

export function checkServing(run: ServingRun): void {
  checkTensorParallel(run);
  checkExpertParallel(run);
  atMost(run.layout.pp, "pp", run.architecture.numHiddenLayers, "layers");
  atMost(run.load.context.p50, "context length P50", run.load.context.p95, "P95");
  atMost(run.load.context.p95, "context length P95", run.load.context.max, "context length");
  if (run.scheduler.utilization !== null) atMost(run.scheduler.utilization, "gpu memory utilization", 1, "1");
}

// Layouts that no stack runs, refused with the numbers in them.
import { layerCounts } from "../architecture";
import { EngineError } from "../issues";
import { parseLayout } from "./layout";
import type { TrainingRun } from "./run";

export function checkRun(run: TrainingRun): void {
  checkTensorParallel(run);
  divides("cp", run.parallel.cp, "sequence", run.sequence);
  checkExpertParallel(run);
  checkStages(run);
  checkGpus(run);
}

function divides(param: string, received: number, by: string, divisor: number): void {
  if (divisor % received !== 0) throw new EngineError({ code: "not_divisible", param, received, by, divisor });
}

function checkTensorParallel({ architecture: a, parallel: { tp } }: TrainingRun): void {
  if (tp === 1) return;
  divides("tp", tp, "heads", a.attention.numAttentionHeads);
  if (a.attention.kind === "grouped" && tp > a.attention.numKeyValueHeads)
    divides("kv heads", a.attention.numKeyValueHeads, "tp", tp);
  if (layerCounts(a).dense > 0) divides("tp", tp, "ffn size", a.intermediateSize);
}

function checkExpertParallel({ architecture: { experts }, parallel: { ep, etp, tp, cp, dp } }: TrainingRun): void {
  if (ep * etp === 1) return;
  if (!experts) throw new EngineError({ code: "goes_with", param: "ep", needed: "a model with experts" });
  divides("ep", ep, "experts", experts.numExperts);
  divides("etp", etp, "expert ffn size", experts.moeIntermediateSize);
  divides("ep × etp", ep * etp, "dp × tp × cp", dp * tp * cp);
}

/** Uneven layers only where the stack spreads them, or a layout says how. */
function checkStages({ architecture: { numHiddenLayers }, parallel, stack }: TrainingRun): void {
  const { pp, virtualStages, layout } = parallel;
  const chunks = pp * virtualStages;
  if (layout !== null) return divides("pp", pp, "chunks of the layout", parseLayout(layout).length);
  if (chunks > numHiddenLayers)
    throw new EngineError({
      code: "larger_than",
      param: "pp",
      received: chunks,
      than: "layers",
      limit: numHiddenLayers,
    });
  if (!stack.unevenPipeline)
    divides(virtualStages > 1 ? "pp × virtual stages" : "pp", chunks, "layers", numHiddenLayers);
}

/** gpus = tp·pp·cp·dp, times the replicas of a shard group. */
function checkGpus({ parallel: p }: TrainingRun): void {
  const needed = p.tp * p.pp * p.cp * p.dp * p.dpReplicate;
  if (p.gpus === null || p.gpus === needed) return;
  if (needed > p.gpus)
    throw new EngineError({
      code: "larger_than",
      param: "tp × pp × cp × dp",
      received: needed,
      than: "gpus",
      limit: p.gpus,
    });
  throw new EngineError({
    code: "method_lacks",
    method: "This layout",
    param: "gpus",
    received: String(p.gpus),
    allowed: `tp × pp × cp × dp = ${needed}`,
  });
}

// Every number of the step time model that is neither a size of the model nor a rate of the node.

export interface PlanConstant {
  readonly value: number;
  readonly unit: "share" | "factor" | "seconds" | "count";
  /** documented: printed by its maker; counted: from code or a paper; assumed: set by judgment, held up by the witnesses. */
  readonly basis: "documented" | "counted" | "assumed";
  readonly source: string;
}

const AICONFIGURATOR = "ai-dynamo/aiconfigurator systems/*.yaml";
const WITNESSES = "set so that the runs of arXiv:2205.05198 table 5 and arXiv:2407.21783 table 4 come out";

const constant = (
  value: number,
  unit: PlanConstant["unit"],
  basis: PlanConstant["basis"],
  source: string,
): PlanConstant => ({ value, unit, basis, source });

export const PLAN_CONSTANTS = {
  matmulEfficiency: constant(0.8, "share", "assumed", `of the best measured product; ${WITNESSES}`),
  attentionEfficiency: constant(
    0.6,
    "share",
    "documented",
    "arXiv:2307.08691 figure 4, arXiv:2407.08608 figure 5: of the best product",
  ),
  groupedEfficiency: constant(0.6, "share", "assumed", "products of many experts on few rows each"),
  /** Each saved element is written and read in forward, read in backward, and its gradient written and read: */
  elementPasses: constant(5, "factor", "counted", "operators between products are bound by memory"),
  bandwidthEfficiency: constant(0.8, "share", "documented", `${AICONFIGURATOR}: empirical bandwidth factor`),
  kernelSeconds: constant(3e-6, "seconds", "documented", `${AICONFIGURATOR}: latency of a kernel`),
  denseKernels: constant(12, "count", "counted", "kernels of a layer's forward"),
  sparseKernels: constant(30, "count", "counted", "the same with router, permutation and grouped products"),
  collectiveSeconds: constant(1e-5, "seconds", "documented", `${AICONFIGURATOR}: p2p latency`),
  /** Share of data-parallel, interleaved pipeline and overlapped expert traffic that can hide behind compute. */
  overlap: constant(0.8, "share", "assumed", "Megatron-LM overlap-grad-reduce, overlap-param-gather; FSDP prefetch"),
  flashBackward: constant(2.5, "factor", "counted", "arXiv:2307.08691 §3.1: five products against two"),
} as const satisfies Readonly<Record<string, PlanConstant>>;

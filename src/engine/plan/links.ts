// What a group of ranks can send, by where its members are: ranks are numbered tp first, then cp, dp and pp (Megatron's order).
import { PLAN_CONSTANTS } from "./constants";
import type { PlanRequest } from "./request";

const EFFICIENCY = PLAN_CONSTANTS.bandwidthEfficiency.value;

/**
 * Bytes per second that each rank of a ring sends. Inside a node the GPU's own links; across nodes the ring uses the
 * network ports of all its members of a node, one each.
 */
function ringRate({ node, gpusPerNode }: PlanRequest, size: number, stride: number): number {
  if (size * stride <= gpusPerNode) return node.intraNodeBytesPerSecond * EFFICIENCY;
  const members = Math.max(1, Math.min(size, Math.floor(gpusPerNode / stride)));
  return Math.min(node.intraNodeBytesPerSecond, members * node.interNodeBytesPerSecond) * EFFICIENCY;
}

/** One pair of neighbors. */
export function neighborRate({ node, gpusPerNode }: PlanRequest, size: number, stride: number): number {
  const inside = size * stride <= gpusPerNode;
  return (inside ? node.intraNodeBytesPerSecond : node.interNodeBytesPerSecond) * EFFICIENCY;
}

/** All-gather or reduce-scatter of so many bytes in all: (n - 1)/n of them pass each rank. */
export function gatherSeconds(request: PlanRequest, bytes: number, size: number, stride: number): number {
  return size === 1 ? 0 : (bytes * (size - 1)) / size / ringRate(request, size, stride);
}

/** An exchange of all with all: what leaves the node and what stays in it travel at the same time. */
export function exchangeSeconds(request: PlanRequest, rows: number, rowBytes: number, size: number, copies: number) {
  const { node, gpusPerNode } = request;
  if (size === 1) return 0;
  const inside = Math.min(size, gpusPerNode);
  const leaving = (rows * copies * (size - inside)) / size / node.interNodeBytesPerSecond;
  const staying = (rows * (inside - 1)) / inside / node.intraNodeBytesPerSecond;
  return (rowBytes * Math.max(leaving, staying)) / EFFICIENCY + PLAN_CONSTANTS.collectiveSeconds.value;
}

/** Copies of a token that leave for other nodes, of topK: each node is sent one at most with the flex dispatcher. */
export function copiesPerToken(topK: number, nodes: number, dispatcher: "allgather" | "alltoall" | "flex"): number {
  if (dispatcher !== "flex" || nodes <= 1) return topK;
  return nodes * (1 - (1 - 1 / nodes) ** topK);
}

// Section 9: bytes per parameter and element are inputs, M and A come from the engine.
import { formula, input, type Section } from "../../sections";
import { memory, numbers, over } from "./rows";

/** Bytes of a parameter in FP32 and in mixed precision. */
const PARTS = [
  ["weights", "Parameters", 4, 2],
  ["gradients", "Gradients", 4, 2],
  ["master", "Master parameters", 0, 4],
  ["momentum", "Momentum (Adam)", 4, 4],
  ["variance", "Variance (Adam)", 4, 4],
] as const;
export const NINE = [...PARTS.map(([id]) => id), "activations"].map((id) => `nine.${id}`);

const stage = (id: string, label: string, value: number) =>
  input(id, label, value, { format: "whole", unit: "ZeRO stage", source: "arXiv:1910.02054 §3.1" });

export const nineSections: readonly Section[] = [
  {
    kind: "table",
    id: "bytes",
    title: "Bytes, as section 9 counts them (more inputs)",
    corner: "Component",
    heads: ["FP32", "Mixed precision"],
    lines: [
      ...PARTS.map(([id, label, fp32, mixed]) => numbers(`bytes.${id}`, label, [fp32, mixed], "per parameter")),
      numbers("bytes.elements", "Activations", [4, 2], "per element"),
    ],
  },
  {
    kind: "lines",
    title: "What ZeRO shards, and A (more inputs)",
    lines: [
      stage("fromWeights", "Parameters are sharded from", 3),
      stage("fromGradients", "Gradients are sharded from", 2),
      stage("fromStates", "Master copy and moments from", 1),
      formula("oneA", "A", '{rule.none}+IF({attention}="standard",{scores},0)', {
        ...memory,
        note: "activations at one byte, with the attention scores where they are stored",
      }),
      formula("oneLayer", "One layer, one sequence", "{rule.none}/({microBatch}*{layers})", {
        ...memory,
        note: "what inference keeps by the rule, at one byte",
      }),
    ],
  },
  {
    kind: "table",
    id: "nine",
    title: "Section 9: where the memory goes, by the rule",
    corner: "Component",
    heads: ["FP32", "Mixed precision"],
    lines: [
      ...PARTS.map(([id, label]) => over(`nine.${id}`, label, `{bytes.${id}}*{oneM}`)),
      over("nine.activations", "Activations", "{bytes.elements}*{oneA}"),
      over("nine.training", "Total training", "SUM({nine.weights}:{nine.activations})", { look: "total" }),
      over("nine.inference", "Total inference", "{bytes.weights}*{oneM}+{bytes.elements}*{oneLayer}", {
        look: "total",
      }),
    ],
  },
];

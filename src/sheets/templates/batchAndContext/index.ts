// How far can batch and context go?
import type { SheetTemplate } from "../../sections";
import { engineSections } from "./engine";
import { inputSections } from "./inputs";
import { limitSections } from "./limits";
import { verdictSections } from "./verdict";

export const batchAndContext: SheetTemplate = {
  id: "batch-and-context",
  name: "Batch and context",
  question: "How far can batch and context go?",
  summary:
    "Memory for every micro batch and sequence length against the GPU's capacity, the largest that fit, and what flash attention is worth.",
  keywords: ["batch size", "sequence length", "context", "sensitivity", "flash attention", "sweep", "OOM", "train"],
  picture: "lines",
  shape: "columns",
  verdict: "{verdictText}",
  sections: [
    ...inputSections,
    ...engineSections,
    ...limitSections,
    ...verdictSections,
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "Micro batch: sequences that one GPU works on at a time. A larger batch per step needs no memory: it is reached by accumulation over passes.",
        "Fits: even the high end of the estimate's range stays below capacity less margin. Borderline: the range straddles it. No: even its low end is above.",
        "Flash attention computes the table of token pairs in pieces; standard attention stores it, and the table grows with the square of the length.",
        "With recomputation only one layer's table exists at a time: the quadratic term shows late, and then quickly.",
        "A wrong input shows its sentence when you point at the red cell of the spill at the right. Serving: see the serving breakdown.",
      ],
    },
  ],
  charts: [
    {
      title: "Memory per GPU: flash and standard attention",
      kind: "lines",
      categories: "{attentions:heads}",
      series: [
        { name: "{attentions.row1:label}", values: "{attentions.row1:all}" },
        { name: "{attentions.row2:label}", values: "{attentions.row2:all}" },
        { name: "{capacityLine:label}", values: "{capacityLine:all}", asLine: true },
      ],
      valueAxis: "per GPU, by sequence length",
    },
    {
      title: "Largest micro batch that fits",
      kind: "columns",
      categories: "{largest:heads}",
      series: [{ name: "{largest.row1:label}", values: "{largest.row1:all}" }],
      valueAxis: "sequences, by sequence length",
    },
  ],
  outputs: ["fits", "total", "spare", "maxMicroBatch", "maxContext"],
};

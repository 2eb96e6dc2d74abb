// How to split a model over many GPUs?
import type { SheetTemplate } from "../../sections";
import { chosenSections, engine } from "./chosen";
import { runSections } from "./compared";
import { inputSections, layouts } from "./search";
import { sentence } from "./sentence";
import { verdictSections } from "./verdict";

export const parallelLayout: SheetTemplate = {
  id: "parallel-layout",
  name: "Parallel layout",
  question: "How to split a 70B over 64 GPUs?",
  summary:
    "The ten fastest layouts that fit, why each loses, memory of the one you look at, days and cost; or what the nearest misses by.",
  keywords: [
    "tensor parallel",
    "pipeline",
    "data parallel",
    "ZeRO",
    "FSDP",
    "cluster",
    "405B",
    "layout",
    "plan",
    "train",
  ],
  picture: "bars",
  shape: "columns",
  verdict: "{verdictText}",
  sections: [
    ...inputSections,
    layouts,
    sentence,
    ...chosenSections,
    engine,
    ...runSections,
    ...verdictSections,
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "tp splits every matrix, pp the layers, cp the sequence, ep the experts; dp is how many copies share the batch. Their product (without ep) is all GPUs.",
        "pp 4 × 2: each of four stages holds two chunks of layers in turn (virtual stages), which shortens the wait for the first and last.",
        "ZeRO 1 spreads the optimizer's state over the copies, 2 the gradients, 3 the weights. Recompute trades time for memory.",
        "Only layouts count whose high end fits below capacity less margin. Seconds compare layouts; between nodes 400 Gb/s per GPU are assumed.",
        "The breakdown is of the fullest GPU: with pipelines that is one stage's; the others have room. Sources: =GPUMEM.WHY(scenario, component).",
        "Days and cost are the job's own, with goodput, to compare layouts. What a plan pays is on Cluster budget: allocation, contingency and the rest come on top.",
        "Other GPUs or counts: change the inputs, or insert this sheet once for each. The search stays valid for other models: nothing here is typed for one.",
      ],
    },
  ],
  charts: [
    {
      title: "Memory per GPU of each layout",
      kind: "columns",
      categories: "{nameOf:all}",
      series: [
        { name: "{memoryOf:label}", values: "{memoryOf:all}" },
        { name: "{highOf:label}", values: "{highOf:all}" },
        { name: "{usableOf:label}", values: "{usableOf:all}", asLine: true },
      ],
      valueAxis: "per GPU, by rank: tp · pp × chunks · cp · dp",
    },
    {
      title: "Seconds per step of each layout",
      kind: "bars",
      categories: "{nameOf:all}",
      series: [{ name: "{stepOf:label}", values: "{stepOf:all}" }],
      valueAxis: "seconds, by rank: tp · pp × chunks · cp · dp",
    },
    {
      title: "What fills the fullest GPU",
      kind: "columns",
      categories: "{parts:labels}",
      series: [{ name: "{total:label}", values: "{parts:all}" }],
      valueAxis: "per GPU, layout looked at",
    },
  ],
  outputs: ["fits", "total", "spare", "days", "cost", "gpuHours", "fewest"],
  widths: { 10: 18, 12: 13, 14: 13, 15: 13, 16: 24, 18: 60 },
};

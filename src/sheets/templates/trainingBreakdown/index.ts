// Will this run fit, and what eats the memory?
import { check, type SheetTemplate } from "../../sections";
import { ownRows } from "../ownRows";
import { engine, PARTS } from "./engine";
import { display, more, scenario } from "./inputs";
import { fit, money, range } from "./results";
import { words } from "./verdict";

export const trainingBreakdown: SheetTemplate = {
  id: "training-breakdown",
  name: "Training breakdown",
  question: "Will this run fit, and what eats the memory?",
  summary: "Memory per GPU by component with its range against the GPU's capacity, what would save, hours and cost.",
  keywords: ["train", "fine-tune", "OOM", "out of memory", "activations", "optimizer", "FSDP", "ZeRO", "LoRA"],
  picture: "stack",
  shape: "columns",
  verdict: "{verdictText}",
  sections: [
    display,
    scenario,
    more,
    ownRows,
    engine,
    fit,
    money,
    range,
    words,
    {
      kind: "checks",
      lines: [
        check(
          "partsReconcile",
          "Parts do not add up to the total",
          "(ABS({sumOfParts}-{total})>{assumptions.tolerance})*1",
        ),
        check("noPrice", "This GPU has no price on GM Assumptions", "({price}<=0)*1"),
      ],
    },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "Likely is the engine's estimate; low and high are its range from published measurements (GM Audit shows how many of this stack).",
        "Each saving stands on top of the ones above it; each remedy stands alone. Sources: =GPUMEM.WHY(scenario, component).",
        "Hours, days and compute are the job's own, with goodput. What a plan pays for them is on Cluster budget: allocation, contingency and the rest come on top.",
        "A wrong input shows its sentence when you point at the red cell of the spill at the right.",
      ],
    },
  ],
  charts: [
    {
      title: "Memory per GPU",
      kind: "stackedColumns",
      categories: "{range:heads}",
      series: [
        ...PARTS.map(({ id }) => ({ name: `{chart.${id}:label}`, values: `{chart.${id}:all}` })),
        { name: "{chart.ends:label}", values: "{chart.ends:all}" },
        { name: "{chart.capacity:label}", values: "{chart.capacity:all}", asLine: true },
      ],
      valueAxis: "per GPU",
    },
    {
      title: "What each measure leaves",
      kind: "columns",
      categories: "{savings:labels}",
      series: [{ name: "{total:label}", values: "{savings:all}" }],
      valueAxis: "per GPU",
    },
  ],
  outputs: ["fits", "total", "spare", "compute", "days", "gpuHours"],
};

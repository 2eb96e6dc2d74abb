// The one-pager "Memory Breakdowns: Params, Grads, Activations", live: its rule, and beside it what is really stored.
import { check, type SheetTemplate } from "../../sections";
import { engineSection } from "./engine";
import { inputSections } from "./inputs";
import { NINE, nineSections } from "./nine";
import { SEVEN_ROWS, sevenSections } from "./seven";
import { fiveSections } from "./tradeOffs";
import { fitSection, verdictSection } from "./verdict";

const differs = (one: string, other: string) => `(ABS(${one}-${other})>{assumptions.tolerance})*1`;

export const onePager: SheetTemplate = {
  id: "one-pager",
  name: "One-pager",
  question: "The memory hierarchy summary, live: where does the memory go in FP32 and in mixed precision?",
  summary: "16 bytes per parameter and the activations, for any model; by the rule of thumb and really stored.",
  keywords: [
    "summary",
    "rule of thumb",
    "16 bytes",
    "FP32",
    "mixed precision",
    "Adam",
    "activations",
    "flash attention",
  ],
  picture: "stack",
  shape: "columns",
  verdict: "{verdictText}",
  sections: [
    ...inputSections,
    engineSection,
    ...nineSections,
    ...sevenSections,
    fitSection,
    ...fiveSections,
    verdictSection,
    {
      kind: "checks",
      lines: [
        check(
          "fp32States",
          "FP32 states differ from the engine's",
          differs("SUM({nine.weights:first}:{nine.variance:first})", "{statesFp32}"),
        ),
        check(
          "mixedStates",
          "Mixed states differ from the engine's",
          differs("SUM({nine.weights:last}:{nine.variance:last})", "{statesMixed}"),
        ),
        check("partsReconcile", "Parts stored do not add up", differs("{sumOfParts}", "{total}")),
        check("ruleReconciles", "Rule in all differs between sections", differs("{seven.total:first}", "{ruleTotal}")),
      ],
    },
    {
      kind: "notes",
      title: "Notes: the document, and where it contradicts itself",
      texts: [
        "M is the number of parameters, A the activations in elements. Weights, gradients, master copy and moments: 16 bytes per parameter.",
        "The rule counts about half of what training really keeps: the columns Stored come from the engine, with logits, buffers and runtime.",
        "Erratum, section 9: the document's FP32 total says 20M + 4A; its rows add up to 16M + 4A.",
        "Erratum, section 9: inference says 4M + A and 2M + A; A scales with the precision, too: 4M + 4A and 2M + 2A, of one layer.",
        "Erratum, section 7: ~16 GB of activations are 16 GiB, which is 17.2 GB; the total is 129.2 GB, not 128.",
        "Erratum, section 7: activations are not sharded by FSDP; each GPU keeps those of its own batch.",
        "Erratum, section 8: an 8-bit optimizer saves 37.5% of all states, 50% of master copy and moments, 75% of the moments.",
        "Erratum, section 10: 16 times the model size is 16 bytes per parameter: 8 times the 16-bit weights, 4 times the FP32 weights.",
        "The columns Stored count the model's exact parameters, the rule the rounded ones.",
        "KV cache and buffers, which the document leaves open (varies), come from the engine.",
      ],
    },
  ],
  charts: [
    {
      title: "Section 9: FP32 against mixed precision",
      kind: "stackedColumns",
      categories: "{nine:heads}",
      series: NINE.map((id) => ({ name: `{${id}:label}`, values: `{${id}:all}` })),
      valueAxis: "by the rule, in all",
    },
    {
      title: "Section 7: the rule and what is really stored",
      kind: "stackedColumns",
      categories: "{seven:heads}",
      series: [
        ...SEVEN_ROWS.map((id) => ({ name: `{${id}:label}`, values: `{${id}:all}` })),
        { name: "{seven.usable:label}", values: "{seven.usable:all}", asLine: true },
      ],
      valueAxis: "mixed precision",
    },
    {
      title: "Section 5: activations kept",
      kind: "columns",
      categories: "{five:heads}",
      series: [
        { name: "{ruleKept:label}", values: "{ruleKept:all}" },
        { name: "{countedKept:label}", values: "{countedKept:all}" },
      ],
      valueAxis: "by recompute",
    },
  ],
  outputs: ["fits", "ruleTotal", "eachTotal", "total", "minGpus"],
};

// Cases side by side: sizes, GPUs, full fine-tuning against LoRA and QLoRA, precisions; and which GPU holds which model.
import { check, type SheetTemplate } from "../../sections";
import { caseSections } from "./cases";
import { holdsInputs, holdsResults } from "./holds";
import { all, engineSections, row, summarySections } from "./results";

export const compare: SheetTemplate = {
  id: "compare",
  name: "Compare",
  question: "7B, 13B, 70B, 405B side by side: what fits, and what is cheapest?",
  summary: "Up to six cases side by side: sizes, GPUs, full, LoRA, QLoRA, precisions; and which GPU holds which model.",
  keywords: ["side by side", "versus", "GPUs", "LoRA", "QLoRA", "precision", "models", "cases", "which GPU"],
  picture: "bars",
  shape: "columns",
  verdict: "{verdictText}",
  verdictWords: { line: "howMany", good: "all", warning: "some", failed: "none" },
  sections: [
    ...caseSections,
    ...engineSections,
    ...summarySections,
    ...holdsInputs,
    ...holdsResults,
    { kind: "engine", title: "Engine", groups: [] },
    {
      kind: "checks",
      lines: [
        check("missing", "Cases without a result", "{cases.count}-COUNT({results.row1:all})"),
        check(
          "wordsCounted",
          "Cases that neither fit nor may nor do not",
          `{cases.count}-{fitCount}-{closeCount}-COUNTIF(${all("fits")},"no")`,
        ),
        check("lowOrdered", "Low ends above the total", `SUMPRODUCT((${all("total low")}>${all("total")})*1)`),
        check("highOrdered", "High ends below the total", `SUMPRODUCT((${all("total high")}<${all("total")})*1)`),
        check("wordsKept", "Cases said to fit that are over", "SUMPRODUCT({isFit:all}*({memory:all}>{usable:all}))"),
        check(
          "tableAgrees",
          "GPU table contradicts the first case",
          `IFERROR((INDEX({holds},{firstModel},{firstGpu})<>{${row("fits")}:first})*1,0)`,
        ),
        check(
          "ownInTable",
          "First case is of your own: the GPU tables show it everywhere",
          '({ownModelRow:first}<>"-")+({ownGpuRow:first}<>"-")',
        ),
      ],
    },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "Sizes side by side: change Model and GPUs. The likely total is what the engine expects per GPU; low and high are its range.",
        "GPUs side by side: one model in all columns, another GPU in each; name the columns after the GPUs.",
        "Full, LoRA, QLoRA: one model; LoRA rank empty, 16, 16; Base weights empty, empty, nf4. LoRA trains small matrices beside a frozen model.",
        "Precisions: one model; Precision bf16, fp8, fp32. Serving: Task serve, Weights bf16, fp8, awq, with Sequences and Context length.",
        "Fewest GPUs keeps all other labels as they are: with sharding (ZeRO stage 3) more GPUs hold more, without it they do not.",
      ],
    },
  ],
  charts: [
    {
      title: "Memory per GPU against what may be used",
      kind: "columns",
      categories: "{cases.head:all}",
      series: [
        { name: "{memory:label}", values: "{memory:all}" },
        { name: "{high:label}", values: "{high:all}" },
        { name: "{usable:label}", values: "{limit:all}", asLine: true },
      ],
      valueAxis: "per GPU",
    },
    {
      title: "Fewest GPUs",
      kind: "bars",
      categories: "{cases.head:all}",
      series: [{ name: `{${row("min gpus")}:label}`, values: all("min gpus") }],
      valueAxis: "GPUs",
    },
  ],
  outputs: ["fitCount", "cases.count", "largest", "cheapest"],
  widths: { 3: 16, 4: 16, 5: 16, 6: 16, 7: 16, 8: 16, 9: 18 },
};

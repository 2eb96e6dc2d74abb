// Sections 5 and 3: what recompute, flash attention and other optimizers save.
import { formula, type Section } from "../../sections";
import { RECOMPUTES } from "./engine";
import { memory, numbers, over } from "./rows";

const share = { format: "percent", unit: "share" } as const;

export const fiveSections: readonly Section[] = [
  {
    kind: "table",
    id: "five",
    title: "Section 5: what recompute saves, and what it costs",
    corner: "Recompute",
    heads: RECOMPUTES.map(([label]) => label),
    lines: [
      numbers(
        "no",
        "Column",
        RECOMPUTES.map((_, i) => i + 1),
      ),
      over("ruleKept", "Activations by the rule", "INDEX({rule:all},{no})*{bytes.elements:last}"),
      over("countedKept", "Activations really stored", "INDEX({counted:all},{no})"),
      over("storedTotal", "Everything, per GPU", "INDEX({totals:all},{no})"),
      over("ruleSaves", "Saved by the rule", "1-{ruleKept}/{ruleKept:first}", share),
      over("countedSaves", "Really saved", "1-{countedKept}/{countedKept:first}", share),
      over("moreFlops", "More arithmetic", "INDEX({flops:all},{no})-1", share),
    ],
  },
  {
    kind: "lines",
    title: "Sections 3 and 5: further trade-offs",
    lines: [
      formula("ruleFlash", "Flash attention saves, by the rule", "{scores}*{bytes.elements:last}", memory),
      formula("countedFlash", "Flash attention really saves", "{countedStandard}-{counted.none}", memory),
      formula("halved", "FP32 to 16 bit: activations", "{nine.activations:first}/{nine.activations:last}", {
        format: "decimal",
        unit: "times less",
      }),
      formula("save8bit", "8-bit optimizer saves", "1-{with8bit}/{withAdam}", { ...share, note: "of all states" }),
      formula("saveSgd", "SGD with momentum saves", "1-{withSgd}/{withAdam}", { ...share, note: "of all states" }),
      formula("timesModel", "States over the FP32 weights", "{statesMixed}/{nine.weights:first}", {
        format: "decimal",
        unit: "times",
      }),
      formula("keptByRule", "The rule counts of what is stored", "{ruleKept:first}/{countedKept:first}", {
        ...share,
        note: "activations of a standard block, flash attention",
      }),
    ],
  },
];

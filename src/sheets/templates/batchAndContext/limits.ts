// Against the capacity: the limits by length, and the plan's own room.
import { formula, type Section } from "../../sections";
import { lengthLabels } from "./inputs";
import { headroomLines } from "../memoryLines";

export const limitSections: readonly Section[] = [
  {
    kind: "table",
    id: "limits",
    title: "Limits by length (feeds charts)",
    corner: "Sequence length",
    heads: lengthLabels,
    lines: [
      {
        id: "capacityLine",
        label: "Capacity less margin",
        kind: "formula",
        formula: "{usable}",
        format: "decimal",
      },
      {
        id: "added",
        label: "What standard attention adds",
        kind: "formula",
        formula: "{attentions.row2}-{attentions.row1}",
        format: "decimal",
      },
      {
        id: "triedThatFits",
        label: "Largest micro batch tried that fits",
        kind: "formula",
        formula: 'SUMPRODUCT(MAX(({words:column}="fits")*{words:labels}))',
        format: "whole",
      },
      {
        id: "triedWithin",
        label: "Largest tried within the limit",
        kind: "formula",
        formula: "SUMPRODUCT(MAX(({words:labels}<={largest.row1})*{words:labels}))",
        format: "whole",
      },
      {
        id: "tokens",
        label: "Tokens per GPU and pass at the limit",
        kind: "formula",
        formula: "{largest.row1}*{limits:head}",
        format: "whole",
      },
    ],
  },
  {
    kind: "lines",
    title: "Your plan",
    lines: [
      ...headroomLines,
      formula("smallest", "Smallest micro batch tried", "MIN({tried.batch:all})", {
        unit: "sequences",
        format: "whole",
      }),
      formula("longestThere", "Longest sequence at it", "INDEX({longest:all},MATCH({smallest},{longest:labels},0))", {
        unit: "tokens",
        format: "whole",
      }),
      formula("planRow", "Row of your micro batch", "IFERROR(MATCH({microBatch},{memory:labels},0),0)", {
        format: "whole",
        note: "0: not among those tried",
      }),
      formula("planColumn", "Column of your length", "IFERROR(MATCH({sequenceLength},{memory:heads},0),0)", {
        format: "whole",
        note: "0: not among those tried",
      }),
      formula("inTable", "Your plan is in the table", "({planRow}*{planColumn}>0)*1", { format: "whole" }),
      formula("fromTable", "Total in the table", "IF({inTable}=0,{total},INDEX({memory},{planRow},{planColumn}))", {
        unit: "={unit}",
        format: "decimal",
      }),
    ],
  },
];

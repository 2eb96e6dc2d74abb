// How near the estimates of this stack came to published measurements.
import { accuracyRows } from "../../../catalog/accuracy.generated";
import { formula, type Section } from "../../sections";

const text = { look: "text" } as const;

export const accuracySections: readonly Section[] = [
  {
    kind: "table",
    id: "accuracy",
    title: "Accuracy on published runs",
    corner: "Stack",
    heads: ["Runs measured", "Median error", "90th percentile", "Inside the range"],
    lines: accuracyRows.map(({ stack, cases, medianErrorPct, p90ErrorPct, insideRangePct }) => ({
      kind: "text",
      label: stack,
      values: [cases, medianErrorPct / 100, p90ErrorPct / 100, insideRangePct / 100],
      formats: ["whole", "percent", "percent", "percent"],
    })),
  },
  {
    kind: "lines",
    title: "Accuracy of this stack",
    lines: [
      formula("taskWord", "Task", 'IF({task}="serve","serving","training")', text),
      formula("software", "Software", 'IF({task}="serve",{engine},{stack})', text),
      formula("stackKey", "Stack", '{software}&" ("&{taskWord}&")"', text),
      formula("known", "It was measured", "ISNUMBER(MATCH({stackKey},{accuracy:labels},0))*1", { format: "whole" }),
      formula("accuracyKey", "Row looked at", "IF({known}=1,{stackKey},{taskWord})", text),
      formula("accuracyRow", "Its number", "MATCH({accuracyKey},{accuracy:labels},0)", { format: "whole" }),
      formula("runs", "Runs measured", "INDEX({accuracy.1:all},{accuracyRow})", { unit: "runs", format: "whole" }),
      formula("medianError", "Median error", "INDEX({accuracy.2:all},{accuracyRow})", { format: "percent" }),
      formula("mostErrors", "Nine of ten within", "INDEX({accuracy.3:all},{accuracyRow})", { format: "percent" }),
      formula("insideShare", "Inside the range", "INDEX({accuracy.4:all},{accuracyRow})", { format: "percent" }),
      formula("knownText", "If it was measured", '{runs}&" runs of "&{stackKey}', text),
      formula("unknownText", "If it was not", '{stackKey}&": never measured; "&{runs}&" of "&{taskWord}', text),
      formula("medianText", "Median", '"median error "&FIXED({medianError}/1%,1)&"%"', text),
      formula("mostText", "Nine of ten", '", nine of ten within "&FIXED({mostErrors}/1%,1)&"%"', text),
      formula("accuracyText", "In words", 'IF({known}=1,{knownText},{unknownText})&": "&{medianText}&{mostText}', text),
    ],
  },
];

// The sentence below PLAN's table, and what it says where nothing fits: the nearest layout, the fewest GPUs.
import { formula, type FormulaLine, type LinesSection } from "../../sections";
import { FIGURE, TOP } from "./search";

const text = { look: "text" } as const;

const LAST = `{layouts.row${TOP + 1}:label}`;
/** The sentence below the table, and what it says where nothing fits. */
const reading: readonly FormulaLine[] = [
  formula("sentence", "What the search says", `IF(${LAST}="",NA(),${LAST})`, text),
  formula("found", "Layouts in the table", `COUNTIF({layouts.${FIGURE.step}:all},">0")`, { format: "whole" }),
  formula("place", "Layout looked at", "MAX(1,MIN({rank},{found}))", {
    format: "whole",
    unit: "rank",
    note: "the last one where the rank is beyond the table",
  }),
  formula("nearMark", "Words before the nearest", '"The nearest, "', text),
  formula("nearAt", "The nearest begins at", "IFERROR(FIND({nearMark},{sentence})+LEN({nearMark}),0)", {
    format: "whole",
    unit: "character",
    note: "0: something fits, or no layout is valid",
  }),
  formula("nearEnd", "and ends at", 'IFERROR(FIND(", misses",{sentence})-{nearAt},0)', {
    format: "whole",
    unit: "characters",
  }),
  formula("nearText", "The nearest", 'IF({nearAt}=0,"",MID({sentence},{nearAt},{nearEnd})&", ")', text),
  formula("nearest", "The nearest, chunks named", 'SUBSTITUTE({nearText}," × ",", chunks ")', text),
  formula("stepBatch", "Sequences of a step, none given", 'IFERROR(INT({stepTokens}/{sequenceLength}),"")', {
    format: "whole",
    unit: "sequences",
  }),
  formula("leastMark", "Words before the fewest", '"hold it: "', text),
  formula("leastAt", "Fewest begins at", "IFERROR(FIND({leastMark},{sentence})+LEN({leastMark}),0)", {
    format: "whole",
    unit: "character",
  }),
  formula(
    "leastText",
    "Fewest, read",
    'IFERROR(MID({sentence},{leastAt},FIND(" (",{sentence},{leastAt})-{leastAt}),0)',
    text,
  ),
  formula("fewest", "Fewest GPUs that hold it", "IFERROR(VALUE({leastText}),0)", {
    format: "whole",
    unit: "GPUs",
    note: "0: no number of GPUs up to the search's limit does",
  }),
];

export const sentence: LinesSection = { kind: "lines", title: "What the search says", lines: reading };

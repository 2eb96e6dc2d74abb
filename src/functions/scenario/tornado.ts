import type { MemoryUnit } from "../../engine/units";
import { type Block, type Cell, type Input, isCellError, toInput } from "../cells";
import { refuse } from "../inputIssues";
import { choice, UNIT } from "../kinds";
import { blockKind, defineFunction, type Kind, required, withDefault } from "../spec";
import { CASE, labelName } from "./arguments";
import { readOutput, TOPIC } from "./answers";
import { evaluateCase, evaluateWith } from "./evaluate";
import type { LabelRow } from "./labels";
import { type Output, outputs } from "./outputs";
import type { ScenarioCase } from "./reader";

interface RangeOfLabel {
  readonly label: LabelRow;
  readonly low: Input;
  readonly high: Input;
}

const RANGES_ACCEPT = "rows of label, low, high";
const isBlankInput = (cell: Input | undefined): boolean => cell === undefined || cell === null || cell === "";

const rangeRows: Kind<readonly RangeOfLabel[]> = blockKind(RANGES_ACCEPT, (rows) => {
  const cells = rows
    .map((row) => row.map(toInput))
    .filter((row) => row.some((cell) => cell !== null && cell !== "" && cell !== 0));
  const read = ([name, low, high]: readonly Input[]): RangeOfLabel => {
    if (isCellError(name) || name === null || name === undefined)
      return refuse({ code: "missing", accepts: RANGES_ACCEPT });
    if (isBlankInput(low) || isBlankInput(high))
      return refuse({ code: "missing", accepts: `a low and a high value for ${String(name)}` });
    return { label: labelName.read(name), low: low ?? null, high: high ?? null };
  };
  const headed =
    String(cells[0]?.[0] ?? "")
      .trim()
      .toLowerCase() === "label";
  return cells.slice(headed ? 1 : 0).map(read);
});

const TORNADO_HEADER = ["label", "at low", "base", "at high", "swing"] as const;

function tornadoRow(
  source: ScenarioCase,
  { label, low, high }: RangeOfLabel,
  output: Output,
  base: Cell,
  unit: MemoryUnit,
): readonly Cell[] {
  const at = (value: Input) => readOutput(output, evaluateWith(source, new Map([[label.key, value]])), unit);
  const [below, above] = [at(low), at(high)];
  const swing: Cell = typeof below === "number" && typeof above === "number" ? Math.abs(above - below) : "";
  return [label.id, below, base, above, swing];
}

const swingOf = (row: readonly Cell[]): number => (typeof row[4] === "number" ? row[4] : -1);

export const TORNADO = defineFunction({
  id: "TORNADO",
  summary: "Which assumption matters most: each label at its low and high value, sorted by the swing of the output.",
  topic: TOPIC,
  params: [
    CASE,
    required("ranges", rangeRows, "Rows of label, low, high; a header row that begins with label is read past."),
    withDefault("output", choice(outputs), "total", "What to answer."),
    UNIT,
  ],
  returns: { unit: "plain", doc: `A header, then a row per label: ${TORNADO_HEADER.join(", ")}.` },
  formula: "swing = |RESULT at high − RESULT at low|, one label at a time",
  sources: ["The engine; see BREAKDOWN"],
  examples: [
    {
      formula:
        '=INDEX(GPUMEM.TORNADO({"model","llama-2-7b";"gpu","A100 80GB";"gpus",8;"zero stage",3},{"micro batch",1,4;"gpus",8,16}),2,1)',
      result: "micro batch",
    },
  ],
  run: ({ scenario, ranges, output, unit }): Block => {
    const base = readOutput(output, evaluateCase(scenario), unit.id);
    const rows = ranges.map((range) => tornadoRow(scenario, range, output, base, unit.id));
    return [TORNADO_HEADER, ...rows.sort((a, b) => swingOf(b) - swingOf(a))];
  },
});

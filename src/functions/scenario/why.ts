import type { MemoryLine } from "../../engine/memoryLine";
import { bytes, type MemoryUnit, toUnit } from "../../engine/units";
import { type CatalogRow, table } from "../../catalog/table";
import { isCellError } from "../cells";
import { choice, UNIT } from "../kinds";
import { print } from "../numbers";
import { defineFunction, withDefault } from "../spec";
import { CASE } from "./arguments";
import { TOPIC } from "./answers";
import { answerOf, evaluateCase, type Evaluation } from "./evaluate";
import { absence, PARTS } from "./memory";

const components = table<CatalogRow>(
  "component",
  ["total", ...PARTS].map((id) => ({ id, label: id, aliases: [] })),
);

const amount = (value: number, unit: MemoryUnit) =>
  `${print(Number(toUnit(bytes(value), unit).toPrecision(4)))} ${unit}`;
const lineText = (line: MemoryLine, unit: MemoryUnit) =>
  `${line.component} ${amount(line.bytes, unit)} = ${line.formula} [${line.basis}; ${line.source}]`;

/** A part as its lines with their numbers, or the total as its parts. */
function why(evaluation: Evaluation, component: string, unit: MemoryUnit): string {
  const memory = evaluation.memory();
  const { total } = memory;
  const parts = evaluation.parts();
  if (component === "total") {
    const sum = parts.filter(({ likely }) => likely !== 0).map(({ part, likely }) => `${part} ${amount(likely, unit)}`);
    return `total ${amount(total.likely, unit)} (${amount(total.low, unit)} to ${amount(total.high, unit)}) = ${sum.join(" + ")}`;
  }
  const part = parts.find((each) => each.part === component);
  if (!part || part.likely === 0) return `${component}: ${part ? absence(part.part, memory) : "not used"}.`;
  const counted = part.lines.filter((line) => line.bytes !== 0);
  const lines = counted.map((line) => lineText(line, unit));
  const rest = part.likely - counted.reduce((sum, line) => sum + line.bytes, 0);
  // What no line holds is the difference between live tensors and the device.
  const unlisted =
    Math.abs(rest) > 1 ? [`context, communicators and blocks that the allocator keeps ${amount(rest, unit)}`] : [];
  return `${component} ${amount(part.likely, unit)}: ${[...lines, ...unlisted].join("; ")}`;
}

export const WHY = defineFunction({
  id: "WHY",
  summary: "The formula behind a number of the breakdown, with its numbers filled in, as a sentence with its sources.",
  topic: TOPIC,
  params: [CASE, withDefault("component", choice(components), "total", "A row of the breakdown."), UNIT],
  returns: { unit: "plain", doc: "One sentence." },
  formula: "component = formula with numbers [basis; source]",
  sources: ["Each component names its own"],
  examples: [
    {
      formula: '=LEFT(GPUMEM.WHY({"model","llama-2-7b";"gpu","A100 80GB";"gpus",8;"zero stage",3},"weights"),7)',
      result: "weights",
    },
  ],
  run: ({ scenario, component, unit }) => {
    const evaluation = evaluateCase(scenario);
    return isCellError(evaluation) ? evaluation : answerOf(() => why(evaluation, component.id, unit.id));
  },
});

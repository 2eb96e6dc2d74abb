import { bytes, type MemoryUnit, toUnit } from "../../engine/units";
import { type Block, type Cell, type CellError, isCellError } from "../cells";
import { UNIT } from "../kinds";
import { print } from "../numbers";
import { defineFunction } from "../spec";
import { VERSION_TEXT } from "../version";
import { SCENARIO } from "./arguments";
import { TOPIC } from "./answers";
import { assumed } from "./assumptions";
import { answerOf, evaluateCase, type Evaluation } from "./evaluate";
import { absence, PARTS, type PartMemory, type ScenarioMemory } from "./memory";
import type { ScenarioCase } from "./reader";

const COLUMNS = ["likely", "low", "high", "share of GPU", "basis"] as const;
const ROWS = [...PARTS, "total", "capacity", "headroom", "verdict", "version"] as const;

/** The five columns of one case, in the order of ROWS. */
function breakdownColumns(evaluation: Evaluation, unit: MemoryUnit): readonly (readonly Cell[])[] {
  const memory = evaluation.memory();
  const amount = (value: number) => toUnit(bytes(value), unit);
  const share = (value: number) => value / memory.capacity;
  const parts = evaluation
    .parts()
    .map((row) => [amount(row.likely), amount(row.low), amount(row.high), share(row.likely), basisText(row, memory)]);
  const { total, capacity, headroom } = memory;
  return [
    ...parts,
    [
      amount(total.likely),
      amount(total.low),
      amount(total.high),
      share(total.likely),
      `assumed: ${assumed(evaluation.scenario) || "nothing"}`,
    ],
    [amount(capacity), "", "", 1, "what the GPU can hand out"],
    [
      amount(headroom.likely),
      amount(headroom.low),
      amount(headroom.high),
      share(headroom.likely),
      "left of what may be used: capacity less the safety margin, or the engine's cache pool",
    ],
    [memory.verdict, "", "", "", verdictText(memory, unit)],
    [VERSION_TEXT, "", "", "", ""],
  ];
}

const basisText = ({ part, basis, lines }: PartMemory, memory: ScenarioMemory): string => {
  if (basis === "not used") return absence(part, memory);
  const names = lines.filter((line) => line.bytes !== 0).map(({ component }) => component);
  return names.length > 0 ? `${basis}: ${names.join(", ")}` : basis;
};

function verdictText(memory: ScenarioMemory, unit: MemoryUnit): string {
  const inUnit = (value: number) => `${print(Number(toUnit(bytes(Math.abs(value)), unit).toPrecision(3)))} ${unit}`;
  const { likely, low, high } = memory.headroom;
  switch (memory.verdict) {
    case "fits":
      return `Fits: ${inUnit(likely)} to spare on each GPU (range ${inUnit(low)} to ${inUnit(high)}).`;
    case "no":
      return `Does not fit: ${inUnit(likely)} over on the fullest GPU (at least ${inUnit(high)}).`;
    case "borderline":
      return `Borderline: between ${inUnit(low)} over and ${inUnit(high)} to spare.`;
    default:
      return memory.verdict satisfies never;
  }
}

export const BREAKDOWN = defineFunction({
  id: "BREAKDOWN",
  summary:
    "Where the memory of a whole plan goes: components with their range, share of the GPU and basis, then total, capacity, headroom, verdict and version.",
  topic: TOPIC,
  params: [SCENARIO, UNIT],
  returns: {
    unit: "plain",
    doc: `A header; then always the same rows: ${ROWS.join(", ")}. Columns: component, ${COLUMNS.join(", ")}; for several cases the five columns of each, side by side.`,
  },
  formula: "the largest phase of a step on the fullest GPU; the columns likely, low and high add up to total",
  sources: ["Each component's source is in WHY", "Ranges: leave-one-family-out residuals on published measurements"],
  notes: [
    "gradients is what exists at the peak: without accumulation they are not there yet when the loss is computed.",
  ],
  examples: [
    {
      formula: '=INDEX(GPUMEM.BREAKDOWN({"model","llama-2-7b";"gpu","A100 80GB";"gpus",8;"zero stage",3}),2,1)',
      result: "weights",
    },
  ],
  run: ({ scenario, unit }): Block => {
    const cases = scenario.cases.filter((each) => each !== undefined);
    const columns = cases.map((each) => caseColumns(each, unit.id));
    const heading = (each: ScenarioCase | CellError) =>
      COLUMNS.map((column) => (cases.length > 1 && !isCellError(each) ? `${each.name}: ${column}` : column));
    return [
      ["component", ...cases.flatMap(heading)],
      ...ROWS.map((row, i) => [row, ...columns.flatMap((column) => column[i] ?? [])]),
    ];
  },
});

/** An error fills the case's likely column, so that the shape stays. */
function caseColumns(each: ScenarioCase | CellError, unit: MemoryUnit): readonly (readonly Cell[])[] {
  const evaluation = isCellError(each) ? each : evaluateCase(each);
  if (isCellError(evaluation)) return ROWS.map(() => [evaluation, "", "", "", ""]);
  let columns: readonly (readonly Cell[])[] = [];
  const failed = answerOf(() => {
    columns = breakdownColumns(evaluation, unit);
    return true;
  });
  return isCellError(failed) ? ROWS.map(() => [failed, "", "", "", ""]) : columns;
}

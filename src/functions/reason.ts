// From a call to its reason: the formula with its numbers filled in, the range, the sources.
import { RESULT } from "./scenario/answers";
import { CASE, SCENARIO } from "./scenario/arguments";
import { PARTS } from "./scenario/memory";
import { WHY } from "./scenario/why";
import { type Cell, isCellError } from "./cells";
import { invoke } from "./invoke";
import { print } from "./numbers";
import { registry } from "./registry";
import type { AnyFunction } from "./spec";

export type Values = readonly (readonly unknown[])[];

export interface CellReason {
  readonly id: string;
  readonly summary: string;
  /** The formula, numbers in place of the arguments that it names. */
  readonly formula: string;
  readonly inputs: readonly { readonly name: string; readonly value: string; readonly doc: string }[];
  /** A scenario's memory, part by part with its numbers and sources. */
  readonly sentence: string | undefined;
  /** "low 12.1, likely 13.0, high 15.2 GB", or the sentence of the error. */
  readonly range: string | undefined;
  readonly sources: readonly string[];
  readonly notes: readonly string[];
  /** In reference.html. */
  readonly anchor: string;
}

const MOST_SHOWN = 6;

/** `values` are those of the arguments, in order; undefined where one is omitted or only the host could evaluate it. */
export function reasonOf(id: string, values: readonly (Values | undefined)[]): CellReason | undefined {
  const spec = registry.find((one) => one.id === id);
  if (!spec) return undefined;
  return {
    id,
    summary: spec.summary,
    formula: filledIn(spec, values),
    inputs: spec.params.flatMap(({ name, doc }, i) => {
      const given = values[i];
      return given ? [{ name, doc, value: shown(given) }] : [];
    }),
    ...scenarioReason(spec, values),
    sources: spec.sources,
    notes: spec.notes ?? [],
    anchor: `reference.html#${id}`,
  };
}

function shown(values: Values): string {
  const cells = values.flat().filter((cell) => cell !== "" && cell !== null);
  const texts = cells.slice(0, MOST_SHOWN).map((cell) => (typeof cell === "number" ? print(cell) : String(cell)));
  return cells.length > MOST_SHOWN ? `${texts.join(", ")}, … (${cells.length} cells)` : texts.join(", ");
}

/** Single values replace the words of the formula that name them. */
function filledIn({ formula, params }: AnyFunction, values: readonly (Values | undefined)[]): string {
  return params.reduce((text, { name }, i) => {
    const only = values[i]?.length === 1 && values[i]?.[0]?.length === 1 ? values[i]?.[0]?.[0] : undefined;
    if (typeof only !== "number") return text;
    return text.replace(new RegExp(`(?<![\\w"])${name}(?![\\w"])`, "g"), print(only));
  }, formula);
}

const single = (block: readonly (readonly Cell[])[]): Cell | undefined => block[0]?.[0];
const isPart = (name: string): boolean => ["total", ...(PARTS as readonly string[])].includes(name);

function scenarioReason(
  spec: AnyFunction,
  values: readonly (Values | undefined)[],
): Pick<CellReason, "sentence" | "range"> {
  const [scenario] = values;
  const takesScenario = spec.params[0]?.kind === SCENARIO.kind || spec.params[0]?.kind === CASE.kind;
  if (!takesScenario || !scenario) return { sentence: undefined, range: undefined };
  const asked = String(values[1]?.[0]?.[0] ?? "").toLowerCase();
  const why = single(invoke(WHY, [scenario, isPart(asked) ? asked : "total"]));
  // Of several cases at once there is no one reason: only what the call itself refuses is wrong.
  const refused = why !== undefined && isCellError(why) && !isCellError(single(invoke(spec, values)));
  return { sentence: refused ? undefined : textOf(why), range: rangeOf(scenario) };
}

const textOf = (cell: Cell | undefined): string | undefined =>
  cell === undefined ? undefined : isCellError(cell) ? cell.message : String(cell);

function rangeOf(scenario: Values): string | undefined {
  const [low, likely, high] = ["total low", "total", "total high"].map((output) =>
    single(invoke(RESULT, [scenario, output])),
  );
  if (typeof low !== "number" || typeof likely !== "number" || typeof high !== "number") return undefined;
  const short = (value: number) => print(Number(value.toPrecision(4)));
  return `low ${short(low)}, likely ${short(likely)}, high ${short(high)} GB`;
}

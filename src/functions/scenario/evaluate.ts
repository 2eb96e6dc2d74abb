// What a scenario answers: the closed list of outputs, each computed only when it is asked for.
import { EngineError } from "../../engine/issues";
import type { CellError, Input, Value } from "../cells";
import { isCellError } from "../cells";
import { engineErrorCell } from "../inputIssues";
import type { LabelKey } from "./labels";
import { OWN_GPU_LABELS } from "./ownGpu";
import { type ScenarioMemory, scenarioMemory, scenarioParts, type PartMemory } from "./memory";
import type { ScenarioCase } from "./reader";
import { readCase, type Scenario } from "./values";

/** One case, its pieces computed once each. */
export interface Evaluation {
  readonly scenario: Scenario;
  readonly source: ScenarioCase;
  readonly memory: () => ScenarioMemory;
  readonly parts: () => readonly PartMemory[];
}

const once = <T>(compute: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
};

/** Reads a case and prepares its answers; what is wrong with it comes back as the error of its cells. */
export function evaluateCase(source: ScenarioCase): Evaluation | CellError {
  const scenario = readCase(source);
  if (isCellError(scenario)) return scenario;
  const memory = once(() => scenarioMemory(scenario));
  return { scenario, source, memory, parts: once(() => scenarioParts(scenario, memory())) };
}

/** The same case with other values: what-if. Another model or GPU is none of the user's own any more. */
export function evaluateWith(source: ScenarioCase, changes: ReadonlyMap<LabelKey, Input>): Evaluation | CellError {
  const cells = new Map([...source.cells, ...changes]);
  if (changes.has("model")) cells.delete("config");
  if (changes.has("gpu")) for (const key of ["gpuLike", ...OWN_GPU_LABELS] as const) cells.delete(key);
  return evaluateCase({ name: source.name, cells });
}

/** Runs an answer; an input that has none gives its sentence. */
export function answerOf<T extends Value | CellError>(compute: () => T): T | CellError {
  try {
    return compute();
  } catch (thrown) {
    if (thrown instanceof EngineError) return engineErrorCell(thrown.issue);
    throw thrown;
  }
}

/** Does it fit, once and for all: false also for layouts that do not exist. For searches, whose start is checked. */
export function fits(evaluation: Evaluation | CellError): boolean {
  if (isCellError(evaluation)) return false;
  try {
    return evaluation.memory().verdict === "fits";
  } catch (thrown) {
    if (thrown instanceof EngineError) return false;
    throw thrown;
  }
}

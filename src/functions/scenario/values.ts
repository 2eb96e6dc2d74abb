// One case's cells -> typed values, the fixed defaults filled in.
import type { CellError, Input } from "../cells";
import { isCellError } from "../cells";
import { InputError, inputErrorCell } from "../inputIssues";
import { type LabelKey, type LabelRow, LABELS, type LabelValues, scenarioLabels } from "./labels";
import { scenarioGpu } from "./ownGpu";
import type { ScenarioCase } from "./reader";

export interface Scenario {
  readonly values: LabelValues;
  /** Labels that the user filled in. */
  readonly given: ReadonlySet<LabelKey>;
}

/** Core labels that only training reads. */
const ONLY_TRAINING: ReadonlySet<LabelKey> = new Set([
  "precision",
  "optimizer",
  "microBatch",
  "sequenceLength",
  "recompute",
  "zeroStage",
  "trainingTokens",
]);
/** Layouts of servers have expert parallelism, too. */
const OF_BOTH: ReadonlySet<LabelKey> = new Set(["ep"]);
export const isOfTraining = ({ key, group }: LabelRow): boolean =>
  (group === "training" || ONLY_TRAINING.has(key)) && !OF_BOTH.has(key);

type Read = { readonly value: unknown } | CellError;

const rowOf = Object.fromEntries(scenarioLabels.rows.map((row) => [row.key, row])) as Readonly<
  Record<LabelKey, LabelRow>
>;

/** What the labels with a fixed default say when nobody says anything. */
const DEFAULTS = Object.fromEntries(
  scenarioLabels.rows.map((row) => [row.key, row.default === undefined ? undefined : row.kind.read(row.default)]),
) as LabelValues;

/** The same text stands in thousands of rows: each is read once. Bounded, and pure: a forgotten entry is read again. */
const MOST_REMEMBERED = 4096;
const remembered = new Map<LabelKey, Map<Input, Read>>();

function readOnce(key: LabelKey, input: Input): Read {
  const known = remembered.get(key) ?? new Map<Input, Read>();
  remembered.set(key, known);
  const found = known.get(input);
  if (found) return found;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const read = readValue(key, input as Exclude<Input, null | CellError>);
  known.set(input, read);
  return read;
}

function readValue(key: LabelKey, input: string | number | boolean): Read {
  try {
    return { value: rowOf[key].kind.read(input) };
  } catch (thrown) {
    if (thrown instanceof InputError) return inputErrorCell(rowOf[key].id, thrown.issue);
    throw thrown;
  }
}

/** Empty: nothing, an empty text, or the 0 that Excel makes of an empty cell where 0 is no value. */
const isGiven = (key: LabelKey, input: Input): boolean =>
  input !== null && (typeof input === "string" ? input.trim() !== "" : input !== 0 || rowOf[key].kind.zeroIsValue);

/** Reads a case; the first cell that cannot be read is its error. */
export function readCase({ cells }: ScenarioCase): Scenario | CellError {
  const values: Partial<Record<LabelKey, unknown>> = { ...DEFAULTS };
  const given = new Set<LabelKey>();
  const names = onlyNames(cells);
  for (const [key, input] of cells) {
    if (isCellError(input)) return input;
    if (!isGiven(key, input)) continue;
    given.add(key);
    if (names.has(key)) continue;
    const read = readOnce(key, input);
    if (isCellError(read)) return read;
    values[key] = read.value;
  }
  const gpuName = names.has("gpu") ? String(cells.get("gpu") ?? "") || undefined : undefined;
  values.gpu = scenarioGpu(values as LabelValues, gpuName);
  return missing(given) ?? unclearTask(given) ?? { values: values as LabelValues, given };
}

const NONE: ReadonlySet<LabelKey> = new Set();
/** Names of the user's own: the model of a config.json, the GPU that is like another one. */
function onlyNames(cells: ScenarioCase["cells"]): ReadonlySet<LabelKey> {
  if (!cells.has("config") && !cells.has("gpuLike")) return NONE;
  const has = (key: LabelKey) => isGiven(key, cells.get(key) ?? null);
  return new Set<LabelKey>([
    ...(has("config") ? (["model"] as const) : []),
    ...(has("gpuLike") ? (["gpu"] as const) : []),
  ]);
}

/** Labels of serving, none of training, and no task: training would be answered where serving is meant. */
function unclearTask(given: ReadonlySet<LabelKey>): CellError | undefined {
  if (given.has("task")) return undefined;
  const named = (key: LabelKey) => given.has(key);
  const serving = scenarioLabels.rows.find(({ key, group }) => group === "serving" && named(key));
  if (!serving || scenarioLabels.rows.some((row) => isOfTraining(row) && named(row.key))) return undefined;
  return {
    error: "#VALUE!",
    message: `${serving.id} belongs to task "serve", and no task is given, which means "train": give task "serve", or "train" to leave it unused.`,
  };
}

/** What stands for a required label. */
const INSTEAD: Partial<Readonly<Record<LabelKey, readonly LabelKey[]>>> = { model: ["config"], gpu: ["gpuLike"] };

/** Nothing is assumed for the model and the GPU; a config.json is a model. */
function missing(given: ReadonlySet<LabelKey>): CellError | undefined {
  for (const row of scenarioLabels.rows) {
    if (!row.required || given.has(row.key) || INSTEAD[row.key]?.some((key) => given.has(key))) continue;
    return inputErrorCell(row.id, { code: "missing", accepts: row.kind.accepts });
  }
  return undefined;
}

/** A value that some rule needs and that has no default: said by name when it is not there. */
export function needed<K extends LabelKey>(scenario: Scenario, key: K): NonNullable<LabelValues[K]> | CellError {
  const value = scenario.values[key];
  return value === undefined
    ? inputErrorCell(LABELS[key].id, { code: "missing", accepts: LABELS[key].kind.accepts })
    : value;
}

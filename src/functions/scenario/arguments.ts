// Arguments that scenario functions share.
import type { Value } from "../cells";
import { type CellError, isCellError, toInput } from "../cells";
import { choice } from "../kinds";
import { refuse } from "../inputIssues";
import { blockKind, type Kind, required } from "../spec";
import { type LabelRow, scenarioLabels } from "./labels";
import { type Output, outputs } from "./outputs";
import { readScenario, type ScenarioBlock, type ScenarioCase } from "./reader";

const SCENARIO_ACCEPTS =
  "labels and values: model and gpu at least, each label beside its value, or a table with labels as its header";

const scenarioBlock: Kind<ScenarioBlock> = blockKind(SCENARIO_ACCEPTS, readScenario);

/** For functions of one case: several are named, so that the user can pick. */
const oneCase: Kind<ScenarioCase> = blockKind(SCENARIO_ACCEPTS, (rows) => {
  const block = readScenario(rows);
  if (isCellError(block)) return block;
  const cases = block.cases.filter((each) => each !== undefined);
  const [only, ...others] = cases;
  if (only === undefined || others.length > 0) {
    const names = cases.map((each) => (isCellError(each) ? "" : each.name)).filter(Boolean);
    const pick =
      names.length > 0 ? `pass the labels and one of ${names.join(", ")}` : "pass one of them with the header";
    return { error: "#VALUE!", message: `${cases.length} cases given: ${pick}.` };
  }
  return only;
});

export const SCENARIO = required(
  "scenario",
  scenarioBlock,
  "Labels and values; several cases in columns, or a table of scenarios, are answered each.",
);
export const CASE = required("scenario", oneCase, "Labels and values of one case.");

/** Labels that a number can be put in for. */
export const labelName: Kind<LabelRow> = choice(scenarioLabels);

/** Names of outputs: a range of them, or one text with commas. */
export const outputList: Kind<readonly Output[]> = blockKind("names of outputs, such as total or fits", (rows) => {
  const names = rows
    .flat()
    .map(toInput)
    .flatMap((cell) => (typeof cell === "string" ? cell.split(",") : []))
    .map((name) => name.trim())
    .filter(Boolean);
  return names.map((name) => choice(outputs).read(name));
});

/** Values to put in for a label, in their shape: a column goes down, a row across. */
export const valueBlock: Kind<readonly (readonly (Value | CellError)[])[]> = blockKind("a range of values", (rows) =>
  rows.map((row) =>
    row.map((raw) => {
      const input = toInput(raw);
      return input === null ? refuse({ code: "missing", accepts: "a value in every cell of the range" }) : input;
    }),
  ),
);

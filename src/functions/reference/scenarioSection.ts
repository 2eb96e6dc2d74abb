import { type LabelRow, scenarioLabels } from "../scenario/labels";
import { OUTPUTS } from "../scenario/outputs";
import { code, escape, htmlTable } from "./html";

function meansWhenEmpty({ required, group, default: fixed, otherwise }: LabelRow): string {
  if (required) return "<b>required</b>";
  if (group === "model") return "the model's own";
  return escape(otherwise ?? (fixed === undefined ? "not given" : String(fixed)));
}

/** Labels and outputs of a scenario, from the one table that reads them. */
export const scenarioSection = (): string =>
  [
    `<section id="scenarios">`,
    `<h2>Scenarios</h2>`,
    `<p>A scenario is label and value, as assumptions are laid out: labels in a column with the values beside them; with a header row, several cases side by side and columns unit, source, as of, owner, note, which are read past; or a table with labels as its header and one scenario a row. Blank rows are skipped, section headings too; a label twice, an unknown label or a value without a label is an error that says where. A MODEL(...) or GPU(...) block may be part of it.</p>`,
    htmlTable(
      "Labels",
      ["Label", "Meaning", "Empty means", "Also", "Group"],
      scenarioLabels.rows.map((row) => [
        code(row.id),
        escape(row.doc),
        meansWhenEmpty(row),
        escape(row.aliases.join(", ")),
        row.group,
      ]),
    ),
    htmlTable(
      "Outputs",
      ["Output", "Meaning", "Also"],
      OUTPUTS.map(({ id, doc, unit, aliases }) => [
        code(id),
        `${escape(doc)}${unit === "memory" ? " Memory." : ""}`,
        escape(aliases.join(", ")),
      ]),
    ),
    `</section>`,
  ].join("\n");

// The inputs in sight of a sheet, as its cells show them, with the source beside each.
import { escape, htmlTable } from "../../functions/reference/html";
import type { Quoted } from "../../sheets/examples/quotes";
import type { InputLine, Section, SheetTemplate } from "../../sheets/sections";

const HIDDEN = /^(More|Display)/;
const FORMATS: Readonly<Record<string, string>> = {
  whole: "whole",
  money: "whole",
  decimal: "decimal",
  price: "price",
  percent: "tenths",
  date: "date",
};

const inputsIn = (section: Section): readonly InputLine[] =>
  (section.kind === "lines" || section.kind === "scenario") && !HIDDEN.test(section.title)
    ? section.lines.filter((line): line is InputLine => line.kind === "input" && line.value !== "")
    : [];

export function typedTable({ name, sections }: SheetTemplate, quoted: Quoted): readonly string[] {
  const inputs = sections.flatMap(inputsIn);
  const rows = inputs.map((line) => [
    escape(line.label),
    escape(quoted(`{${name}.${String(line.id)}:${FORMATS[line.format ?? ""] ?? "text"}}`)),
    escape(line.unit === undefined ? "" : quoted(`{${name}.${String(line.id)}:unit:text}`)),
    escape(line.source ?? ""),
  ]);
  return rows.length === 0 ? [] : [htmlTable(escape(name), ["Input", "Value", "Unit", "Source"], rows)];
}

// The inputs of a sheet as its cells show them, with the source beside each: those in sight, and what was changed.
import { escape, htmlTable } from "../../functions/reference/html";
import type { NumberFormat } from "../../sheets/grid";
import { printedAs, type Quoted } from "../../sheets/examples/quotes";
import type { InputLine, ListSection, Section, SheetTemplate } from "../../sheets/sections";
import { templates } from "../../sheets/templates";

const HIDDEN = /^(More|Display)/;
const FORMATS: Readonly<Record<string, string>> = { percent: "tenths", date: "date" };
const formatOf = ({ format }: { readonly format?: NumberFormat }): string => FORMATS[String(format)] ?? "plain";

const titledLines = (sections: readonly Section[]) =>
  sections.flatMap((section) =>
    section.kind === "lines" || section.kind === "scenario"
      ? section.lines.map((line) => ({ line, title: section.title }))
      : [],
  );

/** As the template has them before an example fills it. */
function before(id: string): ReadonlyMap<string | undefined, unknown> {
  const { sections = [] } = templates.find((template) => template.id === id) ?? {};
  return new Map(titledLines(sections).map(({ line }) => [line.id, line.kind === "input" ? line.value : undefined]));
}

function inputsOf({ id, sections }: SheetTemplate): readonly InputLine[] {
  const values = before(id);
  return titledLines(sections).flatMap(({ line, title }) => {
    if (line.kind !== "input" || line.value === "") return [];
    return HIDDEN.test(title) && values.get(line.id) === line.value ? [] : [line];
  });
}

export function typedTable(sheet: SheetTemplate, quoted: Quoted): readonly string[] {
  const cell = (line: InputLine, part: string) => escape(quoted(`{${sheet.name}.${String(line.id)}${part}}`));
  const rows = inputsOf(sheet).map((line) => [
    escape(line.label),
    cell(line, `:${formatOf(line)}`),
    line.unit === undefined ? "" : cell(line, ":unit:text"),
    escape(line.source ?? ""),
  ]);
  const lists = sheet.sections.flatMap((section) => (section.kind === "list" ? listTable(sheet.name, section) : []));
  return rows.length === 0
    ? lists
    : [htmlTable(escape(sheet.name), ["Input", "Value", "Unit", "Source"], rows), ...lists];
}

/** Rows as they were typed, without what is calculated beside them. */
function listTable(sheet: string, { title, columns, rows }: ListSection): readonly string[] {
  const typed = columns.filter(({ formula }) => formula === undefined);
  if (rows.length === 0 || typed.length < 2) return [];
  const cells = rows.map((row) =>
    typed.map((column, i) => {
      const value = row[i] ?? "";
      return value === "" ? "" : escape(printedAs(formatOf(column), value));
    }),
  );
  return [
    htmlTable(
      `${escape(sheet)}: ${escape(title)}`,
      typed.map(({ head }) => head),
      cells,
    ),
  ];
}

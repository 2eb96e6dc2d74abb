// The same template with other inputs: worked examples, and refilling a sheet with what its user had typed.
import type { Line, PeriodsLine, Section, SheetTemplate, TableLine } from "./sections";

type Cell = string | number | boolean;
/** By the id of a line its value, of a line over columns or periods its values, of a list or what is pasted its rows. */
export type Inputs = Readonly<Record<string, Cell | readonly (string | number)[] | readonly (readonly Cell[])[]>>;

export function withInputs(template: SheetTemplate, inputs: Inputs): SheetTemplate {
  const left = new Set(Object.keys(inputs));
  const take = (id: string | undefined) => {
    if (id === undefined || !(id in inputs)) return undefined;
    left.delete(id);
    return inputs[id];
  };
  const sections = template.sections.map((section) => filled(section, take));
  if (left.size > 0) throw new Error(`${template.id} has no input ${[...left].join(", ")}`);
  return { ...template, sections };
}

type Take = (id: string | undefined) => Inputs[string] | undefined;

function filled(section: Section, take: Take): Section {
  switch (section.kind) {
    case "lines":
      return { ...section, lines: section.lines.map((line) => filledLine(line, take)) };
    case "scenario":
      return { ...section, lines: section.lines.map((line) => filledLine(line, take)) };
    case "table":
      return { ...section, lines: section.lines.map((line) => filledTableLine(line, take)) };
    case "list": {
      const rows = take(section.id) as readonly (readonly Cell[])[] | undefined;
      if (!rows) return section;
      const room = section.rows.length + (section.spare ?? 0);
      return { ...section, rows, spare: Math.max(0, room - rows.length) };
    }
    case "paste": {
      const rows = take(section.id) as readonly (readonly (string | number)[])[] | undefined;
      return rows ? { ...section, rows } : section;
    }
    case "periods":
      return { ...section, lines: section.lines.map((line) => filledPeriods(line, take)) };
    default:
      return section;
  }
}

/** What is taken from another sheet can be typed instead, as a user would. */
function filledLine(line: Line, take: Take): Line {
  const value = take(line.id) as Cell | undefined;
  if (value === undefined) return line;
  if (line.kind === "input") return { ...line, value };
  const { id, label, unit, format, source, asOf, note } = line;
  const rest = { id, label, unit, format, source, asOf, note };
  const given = Object.fromEntries(Object.entries(rest).filter(([, one]) => one !== undefined));
  return { kind: "input", value, ...(given as { label: string }) };
}

function filledTableLine(line: TableLine, take: Take): TableLine {
  const values = take(line.id) as readonly (string | number)[] | undefined;
  return values === undefined ? line : { ...line, values };
}

function filledPeriods(line: PeriodsLine, take: Take): PeriodsLine {
  const values = line.values && (take(line.id) as readonly (string | number)[] | undefined);
  return values === undefined ? line : { ...line, values };
}

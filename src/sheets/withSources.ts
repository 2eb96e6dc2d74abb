// The same template with other sources beside its inputs: where a worked example has its numbers from.
import type { Line, Section, SheetTemplate } from "./sections";

/** By the id of a line. */
export type Sources = Readonly<Record<string, string>>;

export function withSources(template: SheetTemplate, sources: Sources): SheetTemplate {
  const left = new Set(Object.keys(sources));
  const sourced = <L extends Line>(line: L): L => {
    const source = line.id === undefined ? undefined : sources[line.id];
    if (source === undefined) return line;
    left.delete(String(line.id));
    return { ...line, source };
  };
  const sections = template.sections.map((section): Section => {
    if (section.kind === "lines") return { ...section, lines: section.lines.map(sourced) };
    if (section.kind === "scenario") return { ...section, lines: section.lines.map(sourced) };
    return section;
  });
  if (left.size > 0) throw new Error(`${template.id} has no line ${[...left].join(", ")}`);
  return { ...template, sections };
}

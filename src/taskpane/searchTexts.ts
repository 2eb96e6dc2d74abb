// What a search finds templates and functions by, their names first.
import type { AnyFunction } from "../functions/spec";
import type { TemplateCard } from "../sheets/template";

export const textsOfTemplate = ({ name, question, summary, keywords }: TemplateCard): readonly string[] => [
  name,
  question,
  summary,
  ...keywords,
];

export const textsOfFunction = ({ id, summary, topic, params, formula }: AnyFunction): readonly string[] => [
  id,
  summary,
  topic,
  formula,
  ...params.map(({ name, doc }) => `${name} ${doc}`),
];

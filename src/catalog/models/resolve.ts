import { resolve, type Resolved } from "../table";
import { models } from "./all";
import type { ModelRow } from "./row";

/** The row that a text names, as an id, a label, an alias, a Hugging Face id, or words that only one model has. */
export function resolveModel(text: string): Resolved<ModelRow> {
  for (const spelling of [text, repository(text)]) {
    const exact = resolve(models, spelling);
    if (exact.kind !== "unknown") return exact;
  }
  const base = resolve(models, baseModel(text));
  if (base.kind !== "unknown") return base;
  const [first, ...others] = withWords(words(baseModel(text)));
  if (!first) return base;
  return others.length > 0 ? { kind: "ambiguous", candidates: [first, ...others] } : { kind: "found", row: first };
}

const ORGANIZATION = /^\s*(https?:\/\/)?(huggingface\.co\/|hf\.co\/)?([\w.-]+\/)?(meta-(?=llama))?/i;
const TUNING = /[\s_-]+(instruct|chat|it|base|hf|pt|thinking|uncased)(?=$|[\s_-])/gi;

/** "google-bert/bert-base-uncased" -> "bert-base-uncased" */
const repository = (text: string): string => text.replace(ORGANIZATION, "");

/** "meta-llama/Llama-3.1-70B-Instruct" -> "Llama-3.1-70B": the weights' shape is that of the base model. */
const baseModel = (text: string): string => repository(text).replace(TUNING, "");

/** "qwen2.5 7b" -> qwen, 2.5, 7b. */
function words(text: string): readonly string[] {
  return text.toLowerCase().match(/\d+(\.\d+)?[a-z]*|[a-z]+/g) ?? [];
}

/** Words that name a family: a fragment such as "base" or "405b" alone names nothing. */
const FAMILY_WORDS: ReadonlySet<string> = new Set(
  models.rows.flatMap(({ family }) => words(family)).filter((word) => /^[a-z]{3,}$/.test(word)),
);

/** Rows in which every word occurs; one of the words must name a family. */
function withWords(wanted: readonly string[]): readonly ModelRow[] {
  if (!wanted.some((word) => FAMILY_WORDS.has(word))) return [];
  return models.rows.filter((row) => {
    const own = new Set([row.family, row.id, row.label, ...row.aliases].flatMap(words));
    return wanted.every((word) => own.has(word));
  });
}

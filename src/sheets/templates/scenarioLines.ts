// Scenario lines from the one table of labels: their dropdown, default and help.
import { LABELS, type LabelKey } from "../../functions/scenario/labels";
import type { Label } from "../../functions/scenario/labels";
import type { InputLine, LinkLine } from "../sections";
import { input, link } from "../sections";
import { CATALOG_LISTS } from "./lists";

const LISTED = Object.entries(CATALOG_LISTS) as [string, unknown][];
const UPPER = /\b(gpu|gpus|mfu|pue|kv|lora|zero|tp|pp|cp|ep|dp|sp)\b/g;
const SPELLING: Readonly<Record<string, string>> = { gpu: "GPU", gpus: "GPUs", lora: "LoRA", zero: "ZeRO" };

const aliasOf = (id: string): string => {
  const { aliases } = LABELS[id as LabelKey] as Label<unknown>;
  return aliases[0] ?? `${id} `;
};

/** "GPUs per node" of "gpus per node": labels match whatever their case. */
export function displayLabel(id: string): string {
  // Two letters say nothing to who does not know them: the alias does.
  if (id.length === 2) return displayLabel(aliasOf(id));
  const cased = id.replace(UPPER, (word) => SPELLING[word] ?? word.toUpperCase());
  return cased.charAt(0).toUpperCase() + cased.slice(1);
}

function listOf(key: LabelKey): string | undefined {
  const { kind } = LABELS[key] as Label<unknown>;
  // Models and GPUs are read by name, with more than the rows: their lists are the catalogs all the same.
  if (key === "model") return "models";
  if (key === "gpu") return "gpus";
  if (kind === LABELS.gated.kind) return "yesNo";
  return LISTED.find(([, table]) => table === kind.choices)?.[0];
}

/** What an empty cell means, in words. */
function defaultText(key: LabelKey): string {
  const { default: fixed, otherwise } = LABELS[key] as Label<unknown>;
  if (fixed !== undefined) return `empty: ${String(fixed)}`;
  return otherwise === undefined ? "" : `empty: ${otherwise}`;
}

export function scenarioLine(
  key: LabelKey,
  value: InputLine["value"],
  extras: Partial<Omit<InputLine, "kind">> = {},
): InputLine {
  const { id, doc } = LABELS[key];
  const list = listOf(key);
  return input(key, displayLabel(id), value, {
    ...(list !== undefined && { list: `lists.${list}` }),
    note: defaultText(key),
    prompt: doc,
    ...extras,
  });
}

/** A label whose value stands on GM Assumptions. */
export const scenarioLink = (key: LabelKey, to: string, extras: Partial<Omit<LinkLine, "kind">> = {}): LinkLine =>
  link(key, displayLabel(LABELS[key].id), to, { note: "GM Assumptions", ...extras });

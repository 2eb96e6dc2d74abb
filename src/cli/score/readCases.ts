// Cases and pairs from files. What is broken is named in one line; what is only new to us is left to the scorer.
import fs from "node:fs";
import caseSchema from "./cases.schema.json";
import { findings, type Finding, type Schema } from "./jsonSchema";
import type { MeasuredCase, MeasuredPair } from "./measuredCase";

export class CasesError extends Error {}

const CASE = (caseSchema as { readonly items: Schema }).items;
const PAIR: Schema = {
  type: "object",
  required: ["id", "a", "b", "option", "delta_bytes"],
  properties: {
    id: { type: "string" },
    a: { type: "string" },
    b: { type: "string" },
    option: { type: "string" },
    delta_bytes: { type: "number" },
  },
};

/** A case, and why no estimate can express it: a value that this version does not know. */
export interface ReadCase {
  readonly measured: MeasuredCase;
  readonly unsupported: string | null;
}

const UNREADABLE: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `no file ${file}`,
  EISDIR: (file) => `${file} is a folder; give the file of the cases`,
};

function readJson(file: string): readonly unknown[] {
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new CasesError(UNREADABLE[code ?? ""]?.(file) ?? message);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new CasesError(`${file} is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(content)) throw new CasesError(`${file} must hold a list`);
  return content;
}

const named = (entry: unknown, i: number): string => {
  const id = (entry as { readonly id?: unknown } | null)?.id;
  return typeof id === "string" ? id : `entry ${i + 1}`;
};

/** A field of the configuration that this version has never heard of may matter; a new remark beside it may not. */
const isInput = (path: string): boolean => /^(model|train|infer)\./.test(path);

function refuse(file: string, name: string, found: readonly Finding[]): void {
  const broken = found.filter(({ kind }) => kind === "missing" || kind === "type");
  const more = broken.length > 1 ? ` (and ${broken.length - 1} more)` : "";
  if (broken[0]) throw new CasesError(`${file}, case ${name}: ${broken[0].message}${more}`);
}

function refuseTwins(file: string, names: readonly string[]): void {
  const twin = names.find((name, i) => names.indexOf(name) !== i);
  if (twin !== undefined) throw new CasesError(`${file}: two entries are called ${twin}`);
}

function checkAnswer(file: string, { id, measure }: MeasuredCase): void {
  const needed = measure.quantity === "kv_tokens" ? "tokens" : "bytes";
  const answer = measure[needed];
  if (answer === null || answer <= 0)
    throw new CasesError(`${file}, case ${id}: measure.${needed} must be a positive number for ${measure.quantity}`);
}

export function readCases(file: string): readonly ReadCase[] {
  const entries = readJson(file);
  if (entries.length === 0) throw new CasesError(`${file} holds no case`);
  const cases = entries.map((entry, i): ReadCase => {
    const found = findings(CASE, entry);
    refuse(file, named(entry, i), found);
    const unsupported = found.find(({ kind, path }) => kind === "value" || (kind === "unknown" && isInput(path)));
    return { measured: entry as MeasuredCase, unsupported: unsupported?.message ?? null };
  });
  refuseTwins(
    file,
    cases.map(({ measured }) => measured.id),
  );
  for (const { measured } of cases) checkAnswer(file, measured);
  return cases;
}

export function readPairs(file: string, cases: readonly ReadCase[]): readonly MeasuredPair[] {
  const ids = new Set(cases.map(({ measured }) => measured.id));
  const pairs = readJson(file).map((entry, i) => {
    refuse(file, named(entry, i), findings(PAIR, entry));
    return entry as MeasuredPair;
  });
  refuseTwins(
    file,
    pairs.map((pair) => pair.id),
  );
  for (const pair of pairs)
    for (const side of [pair.a, pair.b])
      if (!ids.has(side)) throw new CasesError(`${file}, pair ${pair.id}: there is no case ${side}`);
  return pairs;
}

// Finds a call of ours in a formula, and what stands in its arguments.

export interface FormulaCall {
  readonly id: string;
  /** As typed. */
  readonly args: readonly string[];
}

/** What an argument is: a constant, a reference to cells, nothing, or an expression that only the host can evaluate. */
export type Argument =
  | { readonly kind: "values"; readonly values: readonly (readonly (string | number | boolean)[])[] }
  | { readonly kind: "reference"; readonly reference: string }
  | { readonly kind: "omitted" }
  | { readonly kind: "expression"; readonly text: string };

/** Stored files spell _xldudf_GPUMEM_NAME, cells GPUMEM.NAME. */
const CALL = /(?:_xldudf_GPUMEM_|GPUMEM\.)([A-Z_0-9]+)\(/i;

/** The first call in a formula; texts in quotes are no calls. */
export function callIn(formula: string): FormulaCall | undefined {
  const found = CALL.exec(withoutTexts(formula));
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const end = closing(formula, start);
  return {
    id: String(found[1]).toUpperCase(),
    args: end === undefined ? [] : splitArguments(formula.slice(start, end)),
  };
}

/** Texts blanked out, length kept. */
const withoutTexts = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"/g, (text) => `"${" ".repeat(text.length - 2)}"`);

function closing(formula: string, start: number): number | undefined {
  const bare = withoutTexts(formula);
  let depth = 1;
  for (let at = start; at < bare.length; at++) {
    if ("({".includes(bare[at] as string)) depth++;
    if (")}".includes(bare[at] as string) && --depth === 0) return at;
  }
  return undefined;
}

/** At the commas of its own level; semicolons inside braces are rows. */
function splitArguments(text: string): readonly string[] {
  const bare = withoutTexts(text);
  const args: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at <= bare.length; at++) {
    const char = bare[at] ?? ",";
    if ("({".includes(char)) depth++;
    if (")}".includes(char)) depth--;
    if (char !== "," || depth > 0) continue;
    args.push(text.slice(start, at).trim());
    start = at + 1;
  }
  return args.length === 1 && args[0] === "" ? [] : args;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const REFERENCE = new RegExp(`^(?:${SHEET})?${CELL}(?::${CELL})?#?$`, "i");

export function readArgument(text: string): Argument {
  if (text === "") return { kind: "omitted" };
  if (text.startsWith("{") && text.endsWith("}")) return constantArray(text);
  const constant = readConstant(text);
  if (constant !== undefined) return { kind: "values", values: [[constant]] };
  return REFERENCE.test(text) ? { kind: "reference", reference: text } : { kind: "expression", text };
}

function readConstant(text: string): string | number | boolean | undefined {
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const [, number, percent] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) / (percent ? 100 : 1);
}

function constantArray(text: string): Argument {
  const inner = text.slice(1, -1);
  const bare = withoutTexts(inner);
  const rows: (string | number | boolean)[][] = [[]];
  let start = 0;
  for (let at = 0; at <= bare.length; at++) {
    const char = bare[at] ?? ";";
    if (char !== "," && char !== ";") continue;
    const value = readConstant(inner.slice(start, at).trim());
    if (value === undefined) return { kind: "expression", text };
    rows.at(-1)?.push(value);
    if (char === ";" && at < bare.length) rows.push([]);
    start = at + 1;
  }
  return { kind: "values", values: rows };
}

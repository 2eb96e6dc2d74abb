// A config.json of Hugging Face as the cells of MODEL, or the sentence why not.
import { MODEL } from "../functions/catalog";
import { type Block, isCellError } from "../functions/cells";
import { invoke } from "../functions/invoke";
import { smallConfig } from "./own/config";
import { TEXT } from "./strings";

/** A config.json has a few kilobytes; weights that were chosen by mistake have gigabytes. */
const MOST_BYTES = 2_000_000;

export type OwnModel =
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly sentence: string }
  /** `config`: as it is kept in a cell. */
  | { readonly kind: "read"; readonly block: Block; readonly config: string };

export const NO_MODEL: OwnModel = { kind: "none" };
const refused = (sentence: string): OwnModel => ({ kind: "refused", sentence });

/** A config.json has three levels or four. */
const DEEPEST = 50;

/** Looked at before anything is parsed; brackets in texts do not count. */
function isTooDeep(json: string): boolean {
  let [depth, inText] = [0, false];
  for (let at = 0; at < json.length && depth <= DEEPEST; at++) {
    const char = json[at];
    if (char === '"') inText = !inText;
    else if (inText && char === "\\") at++;
    else if (!inText && (char === "{" || char === "[")) depth++;
    else if (!inText && (char === "}" || char === "]")) depth--;
  }
  return depth > DEEPEST;
}

function isJsonObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

/** The MODEL function itself reads the text: the pane says what a cell would say. */
export function readOwnModel(text: string): OwnModel {
  const config = text.replace(/^\uFEFF/, "").trim();
  if (config === "") return refused(TEXT.importEmpty);
  if (config.length > MOST_BYTES) return refused(TEXT.importTooLarge);
  if (isTooDeep(config)) return refused(TEXT.importTooDeep);
  if (!isJsonObject(config)) return refused(TEXT.importNotJson);
  const block = invoke(MODEL, [config]);
  const first = block[0]?.[0];
  if (first !== undefined && isCellError(first)) return refused(first.message);
  return { kind: "read", block: block.filter(([, value]) => value !== ""), config: smallConfig(config) };
}

/** Looks at the size before it reads: a file of weights would fill the memory. */
export async function readModelFile(file: File): Promise<{ readonly text: string; readonly model: OwnModel }> {
  if (file.size > MOST_BYTES) return { text: "", model: refused(TEXT.importTooLarge) };
  try {
    const text = await file.text();
    return { text, model: readOwnModel(text) };
  } catch {
    return { text: "", model: refused(TEXT.importUnreadable) };
  }
}

/** Tab-separated, as spreadsheets paste it into two columns. */
export const asCells = (block: Block): string => block.map((row) => row.join("\t")).join("\n");

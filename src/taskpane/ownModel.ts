// A config.json of Hugging Face as the cells of MODEL, or the sentence why not.
import { MODEL } from "../functions/catalog";
import { type Block, isCellError } from "../functions/cells";
import { invoke } from "../functions/invoke";
import { TEXT } from "./strings";

/** A config.json has a few kilobytes; weights that were chosen by mistake have gigabytes. */
const MOST_BYTES = 2_000_000;

export type OwnModel =
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly sentence: string }
  | { readonly kind: "read"; readonly block: Block };

export const NO_MODEL: OwnModel = { kind: "none" };
const refused = (sentence: string): OwnModel => ({ kind: "refused", sentence });

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
  if (!isJsonObject(config)) return refused(TEXT.importNotJson);
  const block = invoke(MODEL, [config]);
  const first = block[0]?.[0];
  if (first !== undefined && isCellError(first)) return refused(first.message);
  return { kind: "read", block: block.filter(([, value]) => value !== "") };
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

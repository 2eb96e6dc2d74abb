// Rows that the user adds to GM Assumptions, checked before anything is written.
import { gpus } from "../../catalog/gpus";
import { models } from "../../catalog/models";
import { type CatalogRow, resolve, type Table } from "../../catalog/table";
import { dayOf } from "../isoDay";
import { TEXT } from "../strings";

export type OwnList = "ownModels" | "ownGpus" | "prices";

export interface OwnRow {
  readonly list: OwnList;
  readonly name: string;
  /** From the name on, in the order of the list's columns. */
  readonly cells: readonly (string | number)[];
}

export type Checked<T> = { readonly refused: string } | { readonly value: T };
export const refused = (sentence: string) => ({ refused: sentence }) as const;

/** Excel's limit for one cell. */
const LONGEST_CELL = 32_767;
const LONGEST_TEXT = 200;

/** Lookups take * ? ~ for patterns; what has no letter would become a number. */
const UNFIT = /[*?~]|^[^\p{L}]*$/u;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** One line, without what no cell can show. */
export const cleaned = (text: string): string => text.replace(CONTROL, " ").replace(/\s+/g, " ").trim();

function checkedName(typed: string, taken: Table<CatalogRow>): Checked<string> {
  const name = cleaned(typed);
  if (name === "") return refused(TEXT.ownNameEmpty);
  if (name.length > LONGEST_TEXT) return refused(TEXT.ownNameLong(LONGEST_TEXT));
  if (UNFIT.test(name)) return refused(TEXT.ownNameUnfit(name));
  return resolve(taken, name).kind === "unknown" ? { value: name } : refused(TEXT.ownNameTaken(name));
}

const noteOf = (text: string): string => cleaned(text).slice(0, LONGEST_TEXT);

export interface TypedModel {
  readonly name: string;
  /** The text of a config.json that was read already. */
  readonly config: string;
  readonly source: string;
}

export function modelRow({ name: typed, config, source }: TypedModel): Checked<OwnRow> {
  const name = checkedName(typed, models);
  if ("refused" in name) return name;
  if (config.length >= LONGEST_CELL) return refused(TEXT.ownConfigLong(config.length));
  return { value: { list: "ownModels", name: name.value, cells: [name.value, config, noteOf(source)] } };
}

export interface TypedGpu {
  readonly name: string;
  readonly like: string;
  readonly memory: string;
  readonly tflops: string;
  readonly bandwidth: string;
  readonly watts: string;
  readonly source: string;
}

const AMOUNTS = ["memory", "tflops", "bandwidth", "watts"] as const;

export function gpuRow(typed: TypedGpu): Checked<OwnRow> {
  const name = checkedName(typed.name, gpus);
  if ("refused" in name) return name;
  const cells: (string | number)[] = [name.value, typed.like];
  for (const key of AMOUNTS) {
    const read = amountOrNone(typed[key]);
    if (read === undefined) return refused(TEXT.ownAmount(TEXT.gpuFields[key], typed[key]));
    cells.push(read);
  }
  return { value: { list: "ownGpus", name: name.value, cells: [...cells, noteOf(typed.source)] } };
}

const PLAIN_NUMBER = /^\d+(\.\d+)?$/;

/** Empty: as the GPU that it is like. */
const amountOrNone = (text: string): number | "" | undefined => (text.trim() === "" ? "" : amountOf(text));

function amountOf(text: string): number | undefined {
  const value = PLAIN_NUMBER.test(text.trim()) ? Number(text) : 0;
  return value > 0 && Number.isFinite(value) ? value : undefined;
}

export interface TypedPrice {
  readonly gpu: string;
  readonly price: string;
  readonly kind: string;
  readonly source: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

export function priceRow(typed: TypedPrice): Checked<OwnRow> {
  const name = cleaned(typed.gpu);
  if (name === "") return refused(TEXT.ownGpuEmpty);
  // Sheets look a price up by the id of the catalog; what it does not know is the user's own.
  const known = resolve(gpus, name);
  const gpu = known.kind === "found" ? known.row.id : name;
  const price = amountOf(typed.price);
  if (price === undefined) return refused(TEXT.ownAmount(TEXT.priceField, typed.price));
  const day = dayOf(typed.asOf);
  if (day === undefined) return refused(TEXT.ownDate(typed.asOf));
  return { value: { list: "prices", name: gpu, cells: [gpu, price, typed.kind, noteOf(typed.source), day] } };
}

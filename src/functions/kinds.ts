// The kinds of arguments: what may be written, and how it is read.
import { BYTES_PER_UNIT, type MemoryUnit } from "../engine/units";
import { dtypes } from "../catalog/dtypes";
import { type CatalogRow, idsOf, named, resolve, table, type Table } from "../catalog/table";
import type { Value } from "./cells";
import { refuse } from "./inputIssues";
import { readNumber } from "./numbers";
import { type Kind, withDefault } from "./spec";

interface NumberRule {
  readonly accepts: string;
  readonly whole?: boolean;
  readonly min: number;
  readonly max?: number;
  /** 0 is a value of its own, and then every default is 0. */
  readonly zeroIsValue?: boolean;
  /** "4k" is 4,096 where tokens are counted. */
  readonly k?: "tokens";
}

/** A cell as a number; text numbers are read as planners write them. */
export function toNumber(cell: Value, accepts: string, k?: "tokens"): number {
  if (typeof cell === "number") return cell;
  if (typeof cell === "boolean") return refuse({ code: "not_a_number", received: cell ? "TRUE" : "FALSE", accepts });
  const read = readNumber(cell, k);
  if (read.kind === "comma") return refuse({ code: "decimal_comma", received: cell, write: read.write });
  return read.kind === "number" ? read.value : refuse({ code: "not_a_number", received: cell, accepts });
}

const numberKind = (rule: NumberRule): Kind<number> => ({
  accepts: rule.accepts,
  zeroIsValue: rule.zeroIsValue ?? false,
  read: (cell) => {
    const number = toNumber(cell, rule.accepts, rule.k);
    if (!(number >= rule.min && number <= (rule.max ?? Number.MAX_VALUE)))
      return refuse({ code: "out_of_range", received: number, accepts: rule.accepts });
    return rule.whole && !Number.isInteger(number)
      ? refuse({ code: "not_whole", received: number, accepts: rule.accepts })
      : number;
  },
});

export const count: Kind<number> = numberKind({ accepts: "a whole number of at least 1", whole: true, min: 1 });
/** A count of something that nobody has more of: a typing error is told, instead of computed for hours. */
export const countUpTo = (max: number): Kind<number> =>
  numberKind({ accepts: `a whole number from 1 to ${max.toLocaleString("en-US")}`, whole: true, min: 1, max });
export const tokenCount: Kind<number> = numberKind({
  accepts: 'a whole number of tokens, such as 8192 or "8k" (8,192)',
  whole: true,
  min: 1,
  k: "tokens",
});
/** An amount that may be 0, in the unit that the function's documentation names. */
export const amount: Kind<number> = numberKind({ accepts: "a number of at least 0", min: 0, zeroIsValue: true });
/** A whole number that may be 0. */
export const wholeAmount: Kind<number> = numberKind({
  accepts: "a whole number of at least 0",
  whole: true,
  min: 0,
  zeroIsValue: true,
});
/** Rank of adapters: no matrix has more than so many rows. */
export const rankAmount: Kind<number> = numberKind({
  accepts: "a whole number from 0 to 16,384",
  whole: true,
  min: 0,
  max: 16_384,
  zeroIsValue: true,
});
export const positiveAmount: Kind<number> = numberKind({ accepts: "a number above 0", min: Number.MIN_VALUE });

/** No GPU-hour has been quoted above half of this; a node of eight usually costs more. */
const HIGHEST_GPU_HOUR = 30;
/** Price of one GPU-hour; what looks like a whole node's is asked about. */
export const gpuHourPrice: Kind<number> = {
  ...positiveAmount,
  read: (cell) => {
    const price = positiveAmount.read(cell);
    return price > HIGHEST_GPU_HOUR ? refuse({ code: "node_price", received: price }) : price;
  },
};

/** 0 to 1, as a number or a percentage; above 1 is a forgotten percent sign. */
export const fraction = (max: { readonly below1: boolean }): Kind<number> => {
  const accepts = `a fraction such as 0.1 or 10%, from 0 to ${max.below1 ? "below " : ""}1`;
  return {
    accepts,
    zeroIsValue: true,
    read: (cell) => {
      const number = toNumber(cell, accepts);
      if (number > 1) return refuse({ code: "percent_forgotten", received: number });
      return number < 0 || (max.below1 && number === 1)
        ? refuse({ code: "out_of_range", received: number, accepts })
        : number;
    },
  };
};

const LARGEST_FACTOR = 3;
/** A share on top of something; 1.2 is taken for the factor that somebody meant. */
export const shareOnTop: Kind<number> = {
  ...fraction({ below1: false }),
  read: (cell) => {
    const kind = fraction({ below1: false });
    const number = toNumber(cell, kind.accepts);
    return number > 1 && number < LARGEST_FACTOR ? refuse({ code: "share_on_top", received: number }) : kind.read(cell);
  },
};

const YES_NO = new Map<string, boolean>([
  ["true", true],
  ["yes", true],
  ["false", false],
  ["no", false],
]);
/** TRUE/FALSE or yes/no; a bare 0 is "not given", like an empty cell. */
export const yesNo: Kind<boolean> = {
  accepts: "TRUE, FALSE, yes or no",
  zeroIsValue: false,
  read: (cell) => {
    const given =
      typeof cell === "number" ? (cell === 1 ? true : undefined) : YES_NO.get(String(cell).trim().toLowerCase());
    return (
      given ??
      refuse({ code: "unknown_choice", received: String(cell), nearest: [], allowed: ["TRUE", "FALSE", "yes", "no"] })
    );
  },
};

/**
 * One row of a short table, by id, label or alias; case, spaces, dashes and underscores do not matter. A name of another
 * list (`elsewhere`) is told so: arguments change places, and storage formats are taken for recipes.
 */
export const choice = <R extends CatalogRow>(
  rows: Table<R>,
  elsewhere: readonly Table<CatalogRow>[] = [],
): Kind<R> => ({
  accepts: `one of ${idsOf(rows.rows).join(", ")}`,
  zeroIsValue: rows.index.has("0"),
  choices: rows,
  read: (cell) => {
    const found = resolve(rows, String(cell));
    if (found.kind === "found") return found.row;
    if (found.kind === "ambiguous")
      return refuse({ code: "ambiguous_name", received: String(cell), candidates: idsOf(found.candidates) });
    return refuse({
      code: "unknown_choice",
      received: String(cell),
      nearest: idsOf(found.nearest),
      allowed: idsOf(rows.rows),
      isA: elsewhere.find((other) => named(other, String(cell)) !== undefined)?.noun,
    });
  },
});

/** Free text that the function reads itself. */
export const words: Kind<string> = { accepts: "text", zeroIsValue: false, read: (cell) => String(cell) };

/** Storage formats that engines offer for the KV cache. */
export const cacheDtypes = table(
  "KV cache dtype",
  dtypes.rows.filter((dtype) => dtype.kvCache),
);

export interface UnitRow extends CatalogRow {
  readonly id: MemoryUnit;
}
export const memoryUnits: Table<UnitRow> = table(
  "memory unit",
  (Object.keys(BYTES_PER_UNIT) as MemoryUnit[]).map((id) => ({
    id,
    label: id,
    aliases: id === "B" ? ["byte", "bytes"] : [],
  })),
);

/** The last argument of every function that answers with memory. */
export const UNIT = withDefault(
  "unit",
  choice(memoryUnits),
  "GB",
  "Unit of the result. GB is decimal, 1e9 bytes; GiB is 1,024³ bytes.",
);

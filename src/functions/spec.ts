import { EngineError, type EngineIssue } from "../engine/issues";
import type { CatalogRow, Table } from "../catalog/table";
import { type Block, type CellError, isCellError, type Value } from "./cells";

/** How one kind of argument is read from a cell. */
export interface Kind<T> {
  /** What may be written, as the end of a sentence: "a whole number of at least 1". */
  readonly accepts: string;
  /** Whether a 0 is a value; elsewhere 0 reads as "not given", because Excel hands empty cells over as 0. */
  readonly zeroIsValue: boolean;
  /** The rows that may be named, for lists and autocomplete. */
  readonly choices?: Table<CatalogRow>;
  /** Reads a cell that is not empty; throws InputError. */
  readonly read: (cell: Value) => T;
  /** The argument is one block, read as a whole: it takes no part in broadcasting. */
  readonly readBlock?: (rows: readonly (readonly unknown[])[]) => T | CellError;
}

/** A kind that takes the whole range. */
export const blockKind = <T>(
  accepts: string,
  readBlock: (rows: readonly (readonly unknown[])[]) => T | CellError,
): Kind<T> => ({
  accepts,
  zeroIsValue: false,
  read: (cell) => {
    const read = readBlock([[cell]]);
    if (isCellError(read)) throw new BlockError(read);
    return read;
  },
  readBlock,
});

/** Carries the error of a block through `read`. */
export class BlockError extends Error {
  constructor(readonly cell: CellError) {
    super(cell.message);
    this.name = "BlockError";
  }
}

/** One argument. `Name` and `T` are carried in the type so that `run` receives a typed record. */
export interface Param<Name extends string = string, T = unknown> {
  /** Shown by Excel while typing: a word or words with underscores. */
  readonly name: Name;
  readonly kind: Kind<unknown>;
  readonly doc: string;
  readonly optional: boolean;
  /** What an omitted or empty argument means, as a user would write it; undefined: the function is told that it is absent. */
  readonly default?: Value;
  /** Never present: carries the type. */
  readonly type?: T;
}

export const required = <Name extends string, T>(name: Name, kind: Kind<T>, doc: string): Param<Name, T> => ({
  name,
  kind,
  doc,
  optional: false,
});
export const withDefault = <Name extends string, T>(
  name: Name,
  kind: Kind<T>,
  value: Value,
  doc: string,
): Param<Name, T> => ({
  name,
  kind,
  doc,
  optional: true,
  default: value,
});
export const maybe = <Name extends string, T>(name: Name, kind: Kind<T>, doc: string): Param<Name, T | undefined> => ({
  name,
  kind,
  doc,
  optional: true,
});

export type Arguments<P extends readonly Param[]> = {
  readonly [Q in P[number] as Q["name"]]: Q extends Param<string, infer T> ? T : never;
};

/** A call that the documentation shows and the tests execute. */
export interface Example {
  readonly formula: string;
  readonly result: number | string | boolean;
  readonly says?: string;
}

export interface FunctionSpec<P extends readonly Param[] = readonly Param[]> {
  /** Stored in workbooks: never renamed. At least three letters, no dots, never a cell address. */
  readonly id: string;
  /** First sentence: what the planner gets. */
  readonly summary: string;
  readonly topic: string;
  readonly params: P;
  /** `memory`: `run` returns bytes, which are converted to the argument `unit`. */
  readonly returns: { readonly unit: "memory" | "plain"; readonly doc: string };
  /** In the paper's notation. */
  readonly formula: string;
  readonly sources: readonly string[];
  readonly notes?: readonly string[];
  readonly examples: readonly Example[];
  /** Conditions between arguments, checked before `run`. */
  readonly checks?: readonly ((args: Arguments<P>) => EngineIssue | undefined)[];
  /** A CellError for what is asked rightly and is not known. */
  readonly run: (args: Arguments<P>) => Value | Block | CellError;
}

/** A function of any signature, as the registry holds it. */
export type AnyFunction = Omit<FunctionSpec, "run" | "checks"> & {
  readonly checks?: readonly ((args: never) => EngineIssue | undefined)[];
  readonly run: (args: never) => Value | Block | CellError;
};

/** Types a function's `run` by its parameters; metadata, reading, broadcasting, help and tests derive from the record. */
export const defineFunction = <const P extends readonly Param[]>(spec: FunctionSpec<P>): FunctionSpec<P> => spec;

type Numbers<Name extends string> = { readonly [K in Name]: number | undefined };

/** A condition: one argument is not larger than another. Catches arguments in the wrong order. */
export const atMost =
  <Small extends string, Large extends string>(small: Small, large: Large) =>
  (args: Numbers<Small | Large>): EngineIssue | undefined => {
    const [received, limit] = [args[small], args[large]];
    if (received === undefined || limit === undefined || received <= limit) return undefined;
    return { code: "out_of_order", param: small, received, than: large, limit };
  };

/** A condition: one argument divides another. */
export const divides =
  <Divisor extends string, Whole extends string>(by: Divisor, whole: Whole) =>
  (args: Numbers<Divisor | Whole>): EngineIssue | undefined => {
    const [divisor, received] = [args[by], args[whole]];
    if (divisor === undefined || received === undefined || received % divisor === 0) return undefined;
    return { code: "not_divisible", param: by, received: divisor, whole, of: received };
  };

/** A condition: an argument says nothing without another. */
export const goesWith =
  <Given extends string, Needed extends string>(given: Given, needed: Needed) =>
  (args: Numbers<Given | Needed>): EngineIssue | undefined =>
    args[given] === undefined || args[needed] !== undefined ? undefined : { code: "goes_with", param: given, needed };

export function assertChecks(checks: AnyFunction["checks"], args: never): void {
  for (const check of checks ?? []) {
    const issue = check(args);
    if (issue) throw new EngineError(issue);
  }
}

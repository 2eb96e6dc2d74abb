import { type CellError, isCellError, type Value } from "../cells";

/** Chains steps that may each lack an input: the first that is missing is the answer. */
export function withAll<T extends readonly unknown[], R extends Value>(
  inputs: { readonly [K in keyof T]: T[K] | CellError },
  compute: (...known: T) => R | CellError,
): R | CellError {
  const missing = inputs.find((input) => isCellError(input)) as CellError | undefined;
  return missing ?? compute(...(inputs as unknown as T));
}

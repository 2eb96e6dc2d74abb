// A term of an estimate: what it is, how many bytes, and how it came about. Totals are sums of terms; lines are terms
// with their formula written out.
import type { Basis, MemoryLine } from "../memoryLine";

export interface Term {
  readonly component: string;
  readonly bytes: number;
  readonly basis: Basis;
  readonly source: string;
  /** Grows with the tokens of a micro batch. */
  readonly perToken?: true;
  /** The formula with its numbers; a function, because most estimates never print it. */
  readonly formula: () => string;
}

export function sumTerms(terms: readonly Term[]): number {
  let sum = 0;
  for (const term of terms) sum += term.bytes;
  return sum;
}

export const toLine = ({ component, bytes, basis, source, formula }: Term): MemoryLine => ({
  component,
  bytes,
  low: bytes,
  high: bytes,
  formula: formula(),
  basis,
  source,
});

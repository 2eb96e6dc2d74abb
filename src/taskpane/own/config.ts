// A config.json as it is kept in a cell: small, and read again to be sure.
import { architectureFromConfig } from "../../catalog/huggingface";
import { configOf, MOST_LAYERS } from "../../catalog/huggingface/configOf";
import type { ModelRow } from "../../catalog/models";
import { type Architecture, layerCounts } from "../../engine/architecture";
import { parameterCount } from "../../engine/parameters";
import { TEXT } from "../strings";
import { type Dims, type SizeKey, sizesShown, withDims } from "./dims";
import { type Checked, refused } from "./rows";

const LONGEST_CELL = 32_766;

/** Without blanks; where that is still too long for a cell, only the keys that the functions read. */
export function smallConfig(text: string): string {
  const whole = JSON.stringify(JSON.parse(text));
  if (whole.length <= LONGEST_CELL) return whole;
  const read = configOf(architectureFromConfig(text));
  return read ? JSON.stringify(read) : whole;
}

const mostOf = (key: SizeKey): number => (key === "layers" ? MOST_LAYERS : 1e7);

const leastOf = (key: SizeKey, { experts }: Dims): number =>
  key === "experts" || (experts === 0 && (key === "topK" || key === "expertWidth")) ? 0 : 1;

/** Whole numbers that an architecture can have. */
const wrongSize = (base: Architecture, dims: Dims): SizeKey | undefined =>
  sizesShown(base).find((key) => {
    const size = dims[key];
    return !Number.isSafeInteger(size) || size < leastOf(key, dims) || size > mostOf(key);
  });

export interface Changed {
  readonly config: string;
  readonly parameters: number;
}

/** The config.json of a catalog row with other sizes; its parameters are counted from what it reads back as. */
export function changedConfig({ architecture: base }: ModelRow, dims: Dims): Checked<Changed> {
  const wrong = wrongSize(base, dims);
  if (wrong) return refused(TEXT.ownSize(TEXT.sizeFields[wrong], leastOf(wrong, dims), mostOf(wrong)));
  const wanted = withDims(base, dims);
  if (dims.kvHeads > 0 && dims.heads % dims.kvHeads !== 0) return refused(TEXT.ownHeads(dims.heads, dims.kvHeads));
  if (wanted.experts && (dims.topK > dims.experts || layerCounts(wanted).sparse < 0))
    return refused(TEXT.ownTopK(dims.topK, dims.experts));
  const keys = configOf(wanted);
  if (!keys) return refused(TEXT.ownNoType);
  const config = JSON.stringify(keys);
  return { value: { config, parameters: parameterCount(architectureFromConfig(config)).total } };
}

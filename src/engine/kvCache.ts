import { bytes, type Bytes } from "./units";

/** Keys and values of `sequences` sequences: 2·B·S·L·K·d·bytes. Key and value heads are the model's, not the query heads. */
export function kvCacheBytes(shape: {
  readonly batch: number;
  readonly sequence: number;
  readonly layers: number;
  readonly keyValueHeads: number;
  readonly headDim: number;
  readonly bitsPerElement: number;
}): Bytes {
  const { batch: B, sequence: S, layers: L, keyValueHeads: K, headDim: d, bitsPerElement } = shape;
  return bytes((2 * B * S * L * K * d * bitsPerElement) / 8);
}

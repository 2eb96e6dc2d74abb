import { bytes, fromBits, type Bytes } from "./units";

/** Scales, zero points or other metadata that a block of weights shares. */
export interface BlockScale {
  readonly bits: number;
  /** Weights that share them. */
  readonly per: number;
}

/** How stored weights are laid out: an element and the scales of its blocks. */
export interface StorageLayout {
  readonly elementBits: number;
  readonly scales: readonly BlockScale[];
  /** Scale of each output row (LLM.int8, fp8 per channel): known only with the shapes. */
  readonly rowScaleBits: number;
}

/** all: every tensor; matrices: all but norms and biases; linear: not the embedding and head either; experts: theirs only. */
export type QuantizedTensors = "all" | "matrices" | "linear" | "experts";

export interface StorageFormat extends StorageLayout {
  /** Bits per weight with block scales, without row scales. */
  readonly bits: number;
  /** What is stored in this format; the rest of a checkpoint stays 16 bit. */
  readonly quantizes: QuantizedTensors;
  /** Whether engines offer it for the KV cache. */
  readonly kvCache: boolean;
}

/** What a quantized checkpoint keeps its other tensors in. */
export const UNQUANTIZED_BITS = 16;

/** element + Σ scale ÷ block */
export const bitsPerWeight = (layout: Pick<StorageLayout, "elementBits" | "scales">): number =>
  layout.scales.reduce((bits, scale) => bits + scale.bits / scale.per, layout.elementBits);

/** Bytes of that many weights; rows (output features) adds the row scales. */
export const storedBytes = (count: number, format: StorageFormat, rows = 0): Bytes =>
  bytes(fromBits(count * format.bits) + fromBits(rows * format.rowScaleBits));

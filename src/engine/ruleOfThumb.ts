import { bytes, type Bytes } from "./units";

/** Serving: weights, a share of them on top for runtime and buffers, and the cache or activations. */
export const inferenceBytes = (weights: Bytes, overhead: number, cache: Bytes): Bytes =>
  bytes(weights * (1 + overhead) + cache);

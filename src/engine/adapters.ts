// LoRA (arXiv:2106.09685): each adapted matrix gains A (r × in) and B (out × r).
import type { ParameterTensor } from "./tensors";
import { bytes, type Bytes } from "./units";

/** r·(in + out) for each adapted matrix. */
export function loraParameters(adapted: readonly ParameterTensor[], rank: number): number {
  return adapted.reduce((sum, { shape, copies }) => sum + copies * rank * ((shape[0] ?? 0) + (shape[1] ?? 0)), 0);
}

/** Adapters train in fp32 with Adam: 4 weights + 4 gradients + 8 moments. */
const LORA_BYTES_PER_PARAMETER = 16;

/** Frozen base weights and the adapters' training states; the base has no gradients and no optimizer state. */
export const loraBytes = (base: Bytes, adapterParameters: number): Bytes =>
  bytes(base + LORA_BYTES_PER_PARAMETER * adapterParameters);

// Weights as stored in a checkpoint or in memory, in a storage format.
import { type QuantizedTensors, storedBytes, type StorageFormat, UNQUANTIZED_BITS } from "./storage";
import { elements, type ParameterSet, type ParameterTensor } from "./tensors";
import { bytes, fromBits, type Bytes } from "./units";

const OUTSIDE_THE_LAYERS: ReadonlySet<ParameterTensor["part"]> = new Set([
  "embedding",
  "positions",
  "head",
  "router",
  "extra",
]);

/** Whether a format stores this tensor in its own width; the rest of the checkpoint stays 16 bit. */
export function isQuantized(tensor: ParameterTensor, quantizes: QuantizedTensors): boolean {
  const matrix = tensor.shape.length >= 2;
  switch (quantizes) {
    case "all":
      return true;
    case "matrices":
      return matrix;
    case "linear":
      return matrix && !OUTSIDE_THE_LAYERS.has(tensor.part);
    case "experts":
      return matrix && tensor.part === "experts";
    default:
      return quantizes satisfies never;
  }
}

/** Bytes of a model's weights; a bare number of parameters is taken to be quantized throughout. */
export function checkpointBytes(stored: ParameterSet, format: StorageFormat): Bytes {
  if (!stored.tensors) return storedBytes(stored.count, format);
  return bytes(stored.tensors.reduce((sum, tensor) => sum + tensorBytes(tensor, format), 0));
}

function tensorBytes(tensor: ParameterTensor, format: StorageFormat): number {
  const count = tensor.copies * elements(tensor);
  if (!isQuantized(tensor, format.quantizes)) return fromBits(count * UNQUANTIZED_BITS);
  return storedBytes(count, format, tensor.copies * (tensor.shape[0] ?? 0));
}

// Blocks of PyTorch's caching allocator (c10/cuda/CUDACachingAllocator.cpp), which memory_allocated counts:
// requests of 10 MiB and more get a segment of whole 2 MiB; a remainder of at most 1 MiB is not split off.
import { fromUnit } from "../units";

const ROUND = 512;
const SMALL_REQUEST = fromUnit(1, "MiB");
const LARGE_REQUEST = fromUnit(10, "MiB");
const SEGMENT_ROUND = fromUnit(2, "MiB");
const SMALL_SEGMENT = fromUnit(2, "MiB");
const MEDIUM_SEGMENT = fromUnit(20, "MiB");
const LEAST_SPLIT = fromUnit(1, "MiB");

const roundUp = (value: number, multiple: number): number => Math.ceil(value / multiple) * multiple;

/** What one tensor takes of the allocated bytes. */
export function blockBytes(request: number): number {
  const rounded = roundUp(request, ROUND);
  if (rounded < LARGE_REQUEST) return rounded;
  const segment = roundUp(rounded, SEGMENT_ROUND);
  return segment - rounded <= LEAST_SPLIT ? segment : rounded;
}

export interface TensorGroup {
  readonly bytes: number;
  readonly count: number;
}

/** Segments reserved for the tensors: large ones have their own, the others fill segments of 20 and 2 MiB. */
export function segmentBytes(groups: readonly TensorGroup[]): number {
  let large = 0;
  let medium = 0;
  let small = 0;
  for (const { bytes, count } of groups) {
    if (bytes >= LARGE_REQUEST) large += count * roundUp(bytes, SEGMENT_ROUND);
    else if (bytes > SMALL_REQUEST) medium += count * roundUp(bytes, ROUND);
    else small += count * roundUp(bytes, ROUND);
  }
  return large + roundUp(medium, MEDIUM_SEGMENT) + roundUp(small, SMALL_SEGMENT);
}

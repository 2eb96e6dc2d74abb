import type { BlockScale, QuantizedTensors } from "../engine/storage";

/** A GGUF block type, or a llama.cpp file type with its measured average. */
export interface GgufFormat {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly elementBits: number;
  readonly scales: readonly BlockScale[];
  readonly quantizes: QuantizedTensors;
  readonly kvCache: boolean;
  readonly source: string;
}

const STRUCTS = "ggml-org/llama.cpp ggml-common.h block structs";
const FILES = "ggml-org/llama.cpp tools/quantize README: whole Llama-3.1-8B file, mixed blocks";

/** A block type of 32 or 256 weights: bits of all its scales and minima. */
const block = (name: string, elementBits: number, scaleBits: number, size: 32 | 256, kvCache = false): GgufFormat => ({
  id: name.toLowerCase().replace("_", "-"),
  label: `GGUF ${name}`,
  aliases: [name],
  elementBits,
  scales: [{ bits: scaleBits, per: size }],
  quantizes: "matrices",
  kvCache,
  source: STRUCTS,
});

/** A file type: bits per weight of the whole file, embedding, head and norms included. */
const file = (name: string, averageBits: number): GgufFormat => ({
  id: name.toLowerCase().replace(/_/g, "-"),
  label: `GGUF ${name}`,
  aliases: [name],
  elementBits: averageBits,
  scales: [],
  quantizes: "all",
  kvCache: false,
  source: FILES,
});

export const ggufFormats: readonly GgufFormat[] = [
  block("Q4_0", 4, 16, 32, true),
  block("Q4_1", 4, 32, 32, true),
  block("Q5_0", 5, 16, 32, true),
  block("Q5_1", 5, 32, 32, true),
  block("Q8_0", 8, 16, 32, true),
  block("Q2_K", 2, 160, 256),
  block("Q3_K", 3, 112, 256),
  block("Q4_K", 4, 128, 256),
  block("Q5_K", 5, 128, 256),
  block("Q6_K", 6, 144, 256),
  block("IQ4_NL", 4, 16, 32, true),
  block("IQ4_XS", 4, 64, 256),
  block("IQ3_S", 3, 112, 256),
  block("IQ3_XXS", 3, 16, 256),
  block("IQ2_S", 2, 144, 256),
  block("IQ2_XS", 2, 80, 256),
  block("IQ2_XXS", 2, 16, 256),
  block("IQ1_M", 1, 192, 256),
  block("IQ1_S", 1, 144, 256),
  { ...file("Q2_K", 3.1593), id: "q2-k-file", label: "GGUF Q2_K file", aliases: [] },
  file("Q3_K_S", 3.6429),
  file("Q3_K_L", 4.2979),
  file("Q4_K_S", 4.6672),
  file("Q4_K_M", 4.8944),
  file("Q5_K_S", 5.5704),
  file("Q5_K_M", 5.7036),
  file("IQ3_M", 3.7628),
  file("IQ2_M", 2.9294),
];

import { bitsPerWeight, type BlockScale, type QuantizedTensors, type StorageFormat } from "../engine/storage";
import { ggufFormats } from "./ggufFormats";
import { table, type CatalogRow } from "./table";

export interface DtypeRow extends CatalogRow, StorageFormat {
  readonly source: string;
}

type Layout = { bits: number; scales?: readonly BlockScale[]; rowScaleBits?: number };
type Facts = { layout: Layout; quantizes: QuantizedTensors; kvCache?: boolean; source: string };

const dtype = (id: string, label: string, aliases: readonly string[], facts: Facts): DtypeRow => {
  const layout = { elementBits: facts.layout.bits, scales: facts.layout.scales ?? [] };
  return {
    id,
    label,
    aliases,
    ...layout,
    rowScaleBits: facts.layout.rowScaleBits ?? 0,
    bits: bitsPerWeight(layout),
    quantizes: facts.quantizes,
    kvCache: facts.kvCache ?? false,
    source: facts.source,
  };
};

const IEEE = "IEEE 754; bfloat16: arXiv:1905.12322";
const plain = (bits: number, source: string): Facts => ({ layout: { bits }, quantizes: "all", kvCache: true, source });
const linear = (layout: Layout, source: string): Facts => ({ layout, quantizes: "linear", source });

const BITSANDBYTES = "bitsandbytes functional.py: blocks of 64, absmax quantized in blocks of 256";
const OCP_MX = "OCP Microscaling Formats v1.0: blocks of 32, E8M0 scale";
const GROUP_4BIT = "arXiv:2210.17323, arXiv:2306.00978: fp16 scale and 4-bit zero point per group";

const group4 = (size: number): Facts =>
  linear(
    {
      bits: 4,
      scales: [
        { bits: 16, per: size },
        { bits: 4, per: size },
      ],
    },
    GROUP_4BIT,
  );
const microscaled = (bits: number): Layout => ({ bits, scales: [{ bits: 8, per: 32 }] });

const rows: readonly DtypeRow[] = [
  dtype("fp32", "FP32", ["float32", "single", "full", "float", "f32", "32 bit"], plain(32, IEEE)),
  dtype("fp16", "FP16", ["float16", "half", "f16", "16 bit"], plain(16, IEEE)),
  dtype("bf16", "BF16", ["bfloat16", "mixed"], plain(16, IEEE)),
  dtype(
    "fp8",
    "FP8",
    ["float8", "e4m3", "fp8 e4m3", "e5m2", "fp8 e5m2", "fp8 per tensor"],
    plain(8, "arXiv:2209.05433"),
  ),
  dtype("int8", "INT8", ["8 bit", "i8"], plain(8, "one byte per element, no scales")),
  dtype("int4", "INT4", ["4 bit", "i4"], plain(4, "half a byte per element, no scales")),
  dtype(
    "llm-int8",
    "LLM.int8()",
    ["bnb int8", "load in 8bit", "bitsandbytes int8", "int8 per row"],
    linear({ bits: 8, rowScaleBits: 32 }, "arXiv:2208.07339: fp32 scale per output row"),
  ),
  dtype(
    "fp8-channel",
    "FP8 per channel",
    ["fp8 per channel", "fp8 dynamic"],
    linear({ bits: 8, rowScaleBits: 32 }, "vLLM compressed-tensors FP8-dynamic: fp32 scale per output channel"),
  ),
  dtype(
    "fp8-block",
    "FP8, 128×128 blocks",
    ["fp8 block", "fp8 128x128", "deepseek fp8"],
    linear({ bits: 8, scales: [{ bits: 32, per: 128 * 128 }] }, "arXiv:2412.19437 §3.3"),
  ),
  dtype(
    "nf4",
    "NF4",
    ["bnb nf4", "load in 4bit", "bitsandbytes 4bit", "fp4 bnb"],
    linear({ bits: 4, scales: [{ bits: 32, per: 64 }] }, BITSANDBYTES),
  ),
  dtype(
    "nf4-dq",
    "NF4, double quantization",
    ["nf4 double quant", "nf4 double quantization", "qlora"],
    linear(
      {
        bits: 4,
        scales: [
          { bits: 8, per: 64 },
          { bits: 32, per: 64 * 256 },
        ],
      },
      "arXiv:2305.14314 §3",
    ),
  ),
  dtype(
    "gptq",
    "GPTQ 4-bit, groups of 128",
    ["gptq int4", "gptq 4bit", "gptq g128", "int4 g128", "w4a16"],
    group4(128),
  ),
  dtype("awq", "AWQ 4-bit, groups of 128", ["awq int4", "awq 4bit", "awq g128"], group4(128)),
  dtype("int4-g64", "INT4, groups of 64", ["gptq g64", "awq g64"], group4(64)),
  dtype("int4-g32", "INT4, groups of 32", ["gptq g32", "awq g32"], group4(32)),
  dtype("mxfp8", "MXFP8", ["mx fp8"], linear(microscaled(8), OCP_MX)),
  dtype("mxfp6", "MXFP6", ["mx fp6"], linear(microscaled(6), OCP_MX)),
  dtype("mxfp4", "MXFP4", ["mx fp4"], linear(microscaled(4), OCP_MX)),
  dtype("mxfp4-experts", "MXFP4, experts only", ["gpt-oss", "gpt-oss mxfp4"], {
    layout: microscaled(4),
    quantizes: "experts",
    source: "arXiv:2508.10925: MoE weights in MXFP4, the rest 16 bit",
  }),
  dtype("nvfp4", "NVFP4", ["nv fp4", "fp4"], {
    layout: { bits: 4, scales: [{ bits: 8, per: 16 }] },
    quantizes: "linear",
    kvCache: true,
    source: "TensorRT-LLM quantization docs: blocks of 16, E4M3 scale; the fp32 per tensor is left out",
  }),
  ...ggufFormats.map((format) =>
    dtype(format.id, format.label, format.aliases, {
      layout: { bits: format.elementBits, scales: format.scales },
      quantizes: format.quantizes,
      kvCache: format.kvCache,
      source: format.source,
    }),
  ),
];

export const dtypes = table("dtype", rows);

/** Formats of published checkpoints, as model rows print them, that are not named like a row. */
const CHECKPOINT_FORMATS: Readonly<Record<string, string>> = {
  fp8_e4m3: "fp8-block",
  "mxfp4 experts, bf16 rest": "mxfp4-experts",
};

/** The format that a model is published in; 16 bit where that is wider or unknown: nobody serves fp32. */
export function checkpointFormat(published: string | undefined): DtypeRow {
  const id = CHECKPOINT_FORMATS[published ?? ""] ?? "bf16";
  return rows.find((row) => row.id === id) as DtypeRow;
}

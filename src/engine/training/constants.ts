// Every number of the training engine that is neither an architecture input nor an element width, in one table.
import { BYTES_PER_UNIT } from "../units";

/** counted: from the code; documented: printed by its maker; physical: a size of hardware; empirical: read off measurements. */
export type ConstantBasis = "counted" | "documented" | "physical" | "empirical";

export interface Constant {
  readonly value: number;
  readonly unit: "bytes" | "elements" | "fraction" | "compute capability" | "buffers";
  readonly basis: ConstantBasis;
  readonly source: string;
  /** Families of measurements that show it; at least three cases from two sources for an empirical one. */
  readonly witnesses: readonly string[];
}

const MiB = BYTES_PER_UNIT.MiB;
const GiB = BYTES_PER_UNIT.GiB;

const constant = (
  value: number,
  unit: Constant["unit"],
  basis: ConstantBasis,
  source: string,
  witnesses: readonly string[] = [],
): Constant => ({ value, unit, basis, source, witnesses });

const CUBLAS = "PyTorch aten/src/ATen/cuda/CublasHandlePool.cpp";
const TE_GEMM = "TransformerEngine pytorch/module/base.py get_cublas_workspace_size_bytes";
const DEEPSPEED = "deepspeed/runtime/zero/config.py";
const ML_ENGINEERING = "stas00/ml-engineering training/performance";

export const CONSTANTS = {
  cublasWorkspaceHopper: constant(
    32 * MiB,
    "bytes",
    "documented",
    `${CUBLAS}: 4096 KiB × 8 on compute capability 9.0`,
    ["Megatron CI, H100"],
  ),
  cublasWorkspace: constant(
    8.125 * MiB,
    "bytes",
    "documented",
    `${CUBLAS}: 4096 KiB × 2 + 16 KiB × 8 elsewhere; newer releases treat Blackwell like Hopper`,
    ["Megatron CI, A100", "SimuMax, B200"],
  ),
  cublasHandles: constant(2, "buffers", "counted", `${CUBLAS}: one for the forward thread, one for backward's`, [
    "Megatron CI",
  ]),
  teWorkspaceHopper: constant(32 * MiB, "bytes", "documented", TE_GEMM, ["Megatron CI, H100"]),
  teWorkspace: constant(4 * MiB, "bytes", "documented", TE_GEMM, ["Megatron CI, A100"]),
  teGroupedStreams: constant(
    4,
    "buffers",
    "documented",
    "TransformerEngine pytorch/module/base.py get_multi_stream_cublas_workspace",
    ["Megatron CI, MoE with grouped GEMM"],
  ),
  hopper: constant(9, "compute capability", "physical", "CUDA programming guide"),
  cublasLtHandles: constant(
    2,
    "buffers",
    "counted",
    "PyTorch CUDABlas.cpp gemm_and_bias: products with a bias have a workspace of their own",
    ["Megatron CI, local modules"],
  ),
  maskElement: constant(1, "bytes", "counted", "Megatron-LM GPTDataset create_attention_mask: boolean b × 1 × s × s", [
    "Megatron CI, GPT-3 7B and 64M",
  ]),
  routerBytes: constant(
    8,
    "bytes",
    "counted",
    "Megatron-LM core/transformer/moe/router.py: fp32 scores and probabilities of each expert",
    ["Megatron CI, MoE"],
  ),
  offloadedInputsKept: constant(
    2,
    "buffers",
    "counted",
    "pytorch/torchtune training/_activation_offloading.py: the layer that runs and the one that is on its way",
    ["torchtune LoRA, Llama 3.2 3B"],
  ),
  context: constant(0.5 * GiB, "bytes", "documented", `${ML_ENGINEERING}: 0.47 GiB with lazily loaded kernels`),
  contextEager: constant(
    1.3 * GiB,
    "bytes",
    "documented",
    "pytorch issues 107667 and 109888: over 1 GB before CUDA 11.7",
    ["BERT-large, torch 1.x"],
  ),
  communicator: constant(
    544 * MiB,
    "bytes",
    "documented",
    "NCCL user guide NCCL_BUFFSIZE; measured on A100 with NVLink",
  ),
  communicatorLarge: constant(688 * MiB, "bytes", "documented", "the same, more than two ranks"),
  allocatorSlack: constant(0.075, "fraction", "documented", `${ML_ENGINEERING}: 5-10% of activations and temporaries`, [
    "BERT-large, torch 1.x",
  ]),
  maxLiveParameters: constant(1e9, "elements", "documented", `${DEEPSPEED} stage3_max_live_parameters`),
  reduceBucket: constant(5e8, "elements", "documented", `${DEEPSPEED} reduce_bucket_size`),
} as const satisfies Readonly<Record<string, Constant>>;

// A measured case as its JSON says it: the words of cases.schema.json, whose descriptions are the definitions.

export interface CaseModel {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly kv_heads: number;
  readonly head_dim: number;
  readonly ffn: number;
  readonly gated: boolean;
  readonly activation: "silu" | "gelu" | "relu" | "squared_relu";
  readonly vocab: number;
  readonly padded_vocab: number | null;
  readonly tied: boolean;
  readonly head: "lm" | "classifier" | "none";
  readonly token_types?: number;
  readonly pooler?: boolean;
  readonly max_positions: number;
  readonly norm: "layernorm" | "rmsnorm";
  readonly bias: boolean;
  readonly qkv_bias: boolean;
  readonly lm_head_bias: boolean;
  readonly qk_norm: boolean;
  readonly parallel_block: "one_norm" | "two_norms" | null;
  readonly mtp_layers: number;
  readonly moe: {
    readonly experts: number;
    readonly top_k: number;
    readonly expert_ffn: number;
    readonly shared_ffn: number;
    readonly first_dense_layers: number;
  } | null;
  readonly mla: {
    readonly q_lora_rank: number;
    readonly kv_lora_rank: number;
    readonly qk_rope_head_dim: number;
    readonly qk_nope_head_dim: number;
    readonly v_head_dim: number;
  } | null;
  readonly params: number;
}

export type RecomputedModule = "core_attn" | "layernorm" | "mla_up_proj" | "mlp" | "moe" | "moe_act" | "shared_experts";

export interface CaseTraining {
  readonly param_bytes: number;
  readonly grad_bytes: number;
  readonly master_bytes: number;
  readonly optimizer: "adamw" | "adamw8bit" | "paged_adamw8bit" | "sgd";
  readonly optimizer_impl: "foreach" | "fused" | "for_loop" | null;
  readonly state_bytes_per_param: number;
  readonly micro_batch: number;
  readonly seq_len: number;
  readonly microbatches: number | null;
  readonly attention: "flash" | "standard";
  readonly attention_scores_bytes: 2 | 4 | null;
  readonly dropout: boolean;
  readonly recompute:
    | "none"
    | "selective_attention"
    | "selective_ops"
    | "full"
    | "mlp"
    | { readonly modules: readonly RecomputedModule[] };
  readonly recompute_method: "uniform" | "block" | null;
  readonly recompute_layers: number | null;
  readonly recompute_details?: { readonly saved_per_layer?: readonly string[] };
  readonly loss: "eager_fp32" | "eager_bf16" | "fused" | "chunked" | "vocab_parallel" | "classification";
  readonly loss_fusion_impl?: "native" | "te" | null;
  readonly loss_parallel?: boolean;
  readonly compile: boolean;
  readonly dp: number;
  readonly dp_replicate: number;
  readonly zero: 0 | 1 | 2 | 3;
  readonly reshard_after_forward: boolean | null;
  readonly tp: number;
  readonly sp: boolean;
  readonly async_tp?: boolean;
  readonly pp: number;
  readonly vpp: number;
  readonly pp_schedule?: "GPipe" | "1F1B" | "Interleaved1F1B";
  readonly pipeline_layout?: string | null;
  readonly cp: number;
  readonly cp_comm?: "p2p" | "all_gather" | "a2a" | "a2a+p2p";
  readonly ep: number;
  readonly etp: number;
  readonly rank: "max" | "last" | "first";
  readonly before_optimizer_state: boolean;
  readonly lora: {
    readonly rank: number;
    readonly targets: readonly ("q" | "k" | "v" | "o" | "gate" | "up" | "down" | "head")[];
    readonly base_dtype: "bf16" | "fp16" | "fp32" | "nf4" | "nf4-dq" | "int8";
    readonly adapter_bytes: number;
    readonly dropout: number;
  } | null;
  readonly transformer_impl?: "te" | "local";
  readonly gradient_accumulation_fusion?: boolean | null;
  readonly deterministic?: boolean | null;
  readonly cublas_workspace_config?: string | null;
  readonly moe_grouped_gemm?: boolean | null;
  readonly moe_dispatcher?: "allgather" | "alltoall" | "flex" | null;
  readonly moe_capacity_factor?: number | null;
  readonly overlap_moe_ep?: boolean;
  readonly mixed_precision?: {
    readonly compute: "bf16" | "fp16" | "fp32";
    readonly reduce: "bf16" | "fp16" | "fp32";
  };
  readonly float8?: "tensorwise" | "rowwise" | null;
  readonly fsdp_float8_all_gather?: boolean;
  readonly optimizer_in_backward?: boolean;
  readonly activation_offload?: boolean;
}

export interface CaseServing {
  readonly weight_dtype: string;
  readonly kv_dtype: string;
  readonly batch: number | null;
  readonly context: number | null;
  readonly tp: number;
  readonly pp: number;
  readonly ep: number;
  readonly gpu_memory_utilization: number | null;
  readonly non_torch_bytes: number | null;
  readonly engine_version: string | null;
  readonly max_num_batched_tokens: number | null;
  readonly max_num_seqs: number | null;
  readonly kv_budget_bytes: number | null;
  readonly block_size: number | null;
  readonly ubatch?: number;
  readonly flash_attention?: boolean;
}

export type Quantity =
  | "allocated"
  | "reserved"
  | "active"
  | "device"
  | "weights"
  | "load_delta"
  | "kv_bytes"
  | "kv_tokens"
  | "activation_peak"
  | "compute_buffer";

/** What an estimate may see of a case: everything but the answer and what names the case. */
export interface Question {
  readonly task: "train" | "infer";
  readonly stack: string;
  readonly stack_version: string | null;
  readonly stale: boolean;
  readonly model: CaseModel;
  readonly train?: CaseTraining;
  readonly infer?: CaseServing;
  readonly measure: { readonly quantity: Quantity };
  readonly gpu: { readonly name: string; readonly memory_gib: number | null };
}

export interface MeasuredCase extends Omit<Question, "model" | "measure"> {
  readonly id: string;
  readonly source: string;
  readonly quote: string;
  readonly trust: "high" | "medium" | "low";
  readonly notes: string;
  readonly model: CaseModel & { readonly id: string | null };
  readonly measure: {
    readonly quantity: Quantity;
    readonly bytes: number | null;
    readonly tokens: number | null;
    readonly tolerance_bytes: number;
    readonly steady_bytes?: number;
    readonly unit_in_source: string;
  };
}

/** Two cases that differ in one option; delta = measured b - measured a. */
export interface MeasuredPair {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly option: string;
  readonly delta_bytes: number;
}

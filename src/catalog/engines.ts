import type { ServingEngine } from "../engine/serving/engineTraits";
import { CHUNKED, EAGER, LLAMA_CPP, SAMPLED, type EngineRules } from "./engineRules";
import { table, type CatalogRow } from "./table";

/** The rules of one range of releases. */
export interface EngineVersion {
  readonly label: string;
  /** First and last release, as [major, minor]. */
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly rules: EngineRules;
}

export interface EngineRow extends CatalogRow {
  /** Oldest first. */
  readonly versions: readonly EngineVersion[];
  /** Label of the version that an empty version means. */
  readonly assumed: string;
  readonly source: string;
  readonly note: string;
}

const ANY = { from: [0, 0], to: [Infinity, 0] } as const;
const single = (rules: EngineRules, range: Pick<EngineVersion, "from" | "to"> = ANY): readonly EngineVersion[] => [
  { label: "", ...range, rules },
];

const VLLM: readonly EngineVersion[] = [
  { label: "V0", from: [0, 4], to: [0, 7], rules: SAMPLED.v0 },
  { label: "0.8", from: [0, 8], to: [0, 8], rules: SAMPLED.v1First },
  { label: "0.11", from: [0, 9], to: [0, 11], rules: SAMPLED.v1 },
  { label: "0.16", from: [0, 16], to: [0, 20], rules: SAMPLED.withoutSort },
  { label: "0.21", from: [0, 21], to: [0, 30], rules: SAMPLED.graphsCounted },
];

const SGLANG: readonly EngineVersion[] = [
  { label: "0.4", from: [0, 3], to: [0, 4], rules: CHUNKED.sglangFixed },
  { label: "0.5", from: [0, 5], to: [0, 5], rules: CHUNKED.sglang },
];

const rows: readonly EngineRow[] = [
  {
    id: "generic",
    label: "Generic engine",
    aliases: ["none", "any", "default"],
    versions: single(CHUNKED.generic),
    assumed: "",
    source: "jax-ml/scaling-book inference.md: weights, paged cache, one prefill chunk",
    note: "Nothing reserved: the cache takes what is left of 90% of the GPU.",
  },
  {
    id: "vllm",
    label: "vLLM",
    aliases: ["v llm"],
    versions: VLLM,
    assumed: "0.11",
    source: "vllm-project/vllm worker profile_run, engine/arg_utils.py get_batch_defaults",
    note: "0.12 to 0.15 answer with the rules of 0.11 or 0.16.",
  },
  {
    id: "sglang",
    label: "SGLang",
    aliases: ["sgl", "sg lang"],
    versions: SGLANG,
    assumed: "0.5",
    source: "sgl-project/sglang server_args.py, model_runner.py profile_max_num_token",
    note: "mem_fraction_static: 0.88 on one GPU before 0.5; then what chunk, graphs and ranks leave, about 0.84 (heuristic remembered, not read).",
  },
  {
    id: "trtllm",
    label: "TensorRT-LLM",
    aliases: ["tensorrt-llm", "tensorrt llm", "trt-llm", "trt llm", "tensorrt"],
    versions: single(CHUNKED.tensorRt, { from: [0, 8], to: [1, 2] }),
    assumed: "",
    source: "NVIDIA/TensorRT-LLM llmapi KvCacheConfig.free_gpu_memory_fraction, BuildConfig",
    note: "",
  },
  {
    id: "llama.cpp",
    label: "llama.cpp",
    aliases: ["llama cpp", "llamacpp", "ggml", "gguf", "ollama"],
    versions: single(LLAMA_CPP),
    assumed: "",
    source: "ggml-org/llama.cpp src/llama-context.cpp, llama-model.cpp",
    note: "The token embedding stays in host memory; the buffer is planned for one micro batch.",
  },
  {
    id: "litgpt",
    label: "LitGPT generate",
    aliases: ["lit gpt", "lit-gpt"],
    versions: single(EAGER.litgpt),
    assumed: "",
    source: "Lightning-AI/litgpt generate/base.py, generate/sequentially.py, model.py",
    note: "",
  },
  {
    id: "transformers",
    label: "Hugging Face generate",
    aliases: ["hf", "hugging face", "huggingface", "pytorch", "torch", "eager"],
    versions: single(EAGER.transformers),
    assumed: "",
    source: "huggingface/transformers generation, DynamicCache",
    note: "",
  },
];

export const engines = table("engine", rows);
const RELEASE = /(\d+)\.(\d+)/;
/** "V0" as a word of its own, not the start of "v0.8.5". */
const OLD_ENGINE = /\bv0\b(?!\.)/i;

/** "0.6 (V0)" and "0.11.0" as [major, minor]; null where the text names no release. */
function releaseOf(text: string): readonly [number, number] | null {
  const match = RELEASE.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** Oldest first. */
const order = (a: readonly [number, number], b: readonly [number, number]): number => a[0] - b[0] || a[1] - b[1];
const stepsAway = (version: EngineVersion, [, minor]: readonly [number, number]): number =>
  Math.max(version.from[1] - minor, minor - version.to[1], 0);

/** The rules of an engine for a version, or the nearest ones, or those of the version that is assumed. */
export function engineAt(row: EngineRow, version: string | null): ServingEngine {
  const withRules = (found: EngineVersion, versionMatch: ServingEngine["versionMatch"]): ServingEngine => ({
    ...found.rules,
    name: `${row.label} ${found.label}`.trim(),
    versionMatch,
    source: row.source,
  });
  const [first] = row.versions as readonly [EngineVersion];
  if (first.to === ANY.to) return withRules(first, "exact");
  const assumed = row.versions.find((each) => each.label === row.assumed) ?? first;
  if (version === null) return withRules(assumed, "assumed");
  const old = OLD_ENGINE.test(version) ? row.versions.find((each) => each.label === "V0") : undefined;
  if (old) return withRules(old, "exact");
  const release = releaseOf(version);
  if (!release) return withRules(assumed, "assumed");
  const inside = row.versions.find((each) => order(each.from, release) <= 0 && order(release, each.to) <= 0);
  if (inside) return withRules(inside, "exact");
  const nearest = [...row.versions].sort((a, b) => stepsAway(a, release) - stepsAway(b, release))[0] ?? assumed;
  return withRules(nearest, "nearest");
}

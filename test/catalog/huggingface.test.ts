import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  architectureFromConfig,
  ConfigError,
  KNOWN_MODEL_TYPES,
  type ConfigIssue,
} from "../../src/catalog/huggingface";
import { resolveModel } from "../../src/catalog/models";
import { parameterCount } from "../../src/engine/parameters";

const FOLDER = join(__dirname, "configs");
const FILES = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ""));
const configText = (id: string): string => readFileSync(join(FOLDER, `${id}.json`), "utf8");
const LLAMA_70B = {
  model_type: "llama",
  hidden_size: 8192,
  intermediate_size: 28672,
  num_attention_heads: 64,
  num_hidden_layers: 80,
  num_key_value_heads: 8,
  vocab_size: 128256,
};

function issueOf(json: string): ConfigIssue {
  try {
    architectureFromConfig(json);
  } catch (error) {
    if (error instanceof ConfigError) return error.issue;
    throw error;
  }
  throw new Error("nothing was refused");
}
const issueWith = (changes: object): ConfigIssue => issueOf(JSON.stringify({ ...LLAMA_70B, ...changes }));

describe("config.json of catalog models", () => {
  test("there are more than ten types of model", () => {
    const types = FILES.map((id) => (JSON.parse(configText(id)) as { model_type: string }).model_type);
    expect(new Set(types).size).toBeGreaterThan(10);
  });

  test.each(FILES)("%s is the row's architecture, field by field", (id) => {
    const row = resolveModel(id);
    if (row.kind !== "found") throw new Error(`no row ${id}`);
    // A config.json does not give the sizes of vision towers and multi-token-prediction layers.
    const extraParts = row.row.architecture.extraParts.filter((part) => part.counted);
    expect(architectureFromConfig(configText(id))).toEqual({ ...row.row.architecture, extraParts });
  });
});

test("ViT-L/16 with the 1,000 classes of ImageNet", () => {
  const sizes = { hidden_size: 1024, intermediate_size: 4096, num_attention_heads: 16, num_hidden_layers: 24 };
  const id2label = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [i, `LABEL_${i}`]));
  const row = resolveModel("google/vit-large-patch16-224");
  if (row.kind !== "found") throw new Error("no row");
  expect(architectureFromConfig(JSON.stringify({ model_type: "vit", ...sizes, image_size: 224, id2label }))).toEqual(
    row.row.architecture,
  );
});

describe("models outside the catalog", () => {
  test("Command R: 34,980,831,232 (Hugging Face)", () => {
    const config = { ...LLAMA_70B, model_type: "cohere", intermediate_size: 22528, num_hidden_layers: 40 };
    const a = architectureFromConfig(JSON.stringify({ ...config, num_key_value_heads: 64, vocab_size: 256000 }));
    expect(parameterCount(a).total).toBe(34_980_831_232);
  });

  test("Gemma 7B: 8,537,680,896 (Hugging Face)", () => {
    const config = { model_type: "gemma", hidden_size: 3072, intermediate_size: 24576, num_attention_heads: 16 };
    const a = architectureFromConfig(JSON.stringify({ ...config, num_hidden_layers: 28, vocab_size: 256000 }));
    expect(parameterCount(a).total).toBe(8_537_680_896);
  });

  test("StableLM 3B: 2,795,443,200 (Hugging Face)", () => {
    const config = { model_type: "stablelm", hidden_size: 2560, intermediate_size: 6912, num_attention_heads: 32 };
    const a = architectureFromConfig(JSON.stringify({ ...config, num_hidden_layers: 32, vocab_size: 50304 }));
    expect(parameterCount(a).total).toBe(2_795_443_200);
  });

  test("Qwen1.5-MoE-A2.7B: 14,315,784,192 (Hugging Face), shared expert with a gate", () => {
    const config = { model_type: "qwen2_moe", hidden_size: 2048, intermediate_size: 5632, num_attention_heads: 16 };
    const experts = { num_experts: 60, num_experts_per_tok: 4, moe_intermediate_size: 1408 };
    const rest = { num_hidden_layers: 24, vocab_size: 151936, shared_expert_intermediate_size: 5632 };
    const a = architectureFromConfig(JSON.stringify({ ...config, ...experts, ...rest }));
    expect(parameterCount(a).total).toBe(14_315_784_192);
  });
});

describe("what a file leaves out", () => {
  test("key/value heads default to the query heads in Llama, to the class's number in Mistral", () => {
    const heads = (changes: object): unknown => {
      const { attention } = architectureFromConfig(JSON.stringify({ ...LLAMA_70B, ...changes }));
      return attention.kind === "grouped" && attention.numKeyValueHeads;
    };
    expect(heads({ num_key_value_heads: undefined })).toBe(64);
    expect(heads({ num_key_value_heads: undefined, model_type: "mistral" })).toBe(8);
    expect(heads({ num_key_value_heads: null, model_type: "mistral" })).toBe(64);
  });

  test("Mistral's window: absent 4096, null none; a window as long as the context is none", () => {
    const windowOf = (changes: object): unknown =>
      architectureFromConfig(JSON.stringify({ ...LLAMA_70B, model_type: "mistral", ...changes })).slidingWindow;
    expect(windowOf({})).toEqual({ size: 4096, layers: 80 });
    expect(windowOf({ sliding_window: null })).toBeNull();
    expect(windowOf({ sliding_window: 262144 })).toBeNull();
  });

  test.each(Object.keys(LLAMA_70B).filter((key) => !["model_type", "num_key_value_heads"].includes(key)))(
    "%s must be there and is named",
    (key) => {
      expect(issueWith({ [key]: undefined })).toEqual({ code: "missing_key", modelType: "llama", key });
    },
  );
});

describe("what is refused", () => {
  test("text that is not JSON", () => {
    expect(issueOf("{ hidden_size: 4096 }").code).toBe("not_json");
    expect(issueOf("").code).toBe("not_json");
    expect(issueOf("[1, 2]")).toEqual({ code: "not_an_object", received: "[1,2]" });
    expect(issueOf("null")).toEqual({ code: "not_an_object", received: "null" });
  });

  test("an unknown model_type, with the list of known ones", () => {
    expect(issueWith({ model_type: "mamba" })).toMatchObject({ code: "unknown_model_type", known: KNOWN_MODEL_TYPES });
    expect(issueWith({ model_type: "toString" }).code).toBe("unknown_model_type");
    expect(issueWith({ model_type: undefined }).code).toBe("no_model_type");
    expect(() => architectureFromConfig('{"model_type": "mamba"}')).toThrow(/"mamba" is not known; known: bert, bloom/);
  });

  test("numbers that are none, or that no model has", () => {
    expect(issueWith({ num_hidden_layers: -1 })).toMatchObject({ code: "not_an_integer", received: "-1", min: 1 });
    expect(issueWith({ num_hidden_layers: 0 }).code).toBe("not_an_integer");
    expect(issueWith({ hidden_size: 40.5 }).code).toBe("not_an_integer");
    expect(issueWith({ vocab_size: "128k" }).code).toBe("not_an_integer");
    expect(issueWith({ tie_word_embeddings: "yes" })).toMatchObject({ code: "wrong_type", key: "tie_word_embeddings" });
  });

  test("heads that do not divide", () => {
    const issue = { code: "not_divisible", key: "num_attention_heads", received: 64, by: "num_key_value_heads" };
    expect(issueWith({ num_key_value_heads: 7 })).toMatchObject({ ...issue, divisor: 7 });
    expect(issueWith({ num_attention_heads: 48 })).toMatchObject({ code: "not_divisible", key: "hidden_size" });
  });

  test("more experts per token than experts, experts in irregular layers, OPT-350M's projections", () => {
    const experts = { model_type: "qwen3_moe", num_experts: 8, moe_intermediate_size: 768 };
    expect(issueWith({ ...experts, num_experts_per_tok: 9 }).code).toBe("larger_than");
    expect(issueWith({ ...experts, num_experts_per_tok: 2, mlp_only_layers: [3] }).code).toBe("not_covered");
    expect(issueWith({ model_type: "opt", ffn_dim: 4096, do_layer_norm_before: false }).code).toBe("not_covered");
  });

  test("no text makes anything but a ConfigError", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void issueOf(text)));
  });

  test("no value of a key makes anything but an architecture or a ConfigError", () => {
    const keys = fc.constantFrom(...Object.keys(LLAMA_70B), "head_dim", "text_config", "layer_types", "sliding_window");
    const types = fc.constantFrom(...KNOWN_MODEL_TYPES);
    fc.assert(
      fc.property(types, keys, fc.jsonValue(), (model_type, key, value) => {
        try {
          architectureFromConfig(JSON.stringify({ ...LLAMA_70B, model_type, [key]: value }));
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
        }
      }),
    );
  });
});

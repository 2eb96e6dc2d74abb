// Catalog rows as config.json, read back.
import { expect, test } from "@jest/globals";
import { architectureFromConfig } from "../../src/catalog/huggingface";
import { configOf } from "../../src/catalog/huggingface/configOf";
import { models } from "../../src/catalog/models";
import { parameterCount } from "../../src/engine/parameters";

const written = models.rows.map(({ id, architecture }) => ({ id, architecture, config: configOf(architecture) }));

test("every language model of the catalog can be written", () => {
  expect(written.filter(({ config }) => !config).map(({ id }) => id)).toEqual(["vit-l-16"]);
});

test.each(written.flatMap(({ id, architecture, config }) => (config ? [[id, architecture, config] as const] : [])))(
  "%s reads back with the same parameters, attention, window and experts",
  (_, architecture, config) => {
    const read = architectureFromConfig(JSON.stringify(config));
    expect(parameterCount(read).total).toBe(parameterCount(architecture).total);
    expect(parameterCount(read).active).toBe(parameterCount(architecture).active);
    const { attention, slidingWindow, experts, hiddenAct } = architecture;
    expect(read).toMatchObject({ attention, slidingWindow, experts, hiddenAct });
  },
);

test("keys that make no difference are left out", () => {
  const config = configOf(models.rows.find(({ id }) => id === "llama-3.1-8b")!.architecture);
  expect(config).toEqual({
    model_type: "llama",
    num_hidden_layers: 32,
    hidden_size: 4096,
    num_attention_heads: 32,
    num_key_value_heads: 8,
    head_dim: 128,
    intermediate_size: 14336,
    vocab_size: 128256,
    max_position_embeddings: 131072,
    hidden_act: "silu",
    tie_word_embeddings: false,
  });
});

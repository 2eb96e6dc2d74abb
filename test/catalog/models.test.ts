import { describe, expect, test } from "@jest/globals";
import { models, residual, resolveModel, type ModelRow } from "../../src/catalog/models";
import { normalize } from "../../src/catalog/table";
import { parameterCount } from "../../src/engine/parameters";

const named = (text: string): string | readonly string[] => {
  const found = resolveModel(text);
  if (found.kind === "found") return found.row.id;
  return (found.kind === "ambiguous" ? found.candidates : found.nearest).map((row) => row.id);
};

describe("parameter counts", () => {
  /** published - computed, of every model whose published figure is not the computed one to the parameter. */
  const RESIDUALS: Readonly<Record<string, number>> = {
    // Rounded in the paper; the computed count rounds to what is printed (but for MPT-30B, cut off to 29.95B).
    "gpt3-1.3b": -15_723_264,
    "gpt3-6.7b": 41_595_648,
    "gpt3-13b": 146_613_760,
    "gpt3-175b": 395_740_672,
    "megatron-22b": -74_273_792,
    "megatron-175b": 384_153_088,
    "megatron-530b": -819_200,
    "megatron-1t": -38_758_400,
    "opt-175b": 395_531_776,
    "mpt-30b": -7_200_896,
    "nemotron-4-340b": -29_195_776,
    // The published figure counts parts that the total leaves apart: vision towers, MTP layers.
    "llama-4-scout": 871_932_416,
    "llama-4-maverick": 871_932_416,
    "glm-4.5": 5_539_962_272,
    "glm-4.5-air": 3_616_573_568,
    "gemma-3-4b": 419_816_304,
    "gemma-3-12b": 421_290_864,
    "gemma-3-27b": 423_060_336,
    // The stored file holds the tied head again.
    "falcon-7b": 295_469_056,
    "falcon-40b": 532_676_608,
    "falcon-180b": 965_476_352,
    // 3.3e-9 of the count, not identified.
    "kimi-k2": 3416,
  };

  test("there are 109 models", () => {
    expect(models.rows).toHaveLength(109);
  });

  test.each(models.rows.map((row) => [row.id, row] as const))("%s", (id, row) => {
    expect(residual(row).parameters).toBe(RESIDUALS[id] ?? 0);
  });

  test("every residual is explained, and none unexplained is over 0.1%", () => {
    const differing = models.rows.filter((row) => residual(row).parameters !== 0);
    expect(differing.map((row) => row.id).sort()).toEqual(Object.keys(RESIDUALS).sort());
    for (const row of differing) expect([row.id, residual(row).explanation]).not.toEqual([row.id, ""]);
    const rest = differing.filter((row) => row.published.kind !== "rounded");
    for (const row of rest) expect(Math.abs(residual(row).unexplained / row.published.parameters)).toBeLessThan(1e-8);
  });

  test("rounded figures are the computed counts, rounded", () => {
    const printed = (row: ModelRow): number => Number(parameterCount(row.architecture).total.toPrecision(digits(row)));
    const digits = (row: ModelRow): number => String(row.published.parameters).replace(/0+$/, "").length;
    const off = models.rows.filter(
      (row) => row.published.kind === "rounded" && printed(row) !== row.published.parameters,
    );
    // The card prints 29,957,200,896 as 29.95B.
    expect(off.map((row) => row.id)).toEqual(["mpt-30b"]);
  });

  /** Authors round and disagree on what counts: with the input embedding, without it, or without both matrices. */
  test("published active parameters lie within 5% of the computed, with or without embeddings", () => {
    const outside = models.rows.filter((row) => {
      const { active, embedding, head } = parameterCount(row.architecture);
      const ways = [active, active - embedding, active - embedding - head];
      return row.activePublished && !ways.some((n) => Math.abs(n / (row.activePublished ?? n) - 1) < 0.05);
    });
    expect(outside.map((row) => row.id)).toEqual([]);
  });
});

describe("rows", () => {
  test.each(models.rows.map((row) => [row.id, row.architecture] as const))("%s has sizes", (_id, a) => {
    const { numHiddenLayers, hiddenSize, intermediateSize, maxPositionEmbeddings, vocabSize, attention } = a;
    for (const size of [
      numHiddenLayers,
      hiddenSize,
      intermediateSize,
      maxPositionEmbeddings,
      attention.numAttentionHeads,
    ])
      expect(Number.isSafeInteger(size) && size > 0).toBe(true);
    expect(Number.isSafeInteger(vocabSize)).toBe(true);
    if (attention.kind === "grouped") expect(Number.isSafeInteger(attention.headDim)).toBe(true);
  });

  test("no two rows have an id in common, and every id, label and alias finds its row", () => {
    expect(new Set(models.rows.map((row) => normalize(row.id))).size).toBe(models.rows.length);
    for (const row of models.rows)
      for (const spelling of [row.id, row.label, ...row.aliases]) expect(named(spelling)).toBe(row.id);
  });

  test("figures that nobody found again say so", () => {
    const remembered = models.rows.filter((row) => row.confidence === "remembered");
    expect(remembered.map((row) => row.id)).toEqual([
      "mistral-small-22b",
      "opt-6.7b",
      "mpt-7b",
      "starcoder2-3b",
      "starcoder2-7b",
      "starcoder2-15b",
    ]);
    for (const row of remembered) expect(row.published.source).toMatch(/from memory/);
  });
});

describe("names", () => {
  test.each([
    ["Llama 3.1 70B", "llama-3.1-70b"],
    ["LLAMA-3.1-70b", "llama-3.1-70b"],
    ["meta-llama/Llama-3.1-70B", "llama-3.1-70b"],
    ["meta-llama/Llama-3.1-70B-Instruct", "llama-3.1-70b"],
    ["meta-llama/Meta-Llama-3-8B-Instruct", "llama-3-8b"],
    ["https://huggingface.co/meta-llama/Llama-3.3-70B-Instruct", "llama-3.1-70b"],
    ["meta-llama/Llama-2-7b-chat-hf", "llama-2-7b"],
    ["meta-llama/Llama-4-Scout-17B-16E-Instruct", "llama-4-scout"],
    ["mistralai/Mistral-7B-Instruct-v0.3", "mistral-7b-v0.3"],
    ["mistralai/Mixtral-8x7B-Instruct-v0.1", "mixtral-8x7b"],
    ["mistralai/Mistral-Nemo-Instruct-2407", "mistral-nemo-12b"],
    ["google/gemma-3-27b-it", "gemma-3-27b"],
    ["google-bert/bert-base-uncased", "bert-base"],
    ["Qwen/Qwen3-235B-A22B-Instruct-2507", "qwen3-235b-a22b"],
    ["microsoft/Phi-3-mini-4k-instruct", "phi-3-mini"],
    ["deepseek-ai/DeepSeek-V3", "deepseek-v3"],
    ["qwen 2.5 72b", "qwen2.5-72b"],
    ["gpt2", "gpt2"],
    ["kimi", "kimi-k2"],
  ])("%s is %s", (text, id) => {
    expect(named(text)).toBe(id);
  });

  test.each([
    ["llama 70b", ["llama-2-70b", "llama-3-70b", "llama-3.1-70b"]],
    ["mistral 7b", ["mistral-7b-v0.1", "mistral-7b-v0.3"]],
    ["deepseek", ["deepseek-v2-lite", "deepseek-v2", "deepseek-v3", "deepseek-r1"]],
  ])("%s is ambiguous", (text, candidates) => {
    expect(resolveModel(text).kind).toBe("ambiguous");
    expect(named(text)).toEqual(candidates);
  });

  test("llama 3 is ambiguous between all of its sizes and versions", () => {
    expect(named("llama 3")).toHaveLength(7);
  });

  test.each(["lama 3 70b", "lama-7b", "", " ", "B2", "A1", "mamba 2.8b"])("%p names no model", (text) => {
    expect(resolveModel(text).kind).toBe("unknown");
  });

  test("a near miss suggests what was meant", () => {
    expect(named("lama 3 70b")[0]).toBe("llama-3-70b");
    expect(named("lama-7b")[0]).toBe("llama-7b");
  });
});

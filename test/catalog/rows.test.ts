import { describe, expect, test } from "@jest/globals";
import { dtypes } from "../../src/catalog/dtypes";
import { gpus } from "../../src/catalog/gpus";
import { losses } from "../../src/catalog/losses";
import { optimizers } from "../../src/catalog/optimizers";
import { DEFAULT_PRECISION, precisions } from "../../src/catalog/precisions";
import { priceKinds } from "../../src/catalog/prices";
import { stacks } from "../../src/catalog/stacks";
import { resolve, type CatalogRow, type Table } from "../../src/catalog/table";

type SourcedRow = CatalogRow & { readonly source: string };
const SOURCED: readonly Table<SourcedRow>[] = [dtypes, gpus, losses, optimizers, precisions, stacks];
const ALL: readonly Table<CatalogRow>[] = [...SOURCED, priceKinds];

/** Spellings that several rows answer to on purpose; they list their candidates. */
const AMBIGUOUS: Readonly<Record<string, readonly string[]>> = {
  GPU: ["v100", "a100", "a100sxm", "a100sxm4", "h100", "rtx6000", "gaudi", "tpu", "tpuv5", "trainium"],
};

describe.each(ALL.map((catalog) => [catalog.noun, catalog] as const))("%s table", (noun, catalog) => {
  test("ids are unique and resolve to their row", () => {
    expect(new Set(catalog.rows.map((row) => row.id)).size).toBe(catalog.rows.length);
    for (const row of catalog.rows) expect(resolve(catalog, row.id)).toEqual({ kind: "found", row });
  });

  test("spellings are unique or ambiguous on purpose", () => {
    const shared = [...catalog.index].filter(([, rows]) => rows.length > 1).map(([spelling]) => spelling);
    expect(shared.sort()).toEqual([...(AMBIGUOUS[noun] ?? [])].sort());
  });
});

test.each(SOURCED.map((catalog) => [catalog.noun, catalog] as const))("every %s has a public source", (_, catalog) => {
  for (const row of catalog.rows) {
    expect(row.source.length).toBeGreaterThan(5);
    expect(row.source).not.toMatch(/index id|from memory|shared\//);
  }
});

test.each([
  [precisions, "bfloat16", "bf16"],
  [precisions, "mixed", "bf16"],
  [precisions, "half", "fp16"],
  [precisions, "Single", "fp32"],
  [precisions, "autocast", "amp"],
  [dtypes, "half", "fp16"],
  [dtypes, "Q4_K_M", "q4-k-m"],
  [dtypes, "q8_0", "q8-0"],
  [dtypes, "E4M3", "fp8"],
  [optimizers, "adam", "adamw"],
  [optimizers, "AdamW 8-bit", "adamw-8bit"],
  [optimizers, "8-bit adam", "adamw-8bit"],
  [optimizers, "SGD", "sgd"],
  [optimizers, "momentum", "sgd-momentum"],
  [losses, "Megatron", "vocab-parallel"],
  [stacks, "DDP", "pytorch"],
  [stacks, "torchtitan", "fsdp2"],
  [priceKinds, "On-Demand", "on demand"],
] as readonly [Table<CatalogRow>, string, string][])("%#: %s", (catalog, text, id) => {
  expect(resolve(catalog, text)).toMatchObject({ kind: "found", row: { id } });
});

test("near misses are suggested", () => {
  const unknown = resolve(optimizers, "adammw");
  expect(unknown.kind === "unknown" && unknown.nearest[0]?.id).toBe("adamw");
});

test("stacks name recipes and losses that exist", () => {
  for (const { precision, loss, lossWithTensorParallel } of stacks.rows) {
    expect(resolve(precisions, precision).kind).toBe("found");
    expect(resolve(losses, loss).kind).toBe("found");
    expect(resolve(losses, lossWithTensorParallel).kind).toBe("found");
  }
  expect(resolve(stacks, "generic")).toMatchObject({ row: { precision: DEFAULT_PRECISION } });
});

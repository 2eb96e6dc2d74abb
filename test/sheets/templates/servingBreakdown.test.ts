// Serving breakdown: the engine's own numbers, the fleet and its cost by independent arithmetic, the verdict in its branches.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { loadSpreadsheet } from "../../../src/cli/headless";
import { servingBreakdown } from "../../../src/sheets/templates/servingBreakdown";
import { engineOf } from "../../support/askEngine";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { DIST } from "../../support/workbook";

const library = loadSpreadsheet(DIST);
const engine = engineOf(library);
let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(library, servingBreakdown);
});

/** The same scenario, asked of the functions directly. */
const asked = (output: string) => engine.result(sheet.values("scenario"), output);

const MODELS: readonly (readonly [model: string, gpu: string, tp: number])[] = [
  ["llama-3.1-70b", "h100-sxm", 4],
  ["llama-3.1-8b", "l40s", 1],
  ["mixtral-8x7b", "a100-sxm-80gb", 2],
];

describe.each(MODELS)("%s on %s, tp %d, without editing a formula", (model, gpu, tp) => {
  beforeEach(() => {
    sheet.set("model", model);
    sheet.set("gpu", gpu);
    sheet.set("tp", tp);
    sheet.set("sequences", 64);
    sheet.set("contextLength", 4096);
    sheet.set("weights", "bf16");
    sheet.set("kvCache", "bf16");
  });

  test("memory is the engine's, and its parts add up", () => {
    for (const [id, output] of [
      ["modelWeights", "weights"],
      ["cache", "kv cache"],
      ["total", "total"],
      ["totalHigh", "total high"],
      ["headroom", "headroom"],
      ["maxSequences", "max sequences"],
      ["gpusForPeak", "gpus for peak"],
    ] as const)
      expect([id, sheet.value(id)]).toEqual([id, asked(output)]);
    expect(sheet.number("sumOfParts")).toBeCloseTo(sheet.number("total"), 9);
    expect(sheet.failed()).toBe(0);
  });

  test("users by context length are the engine's, and halve as the context doubles, within a block of the cache", () => {
    sheet.set("contextLength", 16_384);
    expect(sheet.number("contexts.fit", 3)).toBe(asked("max sequences"));
    const fit = sheet.values("contexts.fit") as number[];
    for (const [i, users] of fit.entries())
      if (i > 0) expect(users).toBeLessThanOrEqual((fit[i - 1] as number) / 2 + 1);
  });
});

test("the KV cache by hand: 2 × 80 layers × 8 heads × 128 at one byte, 8,192 tokens, 128 users a replica, over 4 GPUs", () => {
  expect(sheet.number("cache")).toBeCloseTo((2 * 80 * 8 * 128 * 8192 * 128) / 4 / 1e9, 9);
  expect(sheet.number("perUser")).toBeCloseTo((2 * 80 * 8 * 128 * 8192) / 4 / 1e9, 9);
});

test("the fleet: the larger of memory and speed, spares on top, whole nodes", () => {
  const speed = sheet.number("speed");
  const byMemory = Math.ceil(2000 / (sheet.number("maxSequences") / 2));
  const bySpeed = Math.ceil((2000 * 20) / (speed * 4 * 0.7));
  expect(sheet.number("byMemory")).toBe(byMemory);
  expect(sheet.number("bySpeed")).toBe(bySpeed);
  expect(sheet.text("decides")).toBe(byMemory > bySpeed ? "memory" : "speed");
  expect(sheet.number("fleetGpus")).toBe((Math.max(byMemory, bySpeed) + 1) * 4);
  expect(sheet.number("nodes")).toBe(Math.ceil(sheet.number("fleetGpus") / 8));
});

test("cost per million tokens at three loads, and of the fleet", () => {
  const [speed, price] = [sheet.number("speed"), sheet.number("price")];
  for (const [i, load] of [0.2, 0.5, 0.8].entries())
    expect(sheet.number("million", i)).toBeCloseTo((price * 1e6) / (speed * load * 3600), 9);
  const average = 40_000 / 2.5;
  expect(sheet.number("fleetMillion")).toBeCloseTo((sheet.number("fleetGpus") * price * 1e6) / (average * 3600), 9);
  expect(sheet.number("perMonth")).toBeCloseTo(sheet.number("fleetGpus") * price * 730, 6);
});

test("your own measurement replaces the roofline", () => {
  sheet.set("measuredTokensPerSecond", 500);
  expect(sheet.number("speed")).toBe(500);
  expect(sheet.number("million", 1)).toBeCloseTo((sheet.number("price") * 1e6) / (500 * 0.5 * 3600), 9);
  expect(sheet.failed()).toBe(0);
});

describe("the verdict says what the numbers say", () => {
  test("fits", () => {
    expect(sheet.text("fits")).toBe("fits");
    const [spare, low, high] = ["headroom", "spareLow", "spareHigh"].map((id) => sheet.number(id).toFixed(1));
    expect(sheet.at("C2")).toBe(
      `Fits on 8 × h100-sxm: up to ${sheet.number("maxSequences")} users with a context of 8,192 tokens, 256 planned; ` +
        `${spare} GB to spare per GPU (range ${low} to ${high}). ${sheet.number("nodes")} nodes for 2,000 users.`,
    );
  });

  test("borderline", () => {
    sheet.set("sequences", 310);
    expect(sheet.text("fits")).toBe("borderline");
    expect(sheet.number("spareLow")).toBeLessThan(0);
    expect(sheet.number("spareHigh")).toBeGreaterThan(0);
    expect(sheet.at("C2")).toBe(
      `Borderline on 8 × h100-sxm: headroom GB (range ${sheet.number("spareLow").toFixed(1)} to ` +
        `${sheet.number("spareHigh").toFixed(1)}); for sure only 300 users, 310 planned.`,
    );
  });

  test("does not fit: how many do, and what would help", () => {
    sheet.set("sequences", 400);
    expect(sheet.text("fits")).toBe("no");
    const saves = sheet.number("total") - Math.min(...(sheet.values("remedies") as number[]));
    expect(sheet.at("C2")).toBe(
      `Does not fit on 8 × h100-sxm: ${(-sheet.number("headroom")).toFixed(1)} GB over per GPU; ` +
        "at most 300 users with a context of 8,192 tokens, 400 planned. " +
        `Store the weights in 4 bit would save ${saves.toFixed(1)} GB.`,
    );
    expect(sheet.value("speed")).toBe("#N/A");
    expect(sheet.number("byMemory")).toBe(14);
    expect(sheet.failed()).toBeGreaterThan(0);
  });

  test("an encoder writes no tokens: a sentence, no number", () => {
    sheet.set("model", "bert-base");
    expect(sheet.at("C2")).toBe("No verdict: an engine result is an error.");
  });
});

describe("checks fail when they should", () => {
  test.each([
    ["a part that is not in the total", "cache", "partsReconcile"],
    ["a fleet that the engine sees otherwise", "gpusForPeak", "peakReconciles"],
  ])("%s", (_, used, check) => {
    expect([sheet.value(check), sheet.failed()]).toEqual([0, 0]);
    sheet.set(used, 1);
    expect([sheet.value(check), sheet.failed()]).toEqual([1, 1]);
  });

  test("a GPU without a price", () => {
    sheet.set("gpu", "h20");
    expect(sheet.value("noPrice")).toBe(1);
  });

  test("a user's speed below what is planned for one", () => {
    sheet.set("sequences", 16);
    sheet.set("tokensPerUser", 120);
    expect(sheet.number("userSpeed")).toBeLessThan(120);
    expect(sheet.number("slowUser")).toBe(1);
    sheet.set("tokensPerUser", 100);
    expect(sheet.failed()).toBe(0);
  });

  test("GPUs that are no whole replicas", () => {
    sheet.set("gpus", 6);
    expect(sheet.value("wholeReplicas")).toBe(1);
  });
});

test("mode 2 without the functions: all that follows from the saved results stays", () => {
  const ids = ["total", "fits", "maxSequences", "nodes", "perMonth", "fleetMillion", "million", "contexts.fit"];
  const before = ids.map((id) => sheet.value(id));
  const verdict = sheet.at("C2");
  sheet.saveAndForget();
  expect(ids.map((id) => sheet.value(id))).toEqual(before);
  expect([sheet.at("C2"), sheet.failed()]).toEqual([verdict, 0]);
  sheet.set("load", 0.4, 1);
  expect(sheet.number("million", 1)).toBeCloseTo((before[6] as number) / 2, 9);
});

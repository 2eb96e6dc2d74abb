import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { gpus } from "../../src/catalog/gpus";
import { noPriceText, priceKinds, priceOf, type PriceKind } from "../../src/catalog/prices";
import { priceSets, type PriceSet, type Quote } from "../../src/catalog/priceSets";

const KINDS = priceKinds.rows.map((row) => row.id);

describe("quotes", () => {
  const quotes = priceSets.flatMap((set) => set.quotes.map((quote) => ({ set, quote })));

  test("are of cataloged GPUs, dated and sourced", () => {
    const ids = new Set(gpus.rows.map((row) => row.id));
    for (const { set, quote } of quotes) {
      expect(ids).toContain(quote.gpu);
      expect(KINDS).toContain(quote.kind);
      expect(quote.usdPerGpuHour).toBeGreaterThan(0);
      expect(quote.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(quote.asOf <= set.date).toBe(true);
      expect(quote.source.page).toMatch(/\.(com|ai|io|network|cloud)|Billing catalog/);
    }
  });

  test("each product of a provider is quoted once per set", () => {
    const keys = quotes.map(({ set, quote: q }) => [set.date, q.gpu, q.kind, q.source.provider, q.product].join("|"));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("PRICE", () => {
  test("H100 SXM on demand: 2.69 2.71 3.20 3.49 | 3.85 3.99 4.29 6.1489, median by hand 3.67", () => {
    expect(priceOf("h100-sxm", "on demand")).toMatchObject({
      kind: "found",
      usdPerGpuHour: (3.49 + 3.85) / 2,
      low: 2.69,
      high: 6.1489,
      quotes: 8,
      asOf: "2026-08-26",
      confidence: "high",
    });
  });

  test("A100 80GB on demand: 1.39 1.59 1.60 1.71 2.79", () => {
    expect(priceOf("a100-sxm-80gb", "on demand")).toMatchObject({ usdPerGpuHour: 1.6, quotes: 5, confidence: "high" });
  });

  test("one provider is an anecdote, an old price too", () => {
    expect(priceOf("a10", "on demand")).toMatchObject({
      usdPerGpuHour: 1.29,
      low: 1.29,
      high: 1.29,
      confidence: "low",
    });
    expect(priceOf("tpu-v5e", "hyperscaler")).toMatchObject({ asOf: "2024-12-23", confidence: "low" });
    expect(priceOf("b300-sxm", "on demand")).toMatchObject({ usdPerGpuHour: 6.7, confidence: "medium" });
  });

  test("a kind without a quote says so and names the kinds that have one", () => {
    const none = priceOf("b300-sxm", "reserved");
    expect(none.kind).not.toBe("found");
    if (none.kind !== "found") expect(noPriceText(none)).toBe("no reserved quote for b300-sxm; there are: on demand");
  });

  test("nothing is made up for a GPU that nobody quotes", () => {
    for (const kind of KINDS) expect(priceOf("h20", kind).kind).toBe("no quote");
  });

  test.each(["2025-01-01", "2030-01-01"])("%s has no set", (day) => {
    const none = priceOf("h100-sxm", "on demand", day);
    expect(none.kind).toBe("no set");
    if (none.kind !== "found") expect(noPriceText(none)).toContain(`no prices as of ${day}`);
  });
});

describe("sets are append-only", () => {
  test("released sets are as released", () => {
    const digest = (set: PriceSet) => createHash("sha256").update(JSON.stringify(set)).digest("hex").slice(0, 16);
    expect(priceSets.map((set) => [set.date, digest(set)])).toEqual([["2026-11-22", "905c793eaeed6dc6"]]);
  });

  test("and in order", () => {
    const dates = priceSets.map((set) => set.date);
    expect(dates).toEqual([...new Set(dates)].sort());
  });

  test("one day gives one price in every later version", () => {
    const [first] = priceSets;
    if (!first) throw new Error("no sets");
    const source = { provider: "Later", page: "later.com" };
    const later = (price: number, kind: PriceKind): readonly Quote[] => [
      { gpu: "h100-sxm", kind, usdPerGpuHour: price, asOf: "2027-01-01", source, product: "" },
    ];
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 99, noNaN: true }), fc.constantFrom(...KINDS), (price, kind) => {
        const grown = [...priceSets, { date: "2027-01-01", quotes: later(price, kind) }];
        expect(priceOf("h100-sxm", kind, first.date, grown)).toEqual(priceOf("h100-sxm", kind, first.date));
        expect(priceOf("h100-sxm", kind, "2026-12-31", grown)).toEqual(priceOf("h100-sxm", kind, first.date));
        expect(priceOf("h100-sxm", kind, undefined, grown)).toMatchObject({ usdPerGpuHour: price });
      }),
    );
  });
});

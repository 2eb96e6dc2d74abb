import type { Confidence } from "./gpus/gpu";
import { priceSets, type PriceKind, type PriceSet, type Quote } from "./priceSets";
import { table, type CatalogRow } from "./table";

export type { PriceKind, Quote } from "./priceSets";

export interface PriceKindRow extends CatalogRow {
  readonly id: PriceKind;
  readonly doc: string;
}

export const priceKinds = table<PriceKindRow>("price kind", [
  {
    id: "on demand",
    label: "On demand",
    aliases: ["ondemand", "neocloud", "marketplace"],
    doc: "GPU clouds and marketplaces, no commitment",
  },
  {
    id: "hyperscaler",
    label: "Hyperscaler",
    aliases: ["cloud", "aws", "azure", "gcp", "google cloud"],
    doc: "list price at AWS, Azure or Google Cloud",
  },
  { id: "reserved", label: "Reserved", aliases: ["committed", "commitment", "contract"], doc: "with a commitment" },
  { id: "spot", label: "Spot", aliases: ["interruptible", "preemptible"], doc: "may be taken away" },
]);
export const DEFAULT_PRICE_KIND: PriceKind = "on demand";

/** USD per GPU-hour: the median of what providers ask. */
export interface Price {
  readonly kind: "found";
  readonly usdPerGpuHour: number;
  readonly low: number;
  readonly high: number;
  readonly quotes: number;
  /** The day of the oldest quote: all of them are at least this recent. */
  readonly asOf: string;
  readonly source: string;
  readonly confidence: Confidence;
}

export type NoPrice =
  | {
      readonly kind: "no quote";
      readonly gpu: string;
      readonly asked: PriceKind;
      readonly offered: readonly PriceKind[];
    }
  /** Sets after the newest one would change the answer later; sets before the first do not exist. */
  | { readonly kind: "no set"; readonly asOf: string; readonly first: string; readonly last: string };

/** The price in the set that was the newest on a day (the newest of all without one). The same day gives the same price in every later version. */
export function priceOf(
  gpu: string,
  kind: PriceKind,
  asOf?: string,
  sets: readonly PriceSet[] = priceSets,
): Price | NoPrice {
  const set = setOn(sets, asOf);
  if (!set)
    return { kind: "no set", asOf: asOf ?? "", first: sets[0]?.date ?? "", last: sets[sets.length - 1]?.date ?? "" };
  const ofGpu = set.quotes.filter((quote) => quote.gpu === gpu);
  const quotes = ofGpu.filter((quote) => quote.kind === kind);
  if (quotes.length === 0)
    return { kind: "no quote", gpu, asked: kind, offered: [...new Set(ofGpu.map((q) => q.kind))] };
  return summary(quotes, set.date);
}

/** One sentence why there is no price. */
export function noPriceText(none: NoPrice): string {
  if (none.kind === "no set")
    return `no prices as of ${none.asOf}: they were last gathered on ${none.last}; leave as_of out for those, or give that date`;
  const offered = none.offered.length > 0 ? `; there are: ${none.offered.join(", ")}` : "";
  return `no ${none.asked} quote for ${none.gpu}${offered}`;
}

function setOn(sets: readonly PriceSet[], asOf: string | undefined): PriceSet | undefined {
  const newest = sets[sets.length - 1];
  if (asOf === undefined || newest === undefined) return newest;
  if (asOf > newest.date) return undefined;
  return [...sets].reverse().find((set) => set.date <= asOf);
}

function summary(quotes: readonly Quote[], setDate: string): Price {
  const prices = quotes.map((quote) => quote.usdPerGpuHour).sort((a, b) => a - b);
  const days = quotes.map((quote) => quote.asOf).sort();
  const oldest = days[0] ?? setDate;
  return {
    kind: "found",
    usdPerGpuHour: median(prices),
    low: Math.min(...prices),
    high: Math.max(...prices),
    quotes: quotes.length,
    asOf: oldest,
    source: [...new Set(quotes.map(({ source }) => `${source.provider} (${source.page})`))].join("; "),
    confidence: confidenceOf(new Set(quotes.map(({ source }) => source.provider)).size, months(oldest, setDate)),
  };
}

/** Of sorted numbers. */
function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const [below = 0, above = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (below + above) / 2;
}

const STALE_MONTHS = 12;

/** Three providers agree on a market; one is an anecdote, and so is an old price. */
function confidenceOf(providers: number, ageMonths: number): Confidence {
  if (providers < 2 || ageMonths > STALE_MONTHS) return "low";
  return providers < 3 ? "medium" : "high";
}

const months = (from: string, to: string): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

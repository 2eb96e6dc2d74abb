import { DEFAULT_PRICE_KIND, noPriceText, type Price, priceKinds, priceOf } from "../catalog/prices";
import type { Value } from "./cells";
import { date } from "./dates";
import { type Field, field, fieldTable } from "./fields";
import { choice } from "./kinds";
import { gpu } from "./names";
import { defineFunction, maybe, required, withDefault } from "./spec";

const priceFields = fieldTable<Price>([
  field("price", (price) => price.usdPerGpuHour, "usd per gpu hour", "median"),
  field("low", (price) => price.low),
  field("high", (price) => price.high),
  field("as of", (price) => price.asOf, "date"),
  field("source", (price) => price.source),
  field("quotes", (price) => price.quotes),
  field("confidence", (price) => price.confidence),
]);

const answer = (wanted: Field<Price>, price: Price): Value => wanted.read(price) ?? "";

export const PRICE = defineFunction({
  id: "PRICE",
  summary:
    "What a GPU-hour is quoted at, in USD: the median of dated, sourced quotes. Never used in a number unless you refer to it.",
  topic: "Catalog",
  params: [
    required("gpu", gpu, "A GPU's name in quotes."),
    withDefault("kind", choice(priceKinds), DEFAULT_PRICE_KIND, "Kind of contract."),
    withDefault("field", choice(priceFields), "price", "What to answer."),
    maybe(
      "as_of",
      date,
      "Answer as of this day: the same day gives the same number in every later version. The newest prices when omitted.",
    ),
  ],
  returns: { unit: "plain", doc: "USD per GPU-hour, or the field asked for." },
  formula: "median of the quotes of that kind in the newest price set on that day",
  sources: ["Providers' price pages as transcribed in public repositories; see the field source"],
  notes: [
    "A kind that nobody quotes is #N/A: no ratio is assumed. Prices change weekly; ask for a quote before you sign.",
  ],
  examples: [
    { formula: '=GPUMEM.PRICE("H100 SXM","on demand","price","2026-11-22")', result: 3.67 },
    {
      formula: '=GPUMEM.PRICE("H100 SXM","on demand","as of","2026-11-22")',
      result: "2026-08-26",
      says: "the oldest of the quotes",
    },
  ],
  run: ({ gpu: row, kind, field: wanted, as_of }) => {
    const price = priceOf(row.id, kind.id, as_of);
    if (price.kind === "found") return answer(wanted, price);
    const text = noPriceText(price);
    return { error: "#N/A", message: `${text.charAt(0).toUpperCase()}${text.slice(1)}.` };
  },
});

// GM Assumptions: what every sheet of the workbook shares. Inputs once.
import { CATALOG_DATE } from "../../catalog/date";
import { gpus } from "../../catalog/gpus";
import { DEFAULT_PRICE_KIND, type Price, priceOf } from "../../catalog/prices";
import { serialOf } from "../../functions/dates";
import { check, formula, input, type SheetTemplate } from "../sections";
import { OWN_ROWS } from "./lists";

const PLAN_DATE = serialOf(CATALOG_DATE);
const SPARE = 8;
const FROM_CATALOG = "catalog: public price pages";

const priced = gpus.rows.flatMap(({ id }) => {
  const price = priceOf(id, DEFAULT_PRICE_KIND, CATALOG_DATE);
  return price.kind === "found" ? [{ gpu: id, price }] : [];
});

/** The rows that the catalog gave. */
const fromFirst = (column: string) => `{prices.${column}.0}:{prices.${column}.${priced.length - 1}}`;

const quoted = ({ quotes, low, high }: Price): string =>
  quotes > 1 ? `median of ${quotes} quotes, ${low} to ${high}` : "one quote";

const sharedInputs = [
  input("planDate", "Date of this plan", PLAN_DATE, {
    format: "date",
    note: "type today's date: the age of prices counts from here",
  }),
  input("currency", "Currency", "USD", { note: "amounts are in it; catalog prices are in USD" }),
  input("owner", "Owner", "", { note: "who answers for these inputs" }),
  input("safetyMargin", "Safety margin", 0.05, {
    unit: "share of the GPU's memory",
    format: "percent",
    source: "your policy",
    band: "marginBand",
  }),
  input("goodput", "Goodput", 0.9, {
    unit: "share of job time",
    format: "percent",
    source: "arXiv:2407.21783 §3.3.4: above 90%",
    band: "goodputBand",
  }),
  input("allocation", "Allocation", 0.85, {
    unit: "share of paid GPU-hours",
    format: "percent",
    source: "your clusters' scheduler",
    band: "allocationBand",
  }),
  input("pue", "PUE", 1.3, { unit: "factor", format: "price", source: "your data center", band: "pueBand" }),
  input("serverWatts", "Server power outside the GPU", 575, {
    unit: "W per GPU",
    format: "whole",
    source: "DGX H100: 10.2 kW for 8 GPUs of 700 W",
  }),
  input("energyPrice", "Price of energy", 0.083, {
    unit: "USD per kWh",
    format: "factor",
    source: "US industrial average, EIA",
    band: "energyPriceBand",
  }),
  input("wacc", "Cost of capital", 0.1, {
    unit: "per year",
    format: "percent",
    source: "your treasury",
    band: "waccBand",
  }),
  input("hoursPerDay", "Hours per day", 24, { unit: "hours", format: "whole" }),
  input("tolerance", "Tolerance of checks", 0.005, { unit: "of the checked unit", format: "factor" }),
];

export const assumptions: SheetTemplate = {
  id: "gm-assumptions",
  name: "GM Assumptions",
  question: "What do all sheets of this workbook assume?",
  summary: "Prices, currency, energy, cost of capital, safety margin: one place, with source and date.",
  keywords: ["prices", "inputs", "PUE", "WACC", "currency"],
  picture: "table",
  shape: "columns",
  sections: [
    { kind: "lines", title: "Shared inputs", lines: sharedInputs },
    {
      kind: "list",
      id: "prices",
      title: "Prices per GPU-hour",
      columns: [
        { id: "gpu", head: "GPU", list: "lists.gpus" },
        { id: "price", head: "Your price", format: "price" },
        { id: "kind", head: "Kind", list: "lists.priceKinds" },
        { id: "source", head: "Source" },
        { id: "asOf", head: "As of", format: "date" },
        { id: "note", head: "Note" },
      ],
      rows: priced.map(({ gpu, price }) => [
        gpu,
        price.usdPerGpuHour,
        DEFAULT_PRICE_KIND,
        FROM_CATALOG,
        serialOf(price.asOf),
        quoted(price),
      ]),
      spare: SPARE,
      note: "Change a price to your contract's, and its source with it; add GPUs in the empty rows. A GPU's first row counts. Rows whose source is the catalog are compared with it.",
    },
    {
      kind: "list",
      id: "ownModels",
      title: "Your own models: the dropdowns offer them, the functions read their config",
      columns: [
        { id: "name", head: "Name" },
        { id: "config", head: "config.json, its text" },
        { id: "source", head: "Source" },
      ],
      rows: [],
      spare: OWN_ROWS,
      note: "The pane fills a row: Reference, A model of your own.",
    },
    {
      kind: "list",
      id: "ownGpus",
      title: "Your own GPUs: like one of the catalog, with what is different (empty: as that one)",
      columns: [
        { id: "name", head: "Name" },
        { id: "like", head: "Like", list: "lists.gpusCatalog" },
        { id: "memory", head: "Memory, GB", format: "decimal" },
        { id: "tflops", head: "BF16 TFLOPS", format: "decimal" },
        { id: "bandwidth", head: "Bandwidth, GB/s", format: "whole" },
        { id: "watts", head: "Power, W", format: "whole" },
        { id: "source", head: "Source" },
      ],
      rows: [],
      spare: OWN_ROWS,
    },
    {
      kind: "engine",
      title: "Catalog prices",
      groups: [
        {
          id: "catalogPrices",
          call: `GPUMEM.PRICE({catalogPrices:labels},"${DEFAULT_PRICE_KIND}")`,
          shape: { kind: "aligned" },
          lines: priced.map(({ gpu }) => ({
            id: `catalogPrice.${gpu.replace(/\W/g, "")}`,
            label: gpu,
            unit: "USD per GPU-hour",
            format: "price",
          })),
        },
      ],
    },
    {
      kind: "lines",
      title: "Ages of prices",
      lines: [
        input("maxAge", "Prices are old after", 180, { unit: "days", format: "whole" }),
        formula("oldest", "Prices must be from", "{planDate}-{maxAge}", { format: "date" }),
        formula("catalogSource", "Source of the catalog's prices", `"${FROM_CATALOG}"`, { look: "text" }),
      ],
    },
    {
      kind: "checks",
      lines: [
        check(
          "pricesChanged",
          "Prices said to be the catalog's that differ from it",
          `SUMPRODUCT((${fromFirst("price")}<>{catalogPrices:all})*(${fromFirst("source")}={catalogSource}))`,
          "where your contract says otherwise, write it into the source",
        ),
        check(
          "currencyOf",
          "The catalog's prices, in USD, in a plan of another currency",
          '({currency}<>"USD")*COUNTIF({prices.source:all},{catalogSource})',
          "convert them, the price of energy too, and write the rate into the source",
        ),
        check(
          "pricesOld",
          "Prices older than allowed",
          'SUMPRODUCT(({prices.asOf:all}<{oldest})*({prices.asOf:all}<>""))',
        ),
      ],
    },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "Blue on pale: yours to change. Black: formulas. Green: from another sheet. Grey: saved values.",
        "No price enters a number unless a sheet refers to it here.",
      ],
    },
  ],
  charts: [],
  outputs: [
    ...sharedInputs.flatMap(({ id }) => id ?? []),
    ...["gpu", "price", "asOf", "kind"].map((column) => `prices.${column}`),
    ...["name", "config"].map((column) => `ownModels.${column}`),
    ...["name", "like", "memory", "tflops", "bandwidth", "watts"].map((column) => `ownGpus.${column}`),
    "ownModels",
    "ownGpus",
  ],
  widths: { 5: 30, 6: 13, 7: 34 },
};

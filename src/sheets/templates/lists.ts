// GM Lists: what the dropdowns of every sheet offer, and the bands in which inputs are plausible.
import { dtypes } from "../../catalog/dtypes";
import { engines } from "../../catalog/engines";
import { gpus } from "../../catalog/gpus";
import { losses } from "../../catalog/losses";
import { models } from "../../catalog/models";
import { attentions, zeroStages } from "../../catalog/modes";
import { optimizers } from "../../catalog/optimizers";
import { precisions } from "../../catalog/precisions";
import { priceKinds } from "../../catalog/prices";
import { offloads, scenarioRecomputes, tasks } from "../../catalog/scenarioModes";
import { stacks } from "../../catalog/stacks";
import type { CatalogRow, Table } from "../../catalog/table";
import { cacheDtypes, memoryUnits } from "../../functions/kinds";
import { OUTPUTS } from "../../functions/scenario/outputs";
import type { SheetTemplate } from "../sections";

/** Lists that are a catalog, by the id that templates name. */
export const CATALOG_LISTS = {
  models,
  gpus,
  precisions,
  optimizers,
  stacks,
  engines,
  recomputes: scenarioRecomputes,
  zeroStages,
  attentions,
  losses,
  dtypes,
  cacheDtypes,
  offloads,
  tasks,
  units: memoryUnits,
  priceKinds,
} as const satisfies Readonly<Record<string, Table<CatalogRow>>>;

const HEADS: Readonly<Record<keyof typeof CATALOG_LISTS, string>> = {
  models: "Models",
  gpus: "GPUs",
  precisions: "Precisions",
  optimizers: "Optimizers",
  stacks: "Stacks",
  engines: "Engines",
  recomputes: "Recompute",
  zeroStages: "ZeRO stages",
  attentions: "Attention",
  losses: "Losses",
  dtypes: "Formats",
  cacheDtypes: "KV cache",
  offloads: "Offload",
  tasks: "Tasks",
  units: "Units",
  priceKinds: "Price kinds",
};

/** Numbers stay numbers: a ZeRO stage is typed as one. */
const typed = (id: string): string | number => (/^\d+$/.test(id) ? Number(id) : id);

/** After the catalog's rows come those of the user: GM Assumptions has room for so many. */
export const OWN_ROWS = 6;
const ownNames = (list: string): readonly string[] =>
  Array.from({ length: OWN_ROWS }, (_, i) => `=IF({${list}:${i + 1}}="","",{${list}:${i + 1}})`);
const OWN: Readonly<Record<string, readonly string[]>> = {
  models: ownNames("assumptions.ownModels.name"),
  gpus: ownNames("assumptions.ownGpus.name"),
};

const catalogColumns = (Object.keys(CATALOG_LISTS) as (keyof typeof CATALOG_LISTS)[]).map((id) => ({
  id,
  head: HEADS[id],
  ...(OWN[id] && { catalog: CATALOG_LISTS[id].rows.length }),
  values: [...CATALOG_LISTS[id].rows.map((row) => typed(row.id)), ...(OWN[id] ?? [])],
}));

/** Outside of them a value is possible, but asked about. Sources stand beside them. */
export const BANDS = [
  { id: "mfuBand", label: "MFU", low: 0.2, high: 0.6, source: "published runs, 2021-2026: see the MFU benchmarks" },
  {
    id: "goodputBand",
    label: "Goodput",
    low: 0.7,
    high: 0.99,
    source: "Llama 3 report (arXiv:2407.21783 §3.3.4): above 90%",
  },
  {
    id: "priceBand",
    label: "Price per GPU-hour, USD",
    low: 0.2,
    high: 20,
    source: "quotes of the price sets, 2025-2026",
  },
  {
    id: "pueBand",
    label: "PUE",
    low: 1.03,
    high: 2,
    source: "Uptime Institute's yearly survey: 1.56 on average; best sites about 1.1",
  },
  {
    id: "energyPriceBand",
    label: "Price of energy, USD per kWh",
    low: 0.02,
    high: 0.4,
    source: "industrial tariffs; US average about 0.08 (EIA)",
  },
  { id: "waccBand", label: "Cost of capital", low: 0.03, high: 0.25, source: "corporate finance practice" },
  { id: "allocationBand", label: "Allocation", low: 0.3, high: 1, source: "a share of paid hours" },
  { id: "marginBand", label: "Safety margin", low: 0, high: 0.3, source: "a share of the GPU's memory" },
] as const;

export const lists: SheetTemplate = {
  id: "gm-lists",
  name: "GM Lists",
  question: "What can I choose from?",
  summary:
    "What the dropdowns of the other sheets offer. Taken from the catalogs: GPUMEM.MODEL_LIST and GPU_LIST show facts.",
  keywords: ["dropdown", "choices"],
  picture: "table",
  shape: "columns",
  sections: [
    {
      kind: "table",
      id: "bands",
      title: "Plausible bands: outside of them a check asks",
      heads: ["From", "To"],
      corner: "Input",
      lines: BANDS.map(({ id, label, low, high, source }) => ({
        kind: "input",
        id,
        label,
        values: [low, high],
        format: "factor",
        unit: source,
      })),
    },
    {
      kind: "columns",
      title: "Lists",
      columns: [
        ...catalogColumns,
        { id: "outputs", head: "Outputs", values: OUTPUTS.map(({ id }) => id) },
        { id: "yesNo", head: "Yes or no", values: ["yes", "no"] },
      ],
    },
  ],
  charts: [],
  outputs: [
    ...BANDS.map(({ id }) => id),
    ...catalogColumns.map(({ id }) => id),
    "outputs",
    "yesNo",
    ...Object.keys(OWN).map((id) => `${id}Catalog`),
  ],
  widths: { 2: 28, 3: 22, 4: 22, 5: 20, 6: 18, 7: 16 },
};

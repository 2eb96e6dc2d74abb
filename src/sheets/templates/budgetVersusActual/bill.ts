// The bill: pasted FOCUS rows, which SKU is which GPU, and an example of six months.
import type { ListSection, PasteSection } from "../../sections";
import { CENTERS, ROOM, SKUS } from "./size";

const GPUS = 8;
const [RESERVED, ON_DEMAND] = [2.45, 3.67];
const STORAGE = 0.08;

/** Per month: its first day, instance-hours reserved for two centers and on demand, unused commitment, GB of storage. */
const MONTHS_BILLED = [
  [46_388, 60_000, 26_500, 4_800, 110_000, 400_000],
  [46_419, 56_000, 24_000, 6_900, 105_000, 420_000],
  [46_447, 61_000, 27_000, 9_400, 90_000, 450_000],
  [46_478, 59_500, 26_800, 12_600, 62_000, 450_000],
  [46_508, 62_000, 27_500, 15_900, 45_000, 480_000],
  [46_539, 60_300, 26_400, 21_000, 30_000, 500_000],
] as const;

const cents = (amount: number) => Math.round(amount * 100) / 100;

const exampleRows = MONTHS_BILLED.flatMap(([day, research, product, onDemand, unused, storage]) => [
  [day, "gpu-8xh100-1yr", research, cents(research * GPUS * RESERVED), "Used", "Research"],
  [day, "gpu-8xh100-1yr", product, cents(product * GPUS * RESERVED), "Used", "Product"],
  [day, "gpu-8xh100-1yr", "", unused, "Unused", "Research"],
  [day, "gpu-8xh100-od", onDemand, cents(onDemand * GPUS * ON_DEMAND), "", "Research"],
  [day, "storage-ssd", storage, cents(storage * STORAGE), "", "Platform"],
]);

export const bill: PasteSection = {
  kind: "paste",
  id: "bill",
  title: "Paste the rows of the bill here, as FOCUS names its columns: values only",
  columns: [
    { id: "date", head: "ChargePeriodStart", format: "date" },
    { id: "sku", head: "SkuId" },
    { id: "quantity", head: "ConsumedQuantity", format: "whole" },
    { id: "cost", head: "EffectiveCost", format: "price" },
    { id: "status", head: "CommitmentDiscountStatus" },
    { id: "center", head: "Cost center or Tags" },
  ],
  rows: exampleRows,
  room: ROOM,
};

export const map: ListSection = {
  kind: "list",
  id: "map",
  title: "Which SKU is which GPU",
  columns: [
    { id: "sku", head: "SkuId" },
    { id: "gpu", head: "GPU", list: "lists.gpus" },
    { id: "perUnit", head: "GPUs per unit", format: "whole" },
    { id: "inBudget", head: "In this budget", list: "lists.yesNo" },
    { id: "key", head: "Read as", formula: 'IF({sku}="","(none)",{sku})' },
    { id: "rows", head: "Rows", format: "whole", formula: "COUNTIF({bill.sku:whole},{key})" },
    {
      id: "billed",
      head: "USD billed",
      format: "money",
      formula: "SUMIF({bill.sku:whole},{key},{bill.cost:whole})",
    },
    {
      id: "counted",
      head: "Counted",
      format: "whole",
      formula: '({inBudget}="yes")*(({scope}="all")+({gpu}={scope})>0)',
    },
    { id: "gpus", head: "GPUs counted", format: "whole", formula: "{perUnit}*{counted}" },
    { id: "twice", head: "Twice", format: "whole", formula: '({sku}<>"")*(COUNTIF({map.sku:all},{key})>1)' },
  ],
  rows: [
    ["gpu-8xh100-1yr", "h100-sxm", GPUS, "yes"],
    ["gpu-8xh100-od", "h100-sxm", GPUS, "yes"],
    ["storage-ssd", "", 0, "no"],
  ],
  spare: SKUS - 3,
  note: "GPUs per unit: of the consumed unit, so 8 where the bill counts hours of a server with 8 GPUs. What is no GPU: 0 and no.",
};

export const centers: ListSection = {
  kind: "list",
  id: "centers",
  title: "The pasted rows by cost center, all of them",
  columns: [
    { id: "name", head: "Cost center" },
    { id: "key", head: "Read as", formula: 'IF({matchTags}="yes","*"&{name}&"*",{name}&"")' },
    {
      id: "billed",
      head: "USD billed",
      format: "money",
      formula: 'IF({name}="",0,SUMIF({bill.center:whole},{key},{bill.cost:whole}))',
    },
  ],
  rows: [["Research"], ["Product"], ["Platform"]],
  spare: CENTERS - 3,
};

// From one node to the fleet, and from the fleet to money: native formulas over Used.
import { formula, type Section } from "../../sections";
import { IN_UNIT } from "../memoryLines";

const replicas = { unit: "replicas", format: "whole" } as const;

export const fitSection: Section = {
  kind: "lines",
  title: "Does it fit?",
  lines: [
    formula("usable", "The serving engine may use", "{total}+{headroom}", {
      ...IN_UNIT,
      note: "its share of the GPU, less the safety margin",
    }),
    formula("sumOfParts", "Sum of the parts", "SUM({modelWeights}:{runtime})", { ...IN_UNIT, look: "total" }),
    formula("replicaGpus", "GPUs of one replica", "MAX(1,{tp})*MAX(1,{pp})", { unit: "GPUs", format: "whole" }),
    formula("replicas", "Replicas on these GPUs", "{gpus}/{replicaGpus}", replicas),
    formula("perUser", "Memory of one more user", "{cache}/ROUNDUP({sequences}/{replicas},0)", {
      unit: "={unit}",
      format: "factor",
      note: "on each GPU of its replica",
    }),
    formula("room", "Users beyond those planned", "{maxSequences}-{sequences}", { unit: "users", format: "whole" }),
    formula("best", "Best single measure would leave", "MIN({remedies:all})", IN_UNIT),
    formula("bestName", "Best single measure", "INDEX({remedies:labels},MATCH({best},{remedies:all},0))", {
      look: "text",
    }),
    formula("bestSaves", "It would save", "MAX(0,{total}-{best})", IN_UNIT),
  ],
};

export const fleetSections: readonly Section[] = [
  {
    kind: "lines",
    title: "The fleet for all users",
    lines: [
      formula("byMemory", "Replicas by memory", "ROUNDUP({users}*{replicas}/{maxSequences},0)", {
        ...replicas,
        note: "so that every user's KV cache has room",
      }),
      formula("replicaSpeed", "Output of one replica at target load", "{speed}*{replicaGpus}*{targetLoad}", {
        unit: "tokens per second",
        format: "whole",
      }),
      formula("bySpeed", "Replicas by speed", "ROUNDUP({peakOutputTokensPerSecond}/{replicaSpeed},0)", replicas),
      formula("decides", "What decides", 'IF({byMemory}>{bySpeed},"memory","speed")', { look: "text" }),
      formula("allReplicas", "Replicas with spares", "MAX({byMemory},{bySpeed})+{spareReplicas}", replicas),
      formula("fleetGpus", "GPUs", "{allReplicas}*{replicaGpus}", { unit: "GPUs", format: "whole" }),
      formula("nodes", "Nodes", "ROUNDUP({fleetGpus}/{gpusPerNode},0)", {
        unit: "nodes",
        format: "whole",
        look: "total",
      }),
      formula("userSpeed", "Speed that one user sees", "1/{perToken}", {
        unit: "tokens per second",
        format: "decimal",
        note: "at best, with the users planned",
      }),
    ],
  },
  {
    kind: "lines",
    title: "Money",
    lines: [
      formula("priceRow", "Row of the price list", "MATCH({gpu},{assumptions.prices.gpu:all},0)", { format: "whole" }),
      formula("price", "Price", "IFERROR(INDEX({assumptions.prices.price:all},{priceRow}),0)", {
        unit: "USD per GPU-hour",
        format: "price",
        note: "of GM Assumptions; 0: this GPU has no price there",
      }),
      formula("perHour", "Fleet per hour", "{fleetGpus}*{price}", { unit: "USD", format: "money" }),
      formula("perMonth", "Fleet per month", "{perHour}*8760/12", { unit: "USD", format: "money", look: "total" }),
      formula("average", "Average output", "{peakOutputTokensPerSecond}/{peakToAverage}", {
        unit: "tokens per second",
        format: "whole",
      }),
      formula("averageLoad", "Average load of the fleet", "{average}/({speed}*{fleetGpus})", {
        unit: "share of capacity",
        format: "percent",
        note: "between peaks, with spares and headroom",
      }),
      formula("fleetMillion", "Cost per million output tokens", "{perHour}*1000000/({average}*3600)", {
        unit: "USD",
        format: "price",
        note: "fleet paid around the clock, over the average output",
      }),
      formula("atAverage", "The same by load", "{price}*1000000/({speed}*{averageLoad}*3600)", {
        unit: "USD",
        format: "price",
      }),
    ],
  },
  {
    kind: "table",
    id: "loads",
    title: "Cost per million output tokens by load of the GPUs",
    corner: "Load",
    heads: ["Quiet", "Usual", "Busy"],
    lines: [
      { id: "load", label: "Average load", kind: "input", values: [0.2, 0.5, 0.8], format: "percent" },
      {
        id: "hourTokens",
        label: "Output tokens per GPU-hour",
        kind: "formula",
        formula: "{speed}*{load}*3600",
        format: "whole",
      },
      {
        id: "million",
        label: "USD per million output tokens",
        kind: "formula",
        formula: "{price}*1000000/{hourTokens}",
        format: "price",
        look: "total",
      },
    ],
  },
];

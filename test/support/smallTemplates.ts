// A small template and the three sheets that it leans on: everything that a host must write, and little of it.
import { check, formula, input, link, type ListSection, type SheetTemplate } from "../../src/sheets/sections";

const card = { question: "What is it?", summary: "Small.", keywords: [], picture: "table", shape: "columns" } as const;
const list = (id: string, heads: readonly string[], rows: ListSection["rows"], spare: number): ListSection => ({
  kind: "list",
  id,
  title: id,
  columns: heads.map((head) => ({ id: head, head })),
  rows,
  spare,
});

export const lists: SheetTemplate = {
  ...card,
  id: "small-lists",
  name: "GM Lists",
  sections: [list("offers", ["gpus"], [["h100"], ["b200"], ["8xH100"]], 1)],
  charts: [],
  outputs: ["offers.gpus"],
};

export const assumptions: SheetTemplate = {
  ...card,
  id: "small-assumptions",
  name: "GM Assumptions",
  sections: [
    {
      kind: "lines",
      title: "Prices",
      lines: [
        input("price", "Price per GPU-hour", 2.5, { format: "price", unit: "USD", list: "lists.offers.gpus" }),
        input("pue", "PUE", 1.25, { format: "factor" }),
      ],
    },
  ],
  charts: [],
  outputs: ["price", "pue"],
};

const REGISTER_ROWS = 2;
const REGISTER = ["sheet", "template", "checks", "mode", "version", "verdict"];

export const audit: SheetTemplate = {
  ...card,
  id: "small-audit",
  name: "GM Audit",
  sections: [
    list("register", REGISTER, [], REGISTER_ROWS),
    list("log", ["date", "sheet", "what", "version", "note"], [], 2),
  ],
  charts: [],
  outputs: ["register", "log"],
};

export const small = { lists, assumptions, audit } as const;

export const plan: SheetTemplate = {
  ...card,
  id: "small-plan",
  name: "Plan",
  verdict: '"Costs "&ROUND({cost},0)',
  sections: [
    {
      kind: "scenario",
      title: "Inputs",
      lines: [
        input("gpu", "GPU", "h100", { list: "lists.offers.gpus", note: "As the catalog calls it." }),
        input("count", "GPUs", 4, { format: "whole" }),
        input("start", "Start", "2026-10-01", { format: "date" }),
        input("ratio", "Ratio as text", "1.10"),
      ],
    },
    {
      kind: "lines",
      title: "Cost",
      lines: [
        link("price", "Price", "assumptions.price", { format: "price" }),
        formula("cost", "Cost", "{count}*{price}*{memory}", { format: "money", look: "total" }),
      ],
    },
    {
      kind: "engine",
      title: "Engine",
      groups: [
        {
          id: "train",
          call: 'GPUMEM.TRAIN_MEM({count}*1E9,"bf16","adam")',
          shape: { kind: "one" },
          lines: [{ id: "memory", label: "Model states", unit: "GB" }],
        },
      ],
    },
    {
      kind: "table",
      id: "parts",
      title: "Parts",
      corner: "GB",
      heads: ["First", "Last"],
      lines: [
        { kind: "formula", id: "weights", label: "Weights", formula: "{memory}/8" },
        { kind: "formula", id: "states", label: "States", formula: "{memory}-{weights}" },
        { kind: "text", id: "capacity", label: "Capacity", values: [80] },
      ],
    },
    { kind: "checks", lines: [check("positive", "Cost is positive", "({cost}<=0)*1")] },
  ],
  charts: [
    {
      title: "What it holds",
      kind: "stackedColumns",
      valueAxis: "GB",
      categories: "{parts:heads}",
      series: [
        { name: "{weights:label}", values: "{weights:all}" },
        { name: "{states:label}", values: "{states:all}" },
        { name: "{capacity:label}", values: "{capacity:all}", asLine: true },
      ],
    },
  ],
  outputs: ["cost"],
};

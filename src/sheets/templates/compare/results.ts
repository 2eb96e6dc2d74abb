// What the engine says of each case, and what follows: does it fit, what it costs per hour, the largest, the cheapest.
import { formula, type FormulaLine, type Section, type TableLine } from "../../sections";
import { HEADS } from "./cases";

const ASKED = ["total", "total low", "total high", "capacity", "headroom", "fits", "min gpus"] as const;
export type Asked = (typeof ASKED)[number];
export const row = (asked: Asked) => `results.row${ASKED.indexOf(asked) + 1}`;
/** Of the same case. */
const of = (asked: Asked) => `{${row(asked)}}`;
export const all = (asked: Asked) => `{${row(asked)}:all}`;

const named = '=IF({cases.head}="","",{cases.head})';
const heads = HEADS.map(() => named);

export const engineSections: readonly Section[] = [
  {
    kind: "columns",
    title: "What is asked of the engine, for each case",
    columns: [{ id: "asked", head: "Output", values: ASKED }],
  },
  {
    kind: "engineTable",
    id: "results",
    title: "Memory per GPU and what fits, by case",
    call: "TRANSPOSE(GPUMEM.ESTIMATE({cases:block},{asked:all},{unit}))",
    rows: ASKED.length,
    columns: 1 + HEADS.length,
    columnLabels: ["Result", ...heads],
    rowFormats: ["decimal", "decimal", "decimal", "decimal", "decimal", "text", "whole"],
    ragged: true,
    looks: [
      { formula: '{results:here}="fits"', look: "good" },
      { formula: '{results:here}="borderline"', look: "warning" },
      { formula: '{results:here}="no"', look: "failed" },
    ],
  },
  {
    kind: "engineTable",
    id: "sizes",
    title: "Size of the models",
    call: 'IF({known:all}="","",GPUMEM.MODEL({known:all},"parameters"))',
    rows: 1,
    columns: HEADS.length,
    rowLabels: ["Parameters"],
    columnLabels: heads,
    formats: HEADS.map(() => "whole"),
    ragged: true,
  },
];

const overCases = (
  id: string,
  label: string,
  spelled: string,
  extras: Partial<Omit<TableLine, "kind" | "id" | "label" | "formula">> = {},
): TableLine => ({ id, label, kind: "formula", formula: spelled, format: "decimal", ...extras });

const PRICE = "INDEX({assumptions.prices.price:all},{priceRow})";

export const summarySections: readonly Section[] = [
  {
    kind: "table",
    id: "summary",
    title: "What follows, by case",
    corner: "Case",
    heads,
    lines: [
      overCases("used", "Is a case (1)", '({cases.head}<>"")*1', { format: "whole" }),
      overCases("memory", "Likely total", `IF({used}=1,${of("total")},0)`, { unit: "={unit}" }),
      overCases("high", "High end of its range", `IF({used}=1,${of("total high")},0)`, { unit: "={unit}" }),
      overCases("usable", "May be used", `IF({used}=1,${of("headroom")}+${of("total")},0)`, { unit: "={unit}" }),
      overCases("limit", "The same, for the chart's line", "IF({used}=1,{usable},MAX({usable:all}))", {
        unit: "={unit}",
      }),
      overCases("share", "Of what may be used", "IF({usable}=0,0,{memory}/{usable})", { format: "percent" }),
      overCases("isFit", "Fits (1)", `(${of("fits")}="fits")*1`, { format: "whole" }),
      overCases("isClose", "Borderline (1)", `(${of("fits")}="borderline")*1`, { format: "whole" }),
      overCases("sizeHeld", "Parameters, if it fits", "IF({isFit}=1,{sizes.row1},0)", { format: "whole" }),
      overCases("priceRow", "Row of the price list", 'IFERROR(MATCH({of.gpu},{assumptions.prices.gpu:all},0),"-")', {
        format: "whole",
      }),
      overCases("price", "Price per GPU-hour", `IFERROR(${PRICE},0)`, { format: "price", unit: "USD" }),
      overCases("perHour", "These GPUs per hour", "MAX(1,{of.gpus})*{price}*{used}", { format: "price", unit: "USD" }),
      overCases("fewestPerHour", "The fewest GPUs per hour", `IF({used}=1,${of("min gpus")}*{price},0)`, {
        format: "price",
        unit: "USD",
      }),
      overCases("buyable", "Per hour, if it fits and has a price", 'IF({isFit}*{perHour}>0,{perHour},"")', {
        format: "price",
        unit: "USD",
      }),
    ],
  },
  {
    kind: "lines",
    title: "Verdict in words",
    lines: [
      formula("cases.count", "Cases", "SUM({used:all})", { format: "whole", unit: "cases" }),
      formula("fitCount", "Cases that fit", "SUM({isFit:all})", { format: "whole", unit: "cases" }),
      formula("closeCount", "Borderline cases", "SUM({isClose:all})", { format: "whole", unit: "cases" }),
      formula("howMany", "How many fit", 'IF({fitCount}={cases.count},"all",IF({fitCount}=0,"none","some"))', {
        look: "text",
      }),
      formula("largest", "Largest model that fits", "MAX({sizeHeld:all})", { format: "whole", unit: "parameters" }),
      formula("largestAt", "Its column", "MATCH({largest},{sizeHeld:all},0)", { format: "whole" }),
      formula("cheapest", "Cheapest that fits", "MIN({buyable:all})", { format: "price", unit: "USD per hour" }),
      formula("cheapestAt", "Its column", 'IF({cheapest}>0,MATCH({cheapest},{buyable:all},0),"-")', {
        format: "whole",
        note: "-: none that fits has a price on GM Assumptions",
      }),
      formula(
        "firstModel",
        "First case in the GPU table: row",
        'IFERROR(MATCH({of.model:first},{looked.model:all},0),"-")',
        {
          format: "whole",
          note: "-: not among the models to look at",
        },
      ),
      formula(
        "firstGpu",
        "First case in the GPU table: column",
        'IFERROR(MATCH({of.gpu:first},{lookedGpus:all},0),"-")',
        {
          format: "whole",
        },
      ),
      ...words(),
    ],
  },
];

function words(): readonly FormulaLine[] {
  const text = { look: "text" } as const;
  return [
    formula("countText", "How many", 'FIXED({fitCount},0)&" of "&FIXED({cases.count},0)&" cases fit"', text),
    formula("closeText", "And may fit", 'IF({closeCount}>0,", "&FIXED({closeCount},0)&" borderline","")', text),
    formula("largestName", "The largest", "INDEX({cases.head:all},1,{largestAt})", text),
    formula("oneSize", "All of one size (1)", "(MAX({sizes.row1:all})=MIN({sizes.row1:all}))*1", text),
    formula("largestText", "Said", 'IF({oneSize}=1,"","; the largest is "&{largestName})', text),
    formula("cheapestName", "The cheapest", 'IFERROR(INDEX({cases.head:all},1,{cheapestAt}),"")', text),
    formula("asCheap", "Others at the same price", "COUNTIF({buyable:all},{cheapest})-1", { format: "whole" }),
    formula("asCheapText", "Said", 'IF({asCheap}>0," and "&{asCheap}&" more","")', text),
    formula("cheapestSaid", "Its price", '{cheapestName}&{asCheapText}&" at "&FIXED({cheapest})&" USD per hour"', text),
    formula("cheapestText", "Said", 'IF({cheapest}>0,", the cheapest "&{cheapestSaid},"")', text),
    formula("someText", "If some fit", '{countText}&{closeText}&{largestText}&{cheapestText}&"."', text),
    formula("noneText", "If none does", '{countText}&{closeText}&"."', text),
    formula("chosenText", "Which", "IF({fitCount}=0,{noneText},{someText})", text),
    formula("verdictText", "Verdict", 'IFERROR({chosenText},"No verdict: a case is an error.")', text),
  ];
}

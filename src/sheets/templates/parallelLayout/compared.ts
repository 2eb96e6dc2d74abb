// The layouts side by side, and the run with the one that is looked at: memory, seconds, days, money.
import { formula, type Section, type TableLine } from "../../sections";
import { FIGURE, TOP } from "./search";

/** An empty row of the table is no layout: 0. */
const ofTable = (figure: number) => `IF({order}>{found},0,INDEX({layouts.${figure}:all},{order}))`;
const whole = (id: string, label: string, figure: number): TableLine => ({
  id,
  label,
  kind: "formula",
  formula: ofTable(figure),
  format: "whole",
});
const per = (id: string, label: string, spelled: string, format: TableLine["format"], unit = ""): TableLine => ({
  id,
  label,
  kind: "formula",
  formula: spelled,
  format: format ?? "decimal",
  unit,
});

const lines: readonly TableLine[] = [
  per("order", "Rank", "IF(ISNUMBER({order:previous}),{order:previous}+1,1)", "whole"),
  whole("tpOf", "tp", FIGURE.tp),
  whole("ppOf", "pp", FIGURE.pp),
  whole("chunksOf", "virtual stages", FIGURE.chunks),
  whole("cpOf", "cp", FIGURE.cp),
  whole("dpOf", "dp", FIGURE.dp),
  per("splitOf", "tp · pp × chunks", '{tpOf}&" · "&{ppOf}&" × "&{chunksOf}', "text"),
  per("copiesOf", "cp · dp", '" · "&{cpOf}&" · "&{dpOf}', "text"),
  per("nameOf", "Rank: tp · pp × chunks · cp · dp", 'IF({order}>{found},"",{order}&": "&{splitOf}&{copiesOf})', "text"),
  per("memoryOf", "Memory, likely", ofTable(FIGURE.memory), "decimal", "={unit}"),
  per("highOf", "Memory, high end", ofTable(FIGURE.high), "decimal", "={unit}"),
  per("usableOf", "Capacity less margin", "{usable}", "decimal", "={unit}"),
  per("stepOf", "Seconds per step", ofTable(FIGURE.step), "decimal", "seconds"),
  per("speedOf", "Tokens per second, all GPUs", `${ofTable(FIGURE.speed)}*{gpus}`, "whole", "tokens per second"),
  per("slowerOf", "Slower than the best", "IF({stepOf}=0,0,{stepOf}/{bestStep}-1)", "percent"),
  per("hoursOf", "Hours of the run", "IF({speedOf}=0,0,{effective}/{speedOf}/3600)", "whole", "hours"),
  per("daysOf", "Days of the run", "{hoursOf}/{assumptions.hoursPerDay}", "decimal", "days"),
  per("costOf", "Cost of the run", "{hoursOf}*{gpus}*{price}", "money", "USD"),
];

export const compared: Section = {
  kind: "table",
  id: "compared",
  title: "Side by side (feeds the charts)",
  corner: "Layout",
  heads: Array.from({ length: TOP }, (_, i) => `Layout ${i + 1}`),
  lines,
};

const index = (id: string) => `IF({found}=0,0,INDEX({${id}:all},1,{place}))`;

export const runSections: readonly Section[] = [
  {
    kind: "lines",
    title: "Capacity, price and batch",
    lines: [
      formula("usable", "May be used", "{capacity}*(1-{safetyMargin})", { unit: "={unit}", format: "decimal" }),
      formula("effective", "Tokens to compute, failures included", "{trainingTokens}/{goodput}", {
        unit: "tokens",
        format: "whole",
        note: "goodput: the share of time that makes progress",
      }),
      formula("bestStep", "Seconds per step of the best", "{stepOf:first}", {
        unit: "seconds",
        format: "decimal",
      }),
      formula("tolerated", "Hours that may differ", "{assumptions.tolerance}*MAX(1,{hours})", { format: "factor" }),
      formula("priceRow", "Row of the price list", 'IFERROR(MATCH({gpu},{assumptions.prices.gpu:all},0),"-")', {
        format: "whole",
      }),
      formula("price", "Price", "IFERROR(INDEX({assumptions.prices.price:all},{priceRow}),0)", {
        unit: "USD per GPU-hour",
        format: "price",
        note: "of GM Assumptions; 0: this GPU has no price there",
      }),
    ],
  },
  compared,
  {
    kind: "lines",
    title: "The run with it (0: none fits)",
    lines: [
      formula("stepSeconds", "Seconds per step", index("stepOf"), { unit: "seconds", format: "decimal" }),
      formula("tokensPerSecond", "Tokens per second, all GPUs", index("speedOf"), {
        unit: "tokens per second",
        format: "whole",
      }),
      formula("modelFlops", "MFU", `IF({found}=0,0,INDEX({layouts.${FIGURE.mfu}:all},{place}))`, {
        format: "percent",
        note: "share of the GPUs' peak that the model's arithmetic uses",
      }),
      formula("hours", "Hours", index("hoursOf"), { unit: "hours", format: "whole" }),
      formula("days", "Days", index("daysOf"), { unit: "days", format: "decimal" }),
      formula("gpuHours", "GPU-hours", "{hours}*{gpus}", { unit: "GPU-hours", format: "whole" }),
      formula("cost", "Cost", "{gpuHours}*{price}", {
        unit: "USD",
        format: "money",
        note: "of the hours that the job holds; Cluster budget adds those paid and not held (allocation)",
      }),
      formula("extraCost", "More than the fastest", "IF({found}=0,0,{cost}-{costOf:first})", {
        unit: "USD",
        format: "money",
      }),
      formula("why", "Why it is not better", `IFERROR(INDEX({layouts.${FIGURE.why}:all},{place}),"")`, {
        look: "text",
      }),
      formula("planMemory", "Memory in the table", index("memoryOf"), { unit: "={unit}", format: "decimal" }),
      formula("sumOfParts", "Sum of the parts", "SUM({parts:all})", {
        unit: "={unit}",
        format: "decimal",
        look: "total",
      }),
      formula("spare", "To spare per GPU", "{usable}-{total}", { unit: "={unit}", format: "decimal" }),
      formula("spareLow", "At the high end of the range", "{usable}-{totalHigh}", {
        unit: "={unit}",
        format: "decimal",
      }),
      formula("spareHigh", "At the low end of the range", "{usable}-{totalLow}", {
        unit: "={unit}",
        format: "decimal",
      }),
      formula("steps", "Steps of the run", "IF({globalBatch}*{sequenceLength}=0,0,{trainingTokens}/{tokensPerStep})", {
        format: "whole",
        unit: "steps",
      }),
      formula("tokensPerStep", "Tokens per step", "{globalBatch}*{sequenceLength}", {
        format: "whole",
        unit: "tokens",
      }),
      formula("hoursBySteps", "Hours, by steps", "{steps}*{stepSeconds}/3600/{goodput}", {
        unit: "hours",
        format: "whole",
        note: "the same run counted another way",
      }),
      formula(
        "gpusUsed",
        "GPUs of the layout",
        'IF({chosen.tp}="",0,{chosen.tp}*{chosen.pp}*{chosen.cp}*{chosen.dp})',
        {
          unit: "GPUs",
          format: "whole",
        },
      ),
    ],
  },
];

// How far can batch and context go?
import { check, formula, input, type EngineLine, type EngineTableSection, type SheetTemplate } from "../sections";
import { ownLines, ownRows } from "./ownRows";
import { scenarioLine, scenarioLink } from "./scenarioLines";

/** What is tried: micro batches down, sequence lengths across. */
const BATCHES = [1, 2, 4, 6, 8, 12, 16];
const LENGTHS = [2048, 4096, 8192, 12288, 16384, 24576, 32768];

const batchLabels = BATCHES.map((_, i) => `={tried.batch.${i}}`);
const lengthLabels = LENGTHS.map((_, i) => `={tried.length.${i}}`);
const whole = LENGTHS.map(() => "whole" as const);

const memory = (id: string, label: string, note?: string): EngineLine => ({
  id,
  label,
  unit: "={unit}",
  ...(note !== undefined && { note }),
});

const figures: readonly EngineLine[] = [
  memory("total", "Total", "of your plan, on the fullest GPU"),
  memory("totalLow", "Total low"),
  memory("totalHigh", "Total high"),
  memory("capacity", "Capacity", "what the GPU can hand out"),
  {
    id: "maxMicroBatch",
    label: "Max micro batch",
    unit: "sequences",
    format: "whole",
    note: "at your length; 0: none",
  },
  { id: "maxContext", label: "Max context", unit: "tokens", format: "whole", note: "at your micro batch; 0: none" },
  { id: "fits", label: "Fits", format: "text", note: "your plan: fits, borderline or no" },
];

const sweeps: readonly EngineTableSection[] = [
  {
    kind: "engineTable",
    id: "memory",
    title: "Memory: batch down, length across",
    call: 'GPUMEM.SWEEP({scenario},"total",{microBatch:label},{memory:labels},{sequenceLength:label},{memory:heads},{unit})',
    rows: BATCHES.length,
    columns: LENGTHS.length,
    rowLabels: batchLabels,
    columnLabels: lengthLabels,
    looks: [
      { formula: '{words:here}="no"', look: "failed" },
      { formula: '{words:here}="borderline"', look: "warning" },
      { formula: '{words:here}="fits"', look: "good" },
    ],
    note: "Micro batches down, sequence lengths across. Green fits, yellow is borderline, red does not fit: the same in words below.",
  },
  {
    kind: "engineTable",
    id: "words",
    title: "The same in words",
    call: 'GPUMEM.SWEEP({scenario},"fits",{microBatch:label},{words:labels},{sequenceLength:label},{words:heads})',
    rows: BATCHES.length,
    columns: LENGTHS.length,
    rowLabels: batchLabels,
    columnLabels: lengthLabels,
    formats: LENGTHS.map(() => "text"),
  },
  {
    kind: "engineTable",
    id: "attentions",
    title: "Flash or standard, at your batch",
    call: 'GPUMEM.SWEEP({scenario},"total",{attention:label},{attentions:labels},{sequenceLength:label},{attentions:heads},{unit})',
    rows: 2,
    columns: LENGTHS.length,
    rowLabels: ["flash", "standard"],
    columnLabels: lengthLabels,
  },
  {
    kind: "engineTable",
    id: "largest",
    title: "Largest micro batch by length",
    call: 'GPUMEM.SWEEP({scenario},"max micro batch",{sequenceLength:label},{largest:heads})',
    rows: 1,
    columns: LENGTHS.length,
    rowLabels: ["Largest micro batch"],
    columnLabels: lengthLabels,
    formats: whole,
  },
  {
    kind: "engineTable",
    id: "longest",
    title: "Longest sequence by micro batch",
    call: 'GPUMEM.SWEEP({scenario},"max context",{microBatch:label},{longest:labels})',
    rows: BATCHES.length,
    columns: 1,
    rowLabels: batchLabels,
    columnLabels: ["Tokens"],
    formats: ["whole"],
    note: "In steps of 128 tokens, and never beyond the positions that the model was made for; 0: none fits.",
  },
];

export const batchAndContext: SheetTemplate = {
  id: "batch-and-context",
  name: "Batch and context",
  question: "How far can batch and context go?",
  summary:
    "Memory for every micro batch and sequence length against the GPU's capacity, the largest that fit, and what flash attention is worth.",
  keywords: ["batch size", "sequence length", "context", "sensitivity", "flash attention", "sweep", "OOM", "train"],
  picture: "lines",
  shape: "columns",
  verdict: "{verdictText}",
  sections: [
    { kind: "lines", title: "Display", lines: [input("unit", "Unit of memory", "GB", { list: "lists.units" })] },
    {
      kind: "scenario",
      title: "Scenario: your plan",
      lines: [
        scenarioLine("model", "llama-3.1-8b"),
        scenarioLine("gpu", "h100-sxm"),
        scenarioLine("gpus", 8, { format: "whole", unit: "GPUs" }),
        scenarioLine("stack", "fsdp2"),
        scenarioLine("precision", "bf16"),
        scenarioLine("optimizer", "adamw"),
        scenarioLine("microBatch", 2, { format: "whole", unit: "sequences" }),
        scenarioLine("sequenceLength", 8192, { format: "whole", unit: "tokens" }),
        scenarioLine("recompute", "full"),
        scenarioLine("zeroStage", 3, { format: "whole" }),
      ],
    },
    {
      kind: "scenario",
      title: "More assumptions (empty: the default)",
      lines: [
        scenarioLine("tp", ""),
        scenarioLine("pp", ""),
        scenarioLine("cp", ""),
        scenarioLine("ep", ""),
        scenarioLine("microbatches", ""),
        scenarioLine("attention", ""),
        scenarioLine("loss", ""),
        scenarioLine("compile", ""),
        scenarioLine("loraRank", ""),
        scenarioLine("baseWeights", ""),
        scenarioLine("offload", ""),
        scenarioLink("safetyMargin", "assumptions.safetyMargin", { format: "percent" }),
        ...ownLines,
      ],
    },
    ownRows,
    {
      kind: "list",
      id: "tried",
      title: "What is tried, in rising order",
      columns: [
        { id: "batch", head: "Micro batch", format: "whole" },
        { id: "length", head: "Sequence length", format: "whole" },
      ],
      rows: BATCHES.map((batch, i) => [batch, LENGTHS[i] ?? ""]),
    },
    {
      kind: "engine",
      title: "Engine results of your plan",
      groups: [
        {
          id: "figures",
          call: "GPUMEM.RESULT({scenario},{figures:labels},{unit})",
          shape: { kind: "aligned" },
          lines: figures,
        },
      ],
    },
    ...sweeps,
    {
      kind: "table",
      id: "limits",
      title: "Limits by length (feeds charts)",
      corner: "Sequence length",
      heads: lengthLabels,
      lines: [
        {
          id: "capacityLine",
          label: "Capacity less margin",
          kind: "formula",
          formula: "{usable}",
          format: "decimal",
        },
        {
          id: "added",
          label: "What standard attention adds",
          kind: "formula",
          formula: "{attentions.row2}-{attentions.row1}",
          format: "decimal",
        },
        {
          id: "triedThatFits",
          label: "Largest micro batch tried that fits",
          kind: "formula",
          formula: 'SUMPRODUCT(MAX(({words:column}="fits")*{words:labels}))',
          format: "whole",
        },
        {
          id: "triedWithin",
          label: "Largest tried within the limit",
          kind: "formula",
          formula: "SUMPRODUCT(MAX(({words:labels}<={largest.row1})*{words:labels}))",
          format: "whole",
        },
        {
          id: "tokens",
          label: "Tokens per GPU and pass at the limit",
          kind: "formula",
          formula: "{largest.row1}*{limits:head}",
          format: "whole",
        },
      ],
    },
    {
      kind: "lines",
      title: "Your plan",
      lines: [
        formula("usable", "May be used", "{capacity}*(1-{safetyMargin})", { unit: "={unit}", format: "decimal" }),
        formula("spare", "To spare per GPU", "{usable}-{total}", { unit: "={unit}", format: "decimal" }),
        formula("spareLow", "At the high end of the range", "{usable}-{totalHigh}", {
          unit: "={unit}",
          format: "decimal",
        }),
        formula("spareHigh", "At the low end of the range", "{usable}-{totalLow}", {
          unit: "={unit}",
          format: "decimal",
        }),
        formula("smallest", "Smallest micro batch tried", "MIN({tried.batch:all})", {
          unit: "sequences",
          format: "whole",
        }),
        formula("longestThere", "Longest sequence at it", "INDEX({longest:all},MATCH({smallest},{longest:labels},0))", {
          unit: "tokens",
          format: "whole",
        }),
        formula("planRow", "Row of your micro batch", "IFERROR(MATCH({microBatch},{memory:labels},0),0)", {
          format: "whole",
          note: "0: not among those tried",
        }),
        formula("planColumn", "Column of your length", "IFERROR(MATCH({sequenceLength},{memory:heads},0),0)", {
          format: "whole",
          note: "0: not among those tried",
        }),
        formula("inTable", "Your plan is in the table", "({planRow}*{planColumn}>0)*1", { format: "whole" }),
        formula("fromTable", "Total in the table", "IF({inTable}=0,{total},INDEX({memory},{planRow},{planColumn}))", {
          unit: "={unit}",
          format: "decimal",
        }),
      ],
    },
    {
      kind: "lines",
      title: "Verdict in words",
      lines: [
        formula("where", "Where", '{gpus}&" × "&{gpu}', { look: "text" }),
        formula("lengthText", "Length", 'FIXED({sequenceLength},0)&" tokens"', { look: "text" }),
        formula("planText", "Your plan", '{where}&": "&{microBatch}&" × "&{lengthText}', { look: "text" }),
        formula("spareText", "To spare", 'FIXED(ABS({spare}),1)&" "&{unit}', { look: "text" }),
        formula("rangeText", "Range", 'FIXED({spareLow},1)&" to "&FIXED({spareHigh},1)&" "&{unit}', { look: "text" }),
        formula("fitsText", "If it fits", '"Fits on "&{planText}&", "&{spareText}&" to spare"', { look: "text" }),
        formula("closeText", "If it may fit", '"Borderline on "&{planText}&", headroom "&{rangeText}', {
          look: "text",
        }),
        formula("overText", "If it does not", '"Does not fit on "&{planText}&", "&{spareText}&" over"', {
          look: "text",
        }),
        formula("chosenText", "Which", 'IF({fits}="fits",{fitsText},IF({fits}="no",{overText},{closeText}))', {
          look: "text",
        }),
        formula("someText", "Where some fit", '"; micro batch up to "&{maxMicroBatch}&" at "&{lengthText}', {
          look: "text",
        }),
        formula("noneText", "Where none fits", '"; no micro batch fits at "&{lengthText}', { look: "text" }),
        formula("batchText", "Largest batch", "IF({maxMicroBatch}>0,{someText},{noneText})", { look: "text" }),
        formula("reachText", "Longest context", 'FIXED({longestThere},0)&" tokens"', { look: "text" }),
        formula("atText", "At", '", or up to "&{reachText}&" at micro batch "&{smallest}', { look: "text" }),
        formula("contextText", "Where some fits", 'IF({longestThere}>0,{atText},"")', { look: "text" }),
        formula("limitText", "The limits", '{batchText}&{contextText}&"."', { look: "text" }),
        formula("verdictText", "Verdict", 'IFERROR({chosenText}&{limitText},"No verdict: a result is an error.")', {
          look: "text",
        }),
      ],
    },
    {
      kind: "checks",
      lines: [
        check(
          "batchesRise",
          "Micro batches tried that do not rise",
          `SUMPRODUCT(({tried.batch.0}:{tried.batch.${BATCHES.length - 2}}>={tried.batch.1}:{tried.batch.${BATCHES.length - 1}})*1)`,
        ),
        check(
          "lengthsRise",
          "Sequence lengths tried that do not rise",
          `SUMPRODUCT(({tried.length.0}:{tried.length.${LENGTHS.length - 2}}>={tried.length.1}:{tried.length.${LENGTHS.length - 1}})*1)`,
        ),
        check(
          "limitsAgree",
          "Words and largest micro batch disagree",
          "SUMPRODUCT(({triedThatFits:all}<>{triedWithin:all})*1)",
        ),
        check("planAgrees", "The table and your plan disagree", "(ABS({fromTable}-{total})>{assumptions.tolerance})*1"),
        check(
          "standardIsMore",
          "Standard attention needs less than flash",
          "SUMPRODUCT(({added:all}<-{assumptions.tolerance})*1)",
        ),
      ],
    },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "Micro batch: sequences that one GPU works on at a time. A larger batch per step needs no memory: it is reached by accumulation over passes.",
        "Fits: even the high end of the estimate's range stays below capacity less margin. Borderline: the range straddles it. No: even its low end is above.",
        "Flash attention computes the table of token pairs in pieces; standard attention stores it, and the table grows with the square of the length.",
        "With recomputation only one layer's table exists at a time: the quadratic term shows late, and then quickly.",
        "A wrong input shows its sentence when you point at the red cell of the spill at the right. Serving: see the serving breakdown.",
      ],
    },
  ],
  charts: [
    {
      title: "Memory per GPU: flash and standard attention",
      kind: "lines",
      categories: "{attentions:heads}",
      series: [
        { name: "{attentions.row1:label}", values: "{attentions.row1:all}" },
        { name: "{attentions.row2:label}", values: "{attentions.row2:all}" },
        { name: "{capacityLine:label}", values: "{capacityLine:all}", asLine: true },
      ],
      valueAxis: "per GPU, by sequence length",
    },
    {
      title: "Largest micro batch that fits",
      kind: "columns",
      categories: "{largest:heads}",
      series: [{ name: "{largest.row1:label}", values: "{largest.row1:all}" }],
      valueAxis: "sequences, by sequence length",
    },
  ],
  outputs: ["fits", "total", "spare", "maxMicroBatch", "maxContext"],
};

// Reads the number: as typed, or out of a line of a log. Decimal points are turned into the reader's own mark.
import { formula, type Section } from "../../sections";
import { POOL, TOKENS } from "./inputs";

const text = { look: "text" } as const;

/** As vLLM prints them, and torchtitan the last: what stands before the number and after it. */
const FORMS = [
  { head: "Tokens", begins: "KV cache size:", ends: "tokens" },
  { head: "Concurrency", begins: "request:", ends: "x" },
  { head: "Blocks", begins: "GPU blocks:", ends: "," },
  { head: "Pool, GiB", begins: "cache memory:", ends: "GiB" },
  { head: "Reserved, GiB", begins: "memory:", ends: "GiB" },
] as const;

const read = (form: number) => `{forms.${form}:last}`;

export const readingSections: readonly Section[] = [
  {
    kind: "lines",
    title: "The log's text",
    lines: [
      formula("logText", "As text", '{pasted}&", "', text),
      formula("mark", "Decimal mark here", 'SUBSTITUTE(FIXED(0,1),"0","")', text),
    ],
  },
  {
    kind: "table",
    id: "forms",
    title: "Lines of logs that are known",
    corner: "Number in the line",
    heads: FORMS.map(({ head }) => head),
    lines: [
      { id: "begins", label: "Stands behind", kind: "text", values: FORMS.map(({ begins }) => begins) },
      { id: "ends", label: "and before", kind: "text", values: FORMS.map(({ ends }) => ends) },
      {
        id: "from",
        label: "Begins at character",
        kind: "formula",
        formula: "IFERROR(FIND({begins},{logText})+LEN({begins}),0)",
        format: "whole",
      },
      {
        id: "digits",
        label: "Text",
        kind: "formula",
        formula: 'IFERROR(MID({logText},{from},FIND({ends},{logText},{from})-{from}),"")',
        format: "text",
      },
      {
        id: "bare",
        label: "Without grouping",
        kind: "formula",
        formula: 'SUBSTITUTE(SUBSTITUTE(TRIM({digits}),",",""),".",{mark})',
        format: "text",
      },
      { id: "numbers", label: "Number", kind: "formula", formula: "IFERROR(VALUE({bare}),0)", format: "price" },
    ],
  },
  {
    kind: "lines",
    title: "The measured value",
    lines: [
      formula("typed", "A number was typed", "ISNUMBER({pasted})*1", { format: "whole" }),
      formula("byRequests", "Tokens, by concurrency", `${read(2)}*{contextLength}`, {
        unit: "tokens",
        format: "whole",
      }),
      formula("byBlocks", "Tokens, by blocks", `${read(3)}*{blockSize}`, { unit: "tokens", format: "whole" }),
      formula("logTokens", "Tokens in the log", `MAX(${read(1)},IF(${read(1)}=0,{byRequests},0),{byBlocks})`, {
        unit: "tokens",
        format: "whole",
      }),
      formula("logDifference", "Both ways differ by", `ABS(${read(1)}-{byRequests})`, {
        unit: "tokens",
        format: "whole",
      }),
      formula("logTolerance", "Rounding of the log", "{contextLength}/{perRequest}", {
        unit: "tokens",
        format: "whole",
        note: "concurrency is printed to a tenth or a hundredth",
      }),
      formula("memoryKind", "What a line in GiB is", `IF(${read(4)}=0,"reserved","${POOL}")`, text),
      formula("logKind", "What the line is", `IF({logTokens}=0,{memoryKind},"${TOKENS}")`, text),
      formula("kind", "What was measured", "IF({typed}=1,{measuredAs},{logKind})", text),
      formula("kindRow", "Row of it", "MATCH({kind},{kinds:all},0)", { format: "whole" }),
      formula("inCache", "It is of a server's cache", 'ISNUMBER(FIND("cache",{kind}))*1', { format: "whole" }),
      formula("inTokens", "It counts tokens", `({kind}="${TOKENS}")*1`, { format: "whole" }),
      formula("logNumber", "Number in the log", `IF({logTokens}=0,MAX(${read(4)},${read(5)}),{logTokens})`, {
        format: "price",
      }),
      formula("number", "Number", "IF({typed}=1,{pasted},{logNumber})", { format: "price" }),
      formula("numberUnit", "Its unit", 'IF({typed}=1,{measuredUnit},"GiB")', text),
      formula("bytesOfIt", "Bytes of its unit", "INDEX({unitBytes:all},MATCH({numberUnit},{unitNames:all},0))", {
        unit: "bytes",
        format: "whole",
      }),
      formula("bytesShown", "Bytes of the unit to show", "INDEX({unitBytes:all},MATCH({unit},{unitNames:all},0))", {
        unit: "bytes",
        format: "whole",
      }),
      formula("unitShown", "Unit shown", 'IF({inTokens}=1,"tokens",{unit})', text),
      formula("scale", "Factor", "IF({inTokens}=1,1,{bytesOfIt}/{bytesShown})", { format: "factor" }),
      formula("measured", "Measured", "{number}*{scale}", { unit: "={unitShown}", format: "price", look: "total" }),
    ],
  },
];

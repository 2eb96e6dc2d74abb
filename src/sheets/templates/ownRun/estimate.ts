// What the engine says of the same run, low, likely and high, for each way to measure it.
import { formula, type Section, type TableLine } from "../../sections";
import { memoryLine } from "../memoryLines";

const PARTS = 8;
const text = { look: "text" } as const;

const line = (id: string, label: string, spelled: string, format: TableLine["format"], unit = ""): TableLine => ({
  id,
  label,
  kind: "formula",
  formula: spelled,
  format: format ?? "decimal",
  unit,
});

export const estimateSections: readonly Section[] = [
  {
    kind: "engine",
    title: "Engine results",
    groups: [
      {
        id: "figures",
        call: "GPUMEM.RESULT({scenario},{figures:labels},{unit})",
        shape: { kind: "aligned" },
        lines: [
          memoryLine("total", "Total", "everything on the fullest GPU"),
          memoryLine("allocated", "Allocated", "live tensors at the peak"),
          memoryLine("reserved", "Reserved", "what the allocator holds"),
          memoryLine("kvCacheMemory", "KV cache", "of the sequences of the scenario"),
          memoryLine("capacity", "Capacity", "what the GPU can hand out"),
        ],
      },
    ],
  },
  {
    kind: "engineTable",
    id: "parts",
    title: "Where the estimate goes",
    call: "GPUMEM.BREAKDOWN({scenario},{unit})",
    rows: PARTS + 6,
    columns: 6,
    formats: ["text", "decimal", "decimal", "decimal", "percent", "text"],
    ragged: true,
  },
  {
    kind: "lines",
    title: "What a server holds",
    lines: [
      formula("replicas", "Replicas on these GPUs", "{gpus}/MAX(1,{tp})/MAX(1,{pp})", {
        unit: "replicas",
        format: "whole",
        note: "vLLM logs each replica apart",
      }),
      formula("held", "Tokens of the scenario, each replica", "{sequences}/{replicas}*{contextLength}", {
        unit: "tokens",
        format: "whole",
      }),
      formula("tokensPerUnit", "Tokens of cache in one unit of memory", "IFERROR({held}/{kvCacheMemory},0)", {
        unit: "tokens",
        format: "whole",
        note: "on one GPU; 0: the run has no cache",
      }),
      formula("totalRow", "Row of the total", 'MATCH("total",{parts:labels},0)', { format: "whole" }),
      formula("spareRow", "Row of the headroom", 'MATCH("headroom",{parts:labels},0)', { format: "whole" }),
    ],
  },
  {
    kind: "table",
    id: "ranges",
    title: "Against the estimate (feeds chart)",
    corner: "As measured",
    heads: ["low", "likely", "high"],
    lines: [
      line("columnOf", "Column of the breakdown", "MATCH({ranges:head},{parts:heads},0)", "whole"),
      line("headroomOf", "Headroom", "INDEX({parts},{spareRow},{columnOf})", "decimal", "={unit}"),
      line("shareOf", "Total, against the likely one", "{totalOf}/{total}", "factor"),
      line("allocatedOf", "Allocated", "{allocated}*{shareOf}", "decimal", "={unit}"),
      line("reservedOf", "Reserved", "{reserved}*{shareOf}", "decimal", "={unit}"),
      line("totalOf", "Total", "INDEX({parts},{totalRow},{columnOf})", "decimal", "={unit}"),
      line("poolOf", "KV cache pool", "{headroomOf}+{kvCacheMemory}", "decimal", "={unit}"),
      line("tokensOf", "KV cache tokens", "{poolOf}*{tokensPerUnit}", "whole", "tokens"),
      line("estimateOf", "Estimate", "INDEX({allocatedOf}:{tokensOf},{kindRow})", "decimal", "={unitShown}"),
      line("measuredOf", "Measured", "{measured}", "decimal", "={unitShown}"),
    ],
  },
  {
    kind: "lines",
    title: "The difference",
    lines: [
      formula("low", "Low", "{estimateOf:first}", { unit: "={unitShown}", format: "decimal" }),
      formula("likely", "Likely", 'INDEX({estimateOf:all},1,MATCH("likely",{ranges:heads},0))', {
        unit: "={unitShown}",
        format: "decimal",
      }),
      formula("high", "High", "{estimateOf:last}", { unit: "={unitShown}", format: "decimal" }),
      formula("difference", "Measured less estimate", "{measured}-{likely}", {
        unit: "={unitShown}",
        format: "decimal",
      }),
      formula("differenceShare", "In percent of the estimate", "IFERROR({difference}/{likely},0)", {
        format: "percent",
      }),
      formula("inside", "Inside the range", "({measured}>={low})*({measured}<={high})", { format: "whole" }),
      formula("near", "Still close", "(ABS({differenceShare})<={closeEnough})*1", { format: "whole" }),
      formula("state", "Conclusion", 'IF({inside}=1,"inside",IF({near}=1,"close","outside"))', text),
      formula("sumOfParts", "Sum of the parts", `SUM({parts.row1:first}:{parts.row${PARTS}:first})`, {
        unit: "={unit}",
        format: "decimal",
        look: "total",
      }),
    ],
  },
];

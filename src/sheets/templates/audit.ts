// GM Audit: where every number comes from, whether all checks hold, and what changed when.
import { accuracyRows } from "../../catalog/accuracy.generated";
import type { AccuracyRow } from "../../catalog/accuracyRow";
import { check, formula, type SheetTemplate } from "../sections";

const REGISTER_ROWS = 40;
const LOG_ROWS = 60;

const percentages = ({ medianErrorPct, p90ErrorPct, signedMeanPct, insideRangePct }: AccuracyRow) =>
  [medianErrorPct, p90ErrorPct, signedMeanPct, insideRangePct].map((percent) => percent / 100);

export const audit: SheetTemplate = {
  id: "assumptions-and-audit",
  name: "GM Audit",
  question: "Where does every number come from?",
  summary: "Shared assumptions, lists, sources, accuracy by stack, versions, and all checks in one place.",
  keywords: ["assumptions", "audit", "checks", "sources", "accuracy", "prices", "log"],
  picture: "table",
  shape: "columns",
  verdict: "{verdictText}",
  sections: [
    {
      kind: "lines",
      title: "All sheets",
      lines: [
        formula("sheetCount", "Sheets registered", 'COUNTIF({register.sheet:all},"?*")', { format: "whole" }),
        formula("failing", "Sheets with failed checks", "SUM({register.failed:all})", { format: "whole" }),
        formula("savedMode", "Sheets in saved mode", 'COUNTIF({register.mode:all},">1")', { format: "whole" }),
        formula("verdictText", "Verdict", "IF({failing}=0,{goodText},{badText})", { look: "text" }),
        formula("goodText", "If all is well", '"All checks hold on "&{sheetCount}&" sheets."', { look: "text" }),
        formula("badText", "If not", '{failing}&" of "&{sheetCount}&" sheets have failed checks."', { look: "text" }),
      ],
    },
    {
      kind: "list",
      id: "register",
      title: "Register of inserted sheets",
      columns: [
        { id: "sheet", head: "Sheet" },
        { id: "template", head: "Template" },
        { id: "checks", head: "Checks", format: "whole" },
        { id: "mode", head: "Mode", format: "whole" },
        { id: "version", head: "Engine version used" },
        { id: "verdict", head: "Verdict" },
        {
          id: "failed",
          head: "Failed",
          format: "whole",
          formula: 'IF({sheet}="",0,IF(ISERROR({checks}),1,({checks}<>0)*1))',
        },
      ],
      rows: [],
      spare: REGISTER_ROWS,
      written: true,
    },
    {
      kind: "engine",
      title: "Engine",
      groups: [],
    },
    {
      kind: "table",
      id: "accuracy",
      title: "Accuracy on measurements, by stack",
      corner: "Stack",
      heads: ["Cases", "Families", "Median error", "90th percentile", "Signed mean", "Inside the range"],
      lines: accuracyRows.map((row) => ({
        kind: "text",
        label: row.stack,
        values: [row.cases, row.families, ...percentages(row)],
        formats: ["whole", "whole", "percent", "percent", "percent", "percent"],
      })),
    },
    {
      kind: "list",
      id: "log",
      title: "Change log",
      columns: [
        { id: "date", head: "Date", format: "date" },
        { id: "sheet", head: "Sheet" },
        { id: "what", head: "What" },
        { id: "version", head: "Engine version" },
        { id: "note", head: "Note" },
      ],
      rows: [],
      spare: LOG_ROWS,
      written: true,
    },
    { kind: "checks", lines: [check("sheetsFailing", "Sheets with failed checks", "{failing}")] },
    {
      kind: "notes",
      title: "How to read the sheets",
      texts: [
        "Memory comes from the functions (Live), is saved as values (Saved), and everything else refers to Used. Money is plain formulas.",
        "Mode 2 shows the saved results: approved numbers stay, and the sheet calculates without the add-in.",
        'Sources of catalog rows: =GPUMEM.MODEL(name,"source"), =GPUMEM.GPU(name,"source"), =GPUMEM.PRICE(gpu,kind,"source").',
        "A stack that is not in the accuracy table was never measured: its range is wider, and the basis column says so.",
      ],
    },
  ],
  charts: [],
  outputs: ["register", "register.sheet", "log", "failing"],
  widths: { 3: 22, 4: 16, 5: 16, 6: 30, 7: 40 },
};

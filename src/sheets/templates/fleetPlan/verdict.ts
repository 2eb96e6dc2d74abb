// What to sign and by when, in words; each number in a cell of its own.
import { formula, type Line, type ListSection, type Section } from "../../sections";
import { GPU_TYPES } from "./size";

/** One row per GPU type: its first short quarter decides the date, its dearest idle quarter is named. */
export const decisions: ListSection = {
  kind: "list",
  id: "decisions",
  title: "What to sign, by GPU type",
  columns: [
    { id: "gpu", head: "GPU", formula: "{types.gpu.@}" },
    { id: "shortQuarters", head: "Short quarters", format: "whole", formula: "{shortFlag.@:total}" },
    { id: "shortIn", head: "First short in", formula: picked("shortAt", "quarter", '"–"') },
    { id: "hours", head: "Hours short", format: "whole", formula: picked("shortAt", "short.@", "0") },
    { id: "gpus", head: "GPUs to order", format: "whole", formula: picked("shortAt", "missing.@", "0") },
    { id: "orderBy", head: "Order by", format: "date", formula: picked("shortAt", "orderBy.@", '""') },
    { id: "onDemand", head: "or USD", format: "money", formula: picked("shortAt", "shortCost.@", "0") },
    { id: "idleQuarters", head: "Idle quarters", format: "whole", formula: "{idleFlag.@:total}" },
    {
      id: "idleCost",
      head: "Dearest, USD",
      format: "money",
      formula: "SUMPRODUCT(MAX({idleFlag.@:all}*{idleCost.@:all}))",
    },
    { id: "idleIn", head: "Dearest in", formula: picked("idleAt", "quarter", '"–"') },
    { id: "idleHours", head: "Hours idle", format: "whole", formula: picked("idleAt", "idle.@", "0") },
    { id: "shortAt", head: "Short no.", format: "whole", formula: "IFERROR(MATCH(1,{shortFlag.@:all},0),0)" },
    {
      id: "idleAt",
      head: "Idle no.",
      format: "whole",
      formula: "IF({idleQuarters}>0,MATCH({idleCost},{idleCost.@:all},0),0)",
    },
  ],
  rows: [],
  spare: GPU_TYPES,
};

function picked(at: string, line: string, otherwise: string): string {
  return `IF({${at}}>0,INDEX({${line}:all},1,{${at}}),${otherwise})`;
}

const ofShort = (id: string, label: string, column: string, extras: Partial<Line> = {}) =>
  formula(id, label, `IF({shortRow}>0,INDEX({decisions.${column}:all},{shortRow}),0)`, extras);
const ofIdle = (id: string, label: string, column: string, extras: Partial<Line> = {}) =>
  formula(id, label, `IF({idleRow}>0,INDEX({decisions.${column}:all},{idleRow}),0)`, extras);
const ofSigning = (id: string, label: string, column: string, extras: Partial<Line> = {}) =>
  formula(id, label, `IF({signRow}>0,INDEX({supply.${column}:all},{signRow}),0)`, extras);
const words = (id: string, label: string, spelled: string) => formula(id, label, spelled, { look: "text" });

/** The digits of a date do not depend on the locale; the letters of TEXT's date formats do. */
const dated = (id: string, label: string, date: string) => [
  words(`${id}Month`, `${label}, month`, `YEAR({${date}})&TEXT(MONTH({${date}}),"-00")`),
  words(id, label, `{${id}Month}&TEXT(DAY({${date}}),"-00")`),
];

export const verdictLines: Section = {
  kind: "lines",
  title: "Verdict",
  lines: [
    words("status", "Conclusion", 'IF({shortCount}>0,"short",IF({idleCount}>0,"idle","covered"))'),
    formula("shortCount", "Short quarters, all GPU types", "SUM({decisions.shortQuarters:all})", {
      unit: "quarters",
      format: "whole",
    }),
    formula("idleCount", "Idle quarters, all GPU types", "SUM({decisions.idleQuarters:all})", {
      unit: "quarters",
      format: "whole",
    }),
    formula("orderDate", "Next order for what is short, by", "MIN({decisions.orderBy:all})", { format: "date" }),
    formula("shortRow", "It is for GPU type", "IFERROR(MATCH({orderDate},{decisions.orderBy:all},0),0)", {
      unit: "row of What to sign",
      format: "whole",
    }),
    ofShort("shortGpu", "GPU that is short", "gpu", { format: "text" }),
    ofShort("shortIn", "in", "shortIn", { format: "text" }),
    ofShort("shortHours", "by", "hours", { unit: "GPU-hours", format: "whole" }),
    ofShort("shortGpus", "GPUs to order", "gpus", { unit: "GPUs", format: "whole" }),
    ofShort("shortUsd", "or on demand", "onDemand", { unit: "USD", format: "money" }),
    formula("idleUsd", "Dearest idle quarter costs", "MAX({decisions.idleCost:all})", { unit: "USD", format: "money" }),
    formula("idleRow", "It is of GPU type", "IF({idleCount}>0,MATCH({idleUsd},{decisions.idleCost:all},0),0)", {
      unit: "row of What to sign",
      format: "whole",
    }),
    ofIdle("idleGpu", "GPU that is idle", "gpu", { format: "text" }),
    ofIdle("idleIn", "in", "idleIn", { format: "text" }),
    ofIdle("idleHours", "by", "idleHours", { unit: "GPU-hours", format: "whole" }),
    formula("signDate", "Next planned tranche to sign by", "MIN({supply.signBy:all})", { format: "date" }),
    formula("signRow", "It is tranche", "IFERROR(MATCH({signDate},{supply.signBy:all},0),0)", {
      unit: "row of Supply",
      format: "whole",
    }),
    ofSigning("signGpus", "GPUs", "count", { unit: "GPUs", format: "whole" }),
    ofSigning("signGpu", "GPU", "gpu", { format: "text" }),
    ofSigning("signProvider", "Tranche", "provider", { format: "text" }),
    ...dated("orderText", "Order by, in words", "orderDate"),
    ...dated("signText", "Sign by, in words", "signDate"),
    words("shortWhat", "Short", '"Short of "&FIXED({shortHours},0)&" "&{shortGpu}&" hours in "&{shortIn}'),
    words("shortOrder", "Order", '": order "&FIXED({shortGpus},0)&" GPUs by "&{orderText}'),
    words("shortLate", "Late", 'IF({orderDate}<{assumptions.planDate}," (a past date)","")'),
    words("shortElse", "Otherwise", '", or USD "&FIXED({shortUsd}/1e6,1)&"M on demand"'),
    words("shortMore", "More", 'IF({shortCount}>1," ("&({shortCount}-1)&" more short quarters)","")'),
    words("shortAll", "If short", '{shortWhat}&{shortOrder}&{shortLate}&{shortElse}&{shortMore}&". "'),
    words("small", "Small gaps", '"No quarter is short by more than "&TEXT({materiality},"0%")&". "'),
    words("gapless", "If none", 'IF({waitsTotal:total}>0,{small},"Demand is covered in every quarter. ")'),
    words("shortSays", "Shortage", "IF({shortCount}>0,{shortAll},{gapless})"),
    words("idleWhat", "Idle", '"Idle: "&FIXED({idleHours},0)&" "&{idleGpu}&" hours in "&{idleIn}'),
    words("idleMore", "More", 'IF({idleCount}>1,", and in "&({idleCount}-1)&" more","")'),
    words("idleAll", "If idle", '{idleWhat}&" (USD "&FIXED({idleUsd}/1e6,1)&"M)"&{idleMore}&". "'),
    words("littleIdle", "If little", '"No quarter is idle by more than "&TEXT({idleFrom},"0%")&". "'),
    words("noneIdle", "If none", 'IF({idleSpend:total}>0,{littleIdle},"No quarter is idle. ")'),
    words("idleSays", "Idleness", "IF({idleCount}>0,{idleAll},{noneIdle})"),
    words("signWhat", "To sign", 'FIXED({signGpus},0)&" × "&{signGpu}&" of "&{signProvider}'),
    words("signAll", "If one is to be signed", '"Next to sign: "&{signWhat}&" by "&{signText}&"."'),
    words("signSays", "Signature", 'IF({signRow}>0,{signAll},"Every tranche is signed.")'),
    words("said", "All of it", 'IF({needed:total}+{pnl:total}<0,"",{shortSays}&{idleSays}&{signSays})'),
    words("verdictText", "Verdict", 'IFERROR({said},"No verdict: a cell is an error.")'),
  ],
};

/** The plan's totals, near the top. */
export const figures: Section = {
  kind: "lines",
  title: "The plan in figures",
  lines: [
    usd("pnlTotal", "P&L", "{pnl:total}", "commitments as they accrue, and what is bought on demand"),
    usd("onDemandTotal", "of it bought on demand", "{onDemand:total}"),
    usd("idleTotal", "of it idle commitments", "{idleSpend:total}", "usable hours that nobody needs"),
    usd("cashTotal", "Cash", "{paidOut:total}", "P&L and the change of what is prepaid"),
    usd("prepaidStart", "Prepaid at the start", "{prepaidBalance:opening}"),
    usd("prepaidEnd", "Prepaid at the end", "{prepaidBalance:last}"),
  ],
};

function usd(id: string, label: string, spelled: string, note?: string) {
  return formula(id, label, spelled, { unit: "USD", format: "money", ...(note !== undefined && { note }) });
}

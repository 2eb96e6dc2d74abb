// Which option is cheapest, by how much, and whether the one looked at pays.
import { formula, type LinesSection } from "../../sections";
import { firstCost, lookCost } from "./look";
import { hourly } from "./plan";

const text = (id: string, label: string, spelled: string) => formula(id, label, spelled, { look: "text" });
const yearly = { unit: '={assumptions.currency}&" a year"', format: "money" } as const;

/** Whole amounts: at the break-even they are 0. */
const gapAt = (end: string, allocation: string) => [
  formula(`look${end}`, `Cost at that allocation, looked at (${end.toLowerCase()})`, lookCost(allocation), yearly),
  formula(`first${end}`, "The first option's", firstCost(allocation), yearly),
  formula(`gap${end}`, "More than the first option", `ROUND({look${end}}-{first${end}},0)`, yearly),
];

export const verdict: LinesSection = {
  kind: "lines",
  title: "Verdict in words",
  lines: [
    formula("best", "Cheapest: cost of a year", "MIN({yearly:all})", yearly),
    formula("bestAt", "Its number", "MATCH({best},{yearly:all},0)", { format: "whole" }),
    text("bestName", "Cheapest", "INDEX({options:heads},1,{bestAt})"),
    formula("bestHour", "Its useful GPU-hour", "INDEX({perUseful:all},1,{bestAt})", hourly),
    formula("bestPercent", "Less than the first option", "-INDEX({morePercent:all},1,{bestAt})", { format: "percent" }),
    formula("lead", "Less than the next best", "IF(COUNT({others:all})=0,0,MIN({others:all})-{best})", yearly),
    formula("evenNumber", "Break-even of the option looked at", "IF(ISNUMBER({lookEven}),{lookEven},0)", {
      format: "percent",
    }),
    formula("lowEnd", "Allocation at the low end", "MAX(0,{allocation}-{offBy})", { format: "percent" }),
    formula("highEnd", "Allocation at the high end", "{allocation}+{offBy}", { format: "percent" }),
    ...gapAt("Low", "{lowEnd}"),
    ...gapAt("High", "{highEnd}"),
    ...gapAt("Expected", "{allocation}"),
    formula("pays", "Pays at both ends (1)", "(MAX({gapLow},{gapHigh})<=0)*(MIN({gapLow},{gapHigh})<0)", {
      format: "whole",
    }),
    formula("mayPay", "Pays at one of them (1)", "(MIN({gapLow},{gapHigh})<=0)*1", { format: "whole" }),
    text("notSure", "Word if it may not", 'IF({mayPay}=1,"Borderline","Does not pay")'),
    text("committed", "Word of a commitment", 'IF({pays}=1,"Pays",{notSure})'),
    text("signed", "Word of an option", 'IF({k}=1,"Nothing to sign",{committed})'),
    formula("priceless", "Rents without a price", "SUMPRODUCT({rents:all}*({rentPrice:all}<=0))", { format: "whole" }),
    text("conclusion", "Conclusion", 'IF({priceless}>0,"No price",{signed})'),
    text("yearWord", "Years", '{years}&IF({years}=1," year"," years")'),
    text("overText", "Over", '"Cheapest over "&{yearWord}&": "&{bestName}&", "'),
    text("priceText", "Price", 'FIXED({bestHour})&" "&{assumptions.currency}'),
    text("hourText", "Hour", '{priceText}&" per useful GPU-hour"'),
    text("lessText", "Less", '", "&TEXT({bestPercent},"0%")&" less than "&{firstName}'),
    text("againstText", "Against", 'IF({bestAt}=1,"",{lessText})'),
    text("fromText", "From", '"breaks even at "&TEXT({evenNumber},"0%")&" allocation"'),
    text("expectedText", "Expected", '", "&TEXT({allocation},"0%")&" expected"'),
    text("reachText", "Reach", 'IF({evenNumber}>1," (out of reach)","")'),
    text("needsText", "Needs", "{fromText}&{expectedText}&{reachText}"),
    formula("lookGain", "Saved if all hours were held", "INDEX({gain:all},1,{k})", yearly),
    formula("below", "Costs less below", "IF({lookGain}<0,MAX(0,{moreFixed}/{lookGain}),0)", {
      format: "percent",
      note: "where its hours cost more and the rest less: 0 where not so",
    }),
    text("belowText", "If so", '"costs less below "&TEXT({below},"0%")&" allocation"&{expectedText}'),
    text("sameHour", "If only the rest costs less", 'IF({gapExpected}<0,"costs less throughout","never breaks even")'),
    text("noneText", "Without a break-even", "IF({below}>0,{belowText},{sameHour})"),
    text("evenText", "Break-even", "IF(ISNUMBER({lookEven}),{needsText},{noneText})"),
    text("aheadText", "Ahead", '"cheaper in cash from year "&{lookAhead}'),
    text("behindText", "Not ahead", '"not cheaper in cash after "&{yearWord}'),
    text("yearText", "Cash", "IF({lookAhead}=0,{behindText},{aheadText})"),
    text("lookText", "Look", '{look}&": "&{conclusion}&", "&{evenText}&"; "&{yearText}&". "'),
    text("lookPart", "Looked at", 'IF({k}=1,"",{lookText})'),
    text("wholeText", "All", '{lookPart}&{overText}&{hourText}&{againstText}&"."'),
    text("errorText", "If it is an error", 'IFERROR({wholeText},"No verdict: a result is an error.")'),
    text("pricelessText", "If a price is missing", '"No verdict: a rent of "&{gpuName}&" has no price."'),
    text("verdictText", "Verdict", "IF({priceless}>0,{pricelessText},{errorText})"),
    text("firstName", "First option", "INDEX({options:heads},1,1)"),
    formula("blockEven", "Break-even by its block", "IF(ISNUMBER({breakEven.even}),MAX(0,{breakEven.even}),0)", {
      format: "percent",
    }),
    formula("evenGap", "Differs by", "ABS({blockEven}-N({lookCrossing}))", { format: "percent" }),
    formula(
      "costGap",
      "Cost by allocation less the comparison's",
      "{gapExpected}-ROUND({lookYearly}-{yearly:first},0)",
      yearly,
    ),
    formula("bookEnd", "Book value at the end", "INDEX({depreciation.closing:all},1,INT({years}))", yearly),
    formula("cashSpent", "Paid over the plan less what is left", "{lookUpfront}+{lookPaid:total}-{lookAllEnd}", yearly),
    formula("profitGap", "Expense over the plan less that", "ROUND({expense:total}-{cashSpent},1)", yearly),
    formula("nameCount", "Options of these names", "SUMPRODUCT(COUNTIF({options:heads},{options:heads}))", {
      format: "whole",
    }),
  ],
};

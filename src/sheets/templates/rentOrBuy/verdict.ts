// Which option is cheapest, by how much, and whether the one looked at pays.
import { formula, type LinesSection } from "../../sections";
import { hourly } from "./plan";

const text = (id: string, label: string, spelled: string) => formula(id, label, spelled, { look: "text" });
const yearly = { unit: '={assumptions.currency}&" a year"', format: "money" } as const;

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
    formula("pays", "Pays even at the low end", "ISNUMBER({lookEven})*({allocation}-{offBy}>={evenNumber})", {
      format: "whole",
    }),
    formula("mayPay", "Pays at the high end", "ISNUMBER({lookEven})*({allocation}+{offBy}>={evenNumber})", {
      format: "whole",
    }),
    text("notSure", "Word if it may not", 'IF({mayPay}=1,"Borderline","Does not pay")'),
    text("committed", "Word of a commitment", 'IF({pays}=1,"Pays",{notSure})'),
    text("signed", "Word of an option", 'IF({k}=1,"Nothing to sign",{committed})'),
    formula("priceless", "Rents without a price", "SUMPRODUCT({rents:all}*({rentPrice:all}<=0))", { format: "whole" }),
    text("conclusion", "Conclusion", 'IF({priceless}>0,"No price",{signed})'),
    text("overText", "Over", '"Cheapest over "&{years}&" years: "&{bestName}&", "'),
    text("priceText", "Price", 'FIXED({bestHour})&" "&{assumptions.currency}'),
    text("hourText", "Hour", '{priceText}&" per useful GPU-hour"'),
    text("lessText", "Less", '", "&TEXT({bestPercent},"0%")&" less than "&{firstName}'),
    text("againstText", "Against", 'IF({bestAt}=1,"",{lessText})'),
    text("fromText", "From", '"breaks even at "&TEXT({evenNumber},"0%")&" allocation"'),
    text("expectedText", "Expected", '", "&TEXT({allocation},"0%")&" expected"'),
    text("reachText", "Reach", 'IF({evenNumber}>1," (out of reach)","")'),
    text("needsText", "Needs", "{fromText}&{expectedText}&{reachText}"),
    text("evenText", "Break-even", 'IF(ISNUMBER({lookEven}),{needsText},"never breaks even")'),
    text("aheadText", "Ahead", '"cheaper in cash from year "&{lookAhead}'),
    text("yearText", "Cash", 'IF({lookAhead}=0,"never cheaper in cash",{aheadText})'),
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
    formula("evenGap", "Differs by", "ABS({blockEven}-{evenNumber})", { format: "percent" }),
    formula("bookEnd", "Book value at the end", "INDEX({depreciation.closing:all},1,INT({years}))", yearly),
    formula("cashSpent", "Paid over the plan less what is left", "{lookUpfront}+{lookPaid:total}-{lookAllEnd}", yearly),
    formula("profitGap", "Expense over the plan less that", "ROUND({expense:total}-{cashSpent},1)", yearly),
    formula("nameCount", "Options of these names", "SUMPRODUCT(COUNTIF({options:heads},{options:heads}))", {
      format: "whole",
    }),
  ],
};

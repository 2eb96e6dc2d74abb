// Straight-line depreciation to a residual value, by months: the month of service bears a full month's charge.
import { type Block, input, periods, TOLERANCE, value } from "../block";
import { PERIOD_STARTS } from "./examplePeriods";

/** Also right for assets older than the plan, for a start within a period, and for a life that is no whole number of periods. */
export const depreciation: Block = {
  id: "depreciation",
  title: "Straight-line depreciation",
  inputs: [
    input("cost", "Cost", "USD", 12_000_000),
    input("residual", "Residual value", "USD", 1_200_000),
    input("lifeYears", "Life", "years", 3),
    input("inService", "In service from", "date", 46_478), // 2027-04-01
    input("months", "Months per period", "months", 3),
    input("periodStart", "Period start", "date", PERIOD_STARTS),
    TOLERANCE,
  ],
  rows: [
    value("lifeMonths", "Life", "months", "{lifeYears}*12"),
    value("monthly", "Charge per month", "USD", "SLN({cost},{residual},{lifeMonths})"),
    periods("years", "Calendar years since service", "years", "YEAR({periodStart})-YEAR({inService})"),
    periods("age", "Age at start of period", "months", "{years}*12+MONTH({periodStart})-MONTH({inService})"),
    periods("starts", "Goes into service", "flag", "IF(AND({age}<=0,{age}+{months}>0),1,0)"),
    periods("usedBefore", "Life used at start", "months", "MIN({lifeMonths},MAX(0,{age}))"),
    periods("usedAfter", "Life used at end", "months", "MIN({lifeMonths},MAX(0,{age}+{months}))"),
    periods("charge", "Depreciation", "USD", "{monthly}*({usedAfter}-{usedBefore})", { total: "SUM({charge:all})" }),
    periods("purchase", "Purchase", "USD", "{cost}*{starts}", { total: "SUM({purchase:all})" }),
    periods("opening", "Book value at start", "USD", "IF({age}>0,{cost}-{monthly}*{usedBefore},0)"),
    periods("closing", "Book value at end", "USD", "IF({age}+{months}>0,{cost}-{monthly}*{usedAfter},0)"),
    periods("gap", "Start + purchase - charge - end", "USD", "{opening}+{purchase}-{charge}-{closing}", {
      check: "IF(SUMPRODUCT(ABS({gap:all}))>{tolerance},1,0)",
    }),
  ],
  outputs: ["starts", "charge", "purchase", "closing"],
};

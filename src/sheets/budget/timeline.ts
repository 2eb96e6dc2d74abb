// Periods from a plan start, and when something is active in them.
import { type Block, input, periods, value } from "../block";
import { PERIOD_ENDS, PERIOD_STARTS } from "./examplePeriods";

/** Every date is counted from the plan start, never from the period before: from 31 January it is 30 April, then 31 July. */
export const timeline: Block = {
  id: "timeline",
  title: "Timeline",
  inputs: [
    input("planStart", "Plan start", "date", 46_388), // 2027-01-01
    input("periodsPerYear", "Periods per year", "periods", 4),
    input("hoursPerDay", "Hours per day", "hours", 24),
  ],
  rows: [
    value("months", "Months per period", "months", "12/{periodsPerYear}", { check: "IF({months}=INT({months}),0,1)" }),
    periods("period", "Period", "number", "{period:previous}+1", { opening: "0" }),
    periods("periodStart", "Period start", "date", "EDATE({planStart},({period}-1)*{months})"),
    periods("periodEnd", "Next period starts", "date", "EDATE({planStart},{period}*{months})"),
    periods("days", "Days in period", "days", "{periodEnd}-{periodStart}", { total: "SUM({days:all})" }),
    periods("hours", "Hours in period", "hours", "{days}*{hoursPerDay}", { total: "SUM({hours:all})" }),
  ],
  outputs: ["months", "period", "periodStart", "periodEnd", "days", "hours"],
};

/** A tranche or a workload: active from its start to the day before its end. */
export const activity: Block = {
  id: "activity",
  title: "Active periods",
  inputs: [
    input("start", "Start", "date", 46_478), // 2027-04-01
    input("end", "End (first day no longer active)", "date", 46_844), // 2028-04-01
    input("periodStart", "Period start", "date", PERIOD_STARTS),
    input("periodEnd", "Next period starts", "date", PERIOD_ENDS),
  ],
  rows: [
    periods(
      "active",
      "Active (start ≤ period < end)",
      "flag",
      "IF(AND({periodStart}>={start},{periodStart}<{end}),1,0)",
      {
        total: "SUM({active:all})",
      },
    ),
    periods("activeDays", "Days active", "days", "MAX(0,MIN({end},{periodEnd})-MAX({start},{periodStart}))", {
      total: "SUM({activeDays:all})",
    }),
  ],
  outputs: ["active", "activeDays"],
};

// Net present value of a row of cash flows. Costs are positive, so it is the present value of what is paid.
import { type Block, input, periods, TOLERANCE, value } from "../block";
import { PERIOD_NUMBERS } from "./examplePeriods";

/**
 * The yearly rate is effective: (1 + yearly) = (1 + per period)^periods. NPV() takes every flow at its period's end, and
 * skips empty cells and text, which would move all later flows forward: hence the timing factor and the row that NPV reads.
 */
export const netPresentValue: Block = {
  id: "netPresentValue",
  title: "Net present value",
  inputs: [
    input("yearlyRate", "Discount rate per year (WACC)", "fraction", 0.1),
    input("periodsPerYear", "Periods per year", "periods", 4),
    input("atStart", "Paid at start (1) or end (0) of period", "flag", 0),
    input("upFront", "Paid at plan start", "USD", 2_500_000),
    input("period", "Period", "number", PERIOD_NUMBERS),
    input("cash", "Cash flow", "USD", [900_000, 900_000, 1_100_000, 1_250_000.5]),
    TOLERANCE,
  ],
  rows: [
    value("rate", "Discount rate per period", "fraction", "(1+{yearlyRate})^(1/{periodsPerYear})-1"),
    periods("flow", "Cash flow, empty as 0", "USD", "{cash}+0", { total: "SUM({flow:all})" }),
    value("periodic", "Present value of the periods", "USD", "NPV({rate},{flow:all})*(1+{rate})^{atStart}"),
    value("presentValue", "Net present value", "USD", "{upFront}+{periodic}", {
      check: "IF(ABS({discounted:total}-{periodic})>{tolerance},1,0)",
    }),
    periods("factor", "Discount factor", "fraction", "(1+{rate})^({atStart}-{period})"),
    periods("discounted", "Discounted cash flow", "USD", "{flow}*{factor}", { total: "SUM({discounted:all})" }),
  ],
  outputs: ["rate", "presentValue", "factor", "discounted"],
};

// The level payment of a loan or a lease, and its schedule. Payments are positive.
import { type Block, input, periods, TOLERANCE, value } from "../block";
import { PERIOD_NUMBERS } from "./examplePeriods";

/**
 * The yearly rate is nominal, as loan contracts state it: one period bears yearly ÷ periods. The first period may lie before
 * the plan (0, -1, ...): the balance then is carried forward. The balloon is due with the last period.
 */
export const payment: Block = {
  id: "payment",
  title: "Loan or lease",
  inputs: [
    input("principal", "Financed amount", "USD", 10_000_000),
    input("balloon", "Balloon or residual at the end", "USD", 1_000_000),
    input("yearlyRate", "Nominal rate per year", "fraction", 0.08),
    input("periodsPerYear", "Payments (and periods) per year", "periods", 4),
    input("count", "Payments", "number", 8),
    input("atStart", "Due at start (1) or end (0) of period", "flag", 0),
    input("firstPeriod", "First period", "number", 2),
    input("period", "Period", "number", PERIOD_NUMBERS),
    TOLERANCE,
  ],
  rows: [
    value("rate", "Rate per period", "fraction", "{yearlyRate}/{periodsPerYear}"),
    value("level", "Payment", "USD", "PMT({rate},{count},-{principal},{balloon},{atStart})"),
    value("paidBefore", "Payments before the plan", "number", "MIN({count},MAX(0,1-{firstPeriod}))"),
    value("balance", "Balance after them", "USD", "FV({rate},{paidBefore},{level},-{principal},{atStart})"),
    value("carried", "Balance at plan start", "USD", "{balance}*AND({paidBefore}>0,{paidBefore}<{count})"),
    periods("number", "Payment number", "number", "{period}-{firstPeriod}+1"),
    periods("due", "Payment due", "flag", "IF(AND({number}>=1,{number}<={count}),1,0)", { total: "SUM({due:all})" }),
    periods("drawn", "Drawn", "USD", "{principal}*({number}=1)"),
    periods("paid", "Payment", "USD", "{level}*{due}", { total: "SUM({paid:all})" }),
    periods("owing", "Balance that bears interest", "USD", "{closing:previous}+{drawn}-{paid}*{atStart}"),
    periods("interest", "Interest", "USD", "{owing}*{rate}", { total: "SUM({interest:all})" }),
    periods("balloonPaid", "Balloon", "USD", "{balloon}*({number}={count})", { total: "SUM({balloonPaid:all})" }),
    periods("repaid", "Principal repaid", "USD", "{paid}+{balloonPaid}-{interest}", { total: "SUM({repaid:all})" }),
    periods("closing", "Balance at end", "USD", "{closing:previous}+{drawn}-{repaid}", { opening: "{carried}" }),
    periods("left", "Balance after the last payment", "USD", "{closing}*({number}>={count})", {
      check: "IF(SUMPRODUCT(ABS({left:all}))>{tolerance},1,0)",
    }),
  ],
  outputs: ["level", "paid", "interest", "balloonPaid", "closing"],
};

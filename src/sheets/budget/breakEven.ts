// The allocation (share of paid GPU-hours that jobs hold) from which owning or committing costs less than renting by the hour.
import { type Block, input, TOLERANCE, value } from "../block";

/** Renting pays only the hours that jobs hold; owning pays a yearly amount whatever happens, and something per hour held. */
export const breakEven: Block = {
  id: "breakEven",
  title: "Break-even allocation",
  inputs: [
    input("gpus", "GPUs", "GPUs", 4096),
    input("rentPrice", "Rent, on demand", "USD per GPU-hour", 2.99),
    input("fixedYearly", "Owning, whatever is used", "USD per year", 62_000_000),
    input("ownPrice", "Owning, per hour held (energy)", "USD per GPU-hour", 0.08),
    input("allocation", "Allocation expected", "fraction", 0.7),
    TOLERANCE,
  ],
  rows: [
    value("hours", "GPU-hours", "hours per year", "{gpus}*8760"),
    value("avoided", "Rent saved per hour held", "USD per GPU-hour", "{rentPrice}-{ownPrice}"),
    value("even", "Break-even allocation", "fraction", 'IF({avoided}>0,{fixedYearly}/({avoided}*{hours}),"none")'),
    value("evenOrZero", "Break-even allocation (none as 0)", "fraction", "IF(ISNUMBER({even}),{even},0)"),
    value("rentAtEven", "Rent at break-even", "USD per year", "{hours}*{evenOrZero}*{rentPrice}"),
    value("ownAtEven", "Own at break-even", "USD per year", "{fixedYearly}+{hours}*{evenOrZero}*{ownPrice}", {
      check: "IF(ABS({rentAtEven}-{ownAtEven})*ISNUMBER({even})>{tolerance},1,0)",
    }),
    value("rent", "Rent at the allocation expected", "USD per year", "{hours}*{allocation}*{rentPrice}"),
    value("own", "Own at the allocation expected", "USD per year", "{fixedYearly}+{hours}*{allocation}*{ownPrice}"),
    value("saving", "Saved by owning", "USD per year", "{rent}-{own}"),
    value("cheaper", "Costs less", "", 'IF({saving}>{tolerance},"Own",IF({saving}<-{tolerance},"Rent","Equal"))'),
    value("reachable", "Reachable at an allocation of 1 or less", "flag", "IF({evenOrZero}>1,0,1)*ISNUMBER({even})"),
  ],
  outputs: ["even", "rent", "own", "saving", "cheaper", "reachable"],
};

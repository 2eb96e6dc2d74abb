// The page of “Sign three years for 4,096?”
import type { ExamplePage } from "../example";

const option = (name: string, n: number): readonly string[] => [
  name,
  `{Rent or buy.yearly:${n}:millions}`,
  `{Rent or buy.perUseful:${n}:price}`,
  `{Shorter life.perUseful:${n}:price}`,
];

export const threeYearsPage: ExamplePage = {
  passages: [
    {
      title: "The answer",
      texts: [
        "{Rent or buy.verdict:text}",
        "A three-year commitment is paid whether it is used or not. It costs less than on demand once jobs hold {Rent or buy.lookEven:percent} of the paid hours; {Rent or buy.allocation:percent} are expected, give or take {Rent or buy.offBy:percent}, which is why the verdict says {Rent or buy.conclusion:text}.",
      ],
      table: {
        caption: "The same useful work, over five years and over a life of four",
        heads: ["Option", "A year", "A useful GPU-hour", "The same, life of four years"],
        rows: [
          option("On demand", 1),
          option("One year", 2),
          option("Three years", 3),
          option("Colocation", 4),
          option("Own site", 5),
        ],
      },
    },
    {
      title: "What to look at",
      texts: [
        "Break-even allocation is the number to argue about, not the price per hour: at {Rent or buy.byAllocation.2:first:percent} the commitment costs {Rent or buy.lookAt:2:millions} a year, on demand {Rent or buy.firstAt:2:millions}.",
        "Life and residual decide what buying costs. On the sheet Shorter life the hardware lasts {Shorter life.life:whole} years with {Shorter life.residual:percent} left at the end; a useful hour of the own site goes from {Rent or buy.perUseful:5:price} to {Shorter life.perUseful:5:price}, and its break-even from {Rent or buy.even:5:percent} to {Shorter life.even:5:percent}.",
        "Rental prices are expected to change by {Rent or buy.priceChange:percent} a year. It reaches a contract only when its term ends: that is what a long signature gives up.",
      ],
    },
    {
      title: "How to change it",
      texts: [
        "Every option is a column: type your contract's price per hour into its line, your vendor's quotes into the hardware lines. Choose the option to look closer at under Plan; break-even, present value, depreciation and loan follow it.",
        "Set allocation on GM Assumptions, or let it follow from the work of a year.",
      ],
    },
  ],
  checkedAgainst: [
    {
      says: "The same break-even is worked out twice on the sheet, once from the options and once by the block of budget formulas; they differ by {Rent or buy.evenGap:tenths}. Present value, book value and cash are checked against NPV(), SLN() and PMT() in the same way: {Rent or buy.checks:whole} checks fail.",
      from: "the sheet's own checks; the tests count the five options again year by year",
    },
    {
      says: "Life: Amazon 5, Meta 5.5 and Nebius 4 years. Power: {Rent or buy.kw:decimal} kW per GPU with its server, of a DGX H100's 10.2 kW for eight.",
      from: "annual reports; NVIDIA DGX H100 datasheet; the other sources stand beside each input on the sheet",
    },
  ],
};

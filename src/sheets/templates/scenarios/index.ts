// What if?
import { check, type SheetTemplate } from "../../sections";
import { caseSections } from "./cases";
import { resultSections } from "./results";

export const scenarios: SheetTemplate = {
  id: "scenarios-and-sensitivity",
  name: "Scenarios",
  question: "What if?",
  summary:
    "Cases side by side with memory, hours, days and cost against the first one, and which assumption matters most.",
  keywords: ["what if", "sensitivity", "tornado", "base", "high", "low", "cases", "compare"],
  picture: "bars",
  shape: "columns",
  verdict: "{verdictText}",
  sections: [
    ...caseSections,
    ...resultSections,
    {
      kind: "checks",
      lines: [
        check(
          "sameAsTable",
          "The case looked at is not the one in the table",
          "IFERROR((ABS({one.total}-{chosenMemory})>{assumptions.tolerance})*1,1)",
        ),
        check("sameHours", "Its hours are not those in the table", "IFERROR((ABS({one.hours}-{chosenHours})>1)*1,1)"),
        check("fitsAgrees", "fits does not follow from the range", 'IFERROR((({high}<=0)<>({fits}="fits"))*1,1)'),
        check("noPrice", "Cases without a price", "{caseCount}-COUNT({pricePerGpuHour:all})"),
        check("nameTwice", "Two cases of one name", "(SUMPRODUCT(COUNTIF({cases:heads},{cases:heads}))>{caseCount})*1"),
      ],
    },
    {
      kind: "notes",
      title: "Notes",
      texts: [
        "Every case is one column: rename it, change what differs; empty cells take the default. The first is what all others are compared with.",
        "The tornado starts from the case looked at and moves one assumption at a time to the ends of its range; the longest bar matters most.",
        "Memory is per GPU; a longer sequence needs more of it, more tokens do not. Hours and cost follow from tokens, MFU, goodput and allocation.",
        "Allocation and goodput are shares of paid time that end up in progress; MFU is the share of the GPU's peak speed.",
      ],
    },
  ],
  charts: [
    {
      title: "Cost by case",
      kind: "columns",
      categories: "{compare:heads}",
      series: [{ name: "{cost:label}", values: "{cost:all}" }],
      valueAxis: "currency of GM Assumptions",
    },
    {
      title: "What moves the result of the case looked at",
      kind: "stackedBars",
      categories: "{swings:labels}",
      series: [
        { name: "{swings.1:label}", values: "{swings.1:all}" },
        { name: "{swings.3:label}", values: "{swings.3:all}" },
      ],
      valueAxis: "more or less than in the case",
    },
    {
      title: "Memory per GPU by case",
      kind: "columns",
      categories: "{compare:heads}",
      series: [
        { name: "{memory:label}", values: "{memory:all}" },
        { name: "{usable:label}", values: "{usable:all}", asLine: true },
      ],
      valueAxis: "GB per GPU",
    },
  ],
  widths: { 3: 20, 4: 20, 5: 20, 6: 20, 7: 30 },
  outputs: ["fits", "chosenCost", "chosenDays", "chosenSpare"],
};

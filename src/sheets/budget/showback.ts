// Who used the GPUs, and who bears the idle ones: idle hours follow use.
import { type Block, type BlockRow, input, periods, TOLERANCE } from "../block";

/** A center may be a reference of a template, `{centers.name.0}`: the labels then follow that cell. */
const named = (before: string, center: string, after: string): string =>
  center.startsWith("{") ? `="${before}"&${center}&"${after}"` : `${before}${center}${after}`;

/** Where nobody used anything, idle hours and their cost stay with nobody instead of vanishing. */
export const showback = (centers: readonly string[]): Block => ({
  id: "showback",
  title: "Showback by cost center",
  inputs: [
    input("paid", "Paid GPU-hours", "GPU-hours", [800_000, 820_000, 900_000], { total: "SUM({paid:all})" }),
    input("cost", "Cost", "USD", [1_800_000, 1_845_000, 2_000_000.07], { total: "SUM({cost:all})" }),
    TOLERANCE,
    ...centers.map((center, i) =>
      input(`used.${i}`, named("Used by ", center, ""), "GPU-hours", [(i + 1) * 100_000, 0, (i + 2) * 31_000.5], {
        group: "used",
      }),
    ),
  ],
  rows: [
    periods("used", "Used", "GPU-hours", "SUM({used:group})", { total: "SUM({used:all})" }),
    periods("idle", "Idle", "GPU-hours", "{paid}-{used}", {
      total: "SUM({idle:all})",
      check: "SUMPRODUCT(({used:all}>{paid:all})*1)",
    }),
    ...centers.flatMap((center, i) => [shareRow(center, i)]),
    ...hoursRows(centers),
    ...costRows(centers),
  ],
  outputs: ["idle", ...centers.flatMap((_, i) => [`hours.${i}`, `cost.${i}`]), "hours.nobody", "cost.nobody"],
});

const shareRow = (center: string, i: number): BlockRow =>
  periods(`share.${i}`, named("Share of ", center, ""), "fraction", `IF({used}>0,{used.${i}}/{used},0)`, {
    group: "share",
  });

function hoursRows(centers: readonly string[]): BlockRow[] {
  return [
    ...centers.map((center, i) =>
      periods(
        `hours.${i}`,
        named("", center, ", with its share of idle"),
        "GPU-hours",
        `{used.${i}}+{idle}*{share.${i}}`,
        {
          group: "hours",
          total: `SUM({hours.${i}:all})`,
        },
      ),
    ),
    periods("hours.nobody", "Idle, used by nobody", "GPU-hours", "IF({used}>0,0,{idle})", {
      group: "hours",
      total: "SUM({hours.nobody:all})",
    }),
    periods("hoursGap", "Hours shown - paid", "GPU-hours", "SUM({hours:group})-{paid}", {
      check: "IF(SUMPRODUCT(ABS({hoursGap:all}))>{tolerance},1,0)",
    }),
  ];
}

function costRows(centers: readonly string[]): BlockRow[] {
  return [
    ...centers.map((center, i) =>
      periods(`cost.${i}`, named("", center, ", cost"), "USD", `{cost}*{share.${i}}`, {
        group: "cost",
        total: `SUM({cost.${i}:all})`,
      }),
    ),
    periods("cost.nobody", "Cost of idle, used by nobody", "USD", "IF({used}>0,0,{cost})", {
      group: "cost",
      total: "SUM({cost.nobody:all})",
    }),
    periods("costGap", "Cost shown - cost", "USD", "SUM({cost:group})-{cost}", {
      check: "IF(SUMPRODUCT(ABS({costGap:all}))>{tolerance},1,0)",
    }),
  ];
}

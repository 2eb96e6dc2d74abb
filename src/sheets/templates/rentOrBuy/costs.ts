// What each option costs at the start, each year, and what is left at the end: native formulas from the inputs.
import type { TableLine, TableSection } from "../../sections";
import { CURRENCY, hourly, money } from "./plan";

export const row = (id: string, label: string, formula: string, extras: Partial<TableLine> = {}): TableLine => ({
  id,
  label,
  kind: "formula",
  formula,
  ...extras,
});
const hours = { unit: "GPU-hours a year", format: "whole" } as const;
const yearly = { unit: '={assumptions.currency}&" a year"', format: "money" } as const;

export const costs: TableSection = {
  kind: "table",
  id: "costs",
  title: "What follows for each option",
  corner: "Per option",
  heads: ["={options:head}", "={options:head}", "={options:head}", "={options:head}", "={options:head}"],
  lines: [
    row("n", "Number", "MATCH({options:head},{options:heads},0)", { format: "whole" }),
    row("held", "Hours that jobs must hold", "{useful}/{goodputOf}", hours),
    row("bound", "Has only the GPUs planned (1)", "MAX({paysAll},({hwGpu}+{hwServer}>0)*1)", { format: "whole" }),
    row("full", "Its GPUs are full at an allocation of", "IF({bound}=1,{goodputOf}/{assumptions.goodput},1)", {
      format: "percent",
      unit: "below 100% where its goodput is worse: more hours for the same work",
    }),
    row("served", "Hours served by it", "IF({bound}=1,MIN({held},{capacityHours}),{held})", hours),
    row("extra", "Hours bought on demand on top", "{held}-{served}", hours),
    row("rentHours", "Hours of rent", "IF({paysAll}=1,{capacityHours},{served})", hours),
    row(
      "rentPrice",
      "Rent in the first year",
      "IF({contractPrice}>0,{contractPrice},{priceShare}*{listPrice})",
      hourly,
    ),
    row("rents", "Rents the GPUs (1)", "({hwGpu}+{hwServer}=0)*1", { format: "whole" }),
    row("rentYear", "Rent at the first year's price", "{rentHours}*{rentPrice}", yearly),
    row("topUp", "On demand on top, first year's price", "{extra}*{rentPrice:first}", yearly),
    row("hardware", "Hardware", "SUM({hwGpu}:{hwStorage})*{gpus}", money),
    row("setupCost", "Setup", "{setup}*{gpus}", money),
    row("site", "Site", "{siteBuild}*{kw}*{gpus}", money),
    row("upfront", "Paid at the start", "{hardware}+{setupCost}+{site}", { ...money, look: "total" }),
    row("energyHour", "Energy of a GPU-hour at full power", "{energyPaid}*{kw}*{pue}*{assumptions.energyPrice}", {
      unit: CURRENCY,
      format: "factor",
    }),
    row("space", "Rent of space", "{spaceRate}*12*{kw}*{gpus}", yearly),
    row("energyIdle", "Energy, whatever is used", "{energyHour}*{idleDraw}*{capacityHours}", yearly),
    row("energyUse", "Energy of hours held", "{energyHour}*(1-{idleDraw})*{served}", yearly),
    row("supportCost", "Support and repair", "{support}*{hardware}", yearly),
    row("staffCost", "Staff", "{staff}*{perFte}", yearly),
    row("otherRun", "Storage and transfer rented", "{otherPerGpu}*{gpus}", yearly),
    row("running", "Running cost", "SUM({space}:{otherRun})", { ...yearly, look: "total" }),
    row(
      "endHardware",
      "Hardware worth at the end",
      "{hardware}-SLN({hardware},{residual}*{hardware},{life})*MIN({years},{life})",
      money,
    ),
    row("endSite", "Site worth at the end", "MAX(0,{site}-SLN({site},0,{siteLife})*{years})", money),
    row("endValue", "Worth at the end", "{endHardware}+{endSite}", { ...money, look: "total" }),
  ],
};

// The options in columns: what each costs, as typed.
import type { NumberFormat } from "../../grid";
import type { TableLine, TableSection } from "../../sections";

export const OPTIONS = ["On demand", "1 year", "3 years", "Colocation", "Own site"] as const;
/** From 1, as INDEX counts. */
export const NUMBERS = [1, 2, 3, 4, 5] as const;
type PerOption = readonly [number, number, number, number, number];

const typed = (id: string, label: string, values: PerOption, format: NumberFormat, unit: string): TableLine => ({
  id,
  label,
  kind: "input",
  values,
  format,
  unit,
});
const owned = (colocation: number, site: number): PerOption => [0, 0, 0, colocation, site];

export const options: TableSection = {
  kind: "table",
  id: "options",
  title: "Options, as typed",
  corner: "0 where it does not apply",
  heads: OPTIONS,
  headsTyped: true,
  lines: [
    typed(
      "priceShare",
      "Rent, share of the on-demand price",
      [1, 0.9, 0.74, 0, 0],
      "percent",
      "catalog: 2.72 with a term contract against 3.67; 1 year: yours",
    ),
    typed(
      "contractPrice",
      "Rent of your contract instead",
      [0, 0, 0, 0, 0],
      "price",
      "per GPU-hour; 0: the share above",
    ),
    typed("paysAll", "Pays all hours (1), or those held (0)", [0, 1, 1, 0, 0], "whole", "your contract"),
    typed("term", "Price holds for", [1, 1, 3, 1, 1], "whole", "years; your contract"),
    typed("hwGpu", "GPU", owned(26_000, 26_000), "money", "per GPU; H100: 25,000 to 30,000 (Raymond James, Aug 2023)"),
    typed(
      "hwServer",
      "Server",
      owned(12_750, 12_750),
      "money",
      "per GPU; public quotes, Aug 2024: 310,000 with 8 H100, less these",
    ),
    typed("hwNetwork", "Network", owned(4250, 4250), "money", "per GPU; the same quotes: 17.4 million for 4,096"),
    typed("hwStorage", "Storage", owned(1500, 1500), "money", "per GPU; your quote"),
    typed("setup", "Setup, once", owned(500, 500), "money", "per GPU; your quote"),
    typed(
      "siteBuild",
      "Building the site",
      owned(0, 11_700),
      "money",
      "per kW; Cushman & Wakefield 2025: 9.3 to 15 million per MW, 11.7 on average",
    ),
    typed(
      "spaceRate",
      "Rent of space",
      owned(184, 0),
      "money",
      "per kW and month; CBRE, primary US markets, end of 2024: 184",
    ),
    typed("energyPaid", "Energy is paid apart (1)", owned(1, 1), "whole", "your contract; rent contains it"),
    {
      id: "pue",
      label: "PUE",
      kind: "link",
      formula: "{assumptions.pue}",
      format: "price",
      unit: "energy of the site over energy of the servers; type over it",
    },
    typed("support", "Support and repair", owned(0.05, 0.05), "percent", "share of hardware a year; your contract"),
    typed("staff", "Staff", [1, 1, 1, 6, 10], "decimal", "people; your plan"),
    typed("otherPerGpu", "Storage and transfer rented", [400, 400, 400, 0, 0], "money", "per GPU and year; yours"),
    {
      id: "goodputOf",
      label: "Goodput",
      kind: "link",
      formula: "{assumptions.goodput}",
      format: "percent",
      unit: "share of job time that makes progress; type over it",
    },
  ],
};

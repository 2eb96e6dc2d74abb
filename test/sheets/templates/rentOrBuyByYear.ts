// Rent or buy a second time: loops over years, in other ways than the sheet's.
import { presentValue } from "../independent";

export interface Option {
  readonly name: string;
  /** Of the on-demand price; 0: nothing is rented. */
  readonly share: number;
  readonly paysAll: boolean;
  readonly term: number;
  /** Per GPU. */
  readonly hardware: number;
  readonly setup: number;
  /** Per kW, and per kW and month. */
  readonly site: number;
  readonly space: number;
  readonly paysEnergy: boolean;
  readonly support: number;
  readonly staff: number;
  readonly other: number;
  readonly goodput: number;
}

export interface Plan {
  readonly gpus: number;
  readonly years: number;
  readonly allocation: number;
  readonly goodput: number;
  readonly listPrice: number;
  readonly priceChange: number;
  readonly wacc: number;
  readonly life: number;
  readonly residual: number;
  readonly siteLife: number;
  readonly kw: number;
  readonly pue: number;
  readonly energyPrice: number;
  readonly idleDraw: number;
  readonly perFte: number;
}

const HOURS = 24 * 365;

/** What is paid at the start, in each year, and what is left. */
export function cashOf(plan: Plan, option: Option) {
  const capacity = plan.gpus * HOURS;
  const held = (capacity * plan.allocation * plan.goodput) / option.goodput;
  const owned = option.hardware > 0;
  const limited = owned || option.paysAll;
  const served = limited ? Math.min(held, capacity) : held;
  const hardware = option.hardware * plan.gpus;
  const site = option.site * plan.kw * plan.gpus;
  const years: number[] = [];
  let price = plan.listPrice;
  let contract = 0;
  for (let year = 0; year < plan.years; year++) {
    if (year % option.term === 0) contract = price * option.share;
    const busyWatts = served + (capacity - served) * plan.idleDraw;
    const energy = option.paysEnergy ? busyWatts * plan.kw * plan.pue * plan.energyPrice : 0;
    const space = option.space * 12 * plan.kw * plan.gpus;
    const running = energy + space + option.support * hardware + option.staff * plan.perFte + option.other * plan.gpus;
    years.push((option.paysAll ? capacity : served) * contract + (held - served) * price + running);
    price *= 1 + plan.priceChange;
  }
  const lost = (hardware * (1 - plan.residual) * Math.min(plan.years, plan.life)) / plan.life;
  const left = hardware - lost + Math.max(0, site * (1 - plan.years / plan.siteLife));
  return { upfront: hardware + site + option.setup * plan.gpus, years, left };
}

/** The level amount of a year that is worth the same, by the sum of its discounted ones. */
export function yearlyCost(plan: Plan, option: Option): number {
  const { upfront, years, left } = cashOf(plan, option);
  const flows = years.map((paid, i) => (i === years.length - 1 ? paid - left : paid));
  const worth = upfront + presentValue(plan.wacc, 1, false, flows);
  let one = 0;
  for (let year = 1; year <= plan.years; year++) one += (1 + plan.wacc) ** -year;
  return worth / one;
}

/** The first of the years at whose ends, until the last, less was paid than for the other; 0: none. */
export function aheadFrom(plan: Plan, option: Option, other: Option): number {
  const [own, first] = [cashOf(plan, option), cashOf(plan, other)];
  let gap = own.upfront - first.upfront;
  let since = 0;
  for (let year = 0; year < plan.years; year++) {
    gap += (own.years[year] ?? 0) - (first.years[year] ?? 0);
    if (gap >= -1e-6) since = 0;
    else if (since === 0) since = year + 1;
  }
  return since;
}

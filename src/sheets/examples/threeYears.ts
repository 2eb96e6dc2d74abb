// Sign three years for 4,096 GPUs? Rent or buy, and what a shorter life does to buying.
import { rentOrBuy } from "../templates/rentOrBuy";
import { withInputs } from "../withInputs";
import { type Example, named } from "./example";

const ours = withInputs(rentOrBuy, { look: "3 years", gpuName: "h100-sxm", gpus: 4096, years: 5, life: 5 });

const shorterLife = named(
  "Shorter life",
  "What if the hardware lasts four years and is worth little at their end?",
  withInputs(rentOrBuy, { look: "Own site", gpuName: "h100-sxm", gpus: 4096, years: 4, life: 4, residual: 0.05 }),
);

export const threeYears: Example = {
  id: "sign-three-years",
  title: "Sign three years for 4,096?",
  question: "On demand, one year, three years, colocation or an own site for 4,096 H100: which, and from what use on?",
  summary: "Five ways to have the same useful hours, the break-even allocation of each, and what life and residual do.",
  sheets: [ours, shorterLife],
};

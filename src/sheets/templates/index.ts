import type { SheetTemplate } from "../template";
import { audit } from "./audit";
import { batchAndContext } from "./batchAndContext";
import { ownRun } from "./ownRun";
import { parallelLayout } from "./parallelLayout";
import { servingBreakdown } from "./servingBreakdown";
import { clusterBudget } from "./clusterBudget";
import { compare } from "./compare";
import { budgetVersusActual } from "./budgetVersusActual";
import { fleetPlan } from "./fleetPlan";
import { onePager } from "./onePager";
import { scenarios } from "./scenarios";
import { rentOrBuy } from "./rentOrBuy";
import { trainingBreakdown } from "./trainingBreakdown";

/** Every template, in the order of the pane. */
export const templates: readonly SheetTemplate[] = [
  trainingBreakdown,
  clusterBudget,
  rentOrBuy,
  fleetPlan,
  budgetVersusActual,
  scenarios,
  servingBreakdown,
  compare,
  onePager,
  batchAndContext,
  parallelLayout,
  ownRun,
  audit,
];

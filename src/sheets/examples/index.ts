import { cost70b } from "./cost70b";
import type { Example } from "./example";
import { fleetPlan200m } from "./fleetPlan200m";
import { serve2000 } from "./serve2000";
import { split405b } from "./split405b";
import { threeYears } from "./threeYears";

/** In the order of the guide. */
export const examples: readonly Example[] = [cost70b, threeYears, fleetPlan200m, serve2000, split405b];

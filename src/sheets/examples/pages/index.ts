// Every example with its page, in the order of the guide.
import { cost70b } from "../cost70b";
import type { Example, ExamplePage } from "../example";
import { fleetPlan200m } from "../fleetPlan200m";
import { serve2000 } from "../serve2000";
import { split405b } from "../split405b";
import { threeYears } from "../threeYears";
import { cost70bPage } from "./cost70b";
import { fleetPlan200mPage } from "./fleetPlan200m";
import { serve2000Page } from "./serve2000";
import { split405bPage } from "./split405b";
import { threeYearsPage } from "./threeYears";

export interface Explained {
  readonly example: Example;
  readonly page: ExamplePage;
}

export const explained: readonly Explained[] = [
  { example: cost70b, page: cost70bPage },
  { example: threeYears, page: threeYearsPage },
  { example: fleetPlan200m, page: fleetPlan200mPage },
  { example: serve2000, page: serve2000Page },
  { example: split405b, page: split405bPage },
];

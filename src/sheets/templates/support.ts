// The three sheets that all others lean on: inserted with the first template.
import { assumptions } from "./assumptions";
import { audit } from "./audit";
import { lists } from "./lists";

export const support = { lists, assumptions, audit } as const;

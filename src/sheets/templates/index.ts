import type { SheetTemplate } from "../template";
import { audit } from "./audit";
import { batchAndContext } from "./batchAndContext";
import { trainingBreakdown } from "./trainingBreakdown";

/** Every template, in the order of the pane. */
export const templates: readonly SheetTemplate[] = [trainingBreakdown, batchAndContext, audit];

export { models } from "./all";
export { residual, type Residual } from "./residual";
export { resolveModel } from "./resolve";
export type { Confidence, CountedAlso, ModelRow, PublishedCount } from "./row";

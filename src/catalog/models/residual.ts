import { parameterCount } from "../../engine/parameters";
import type { ModelRow } from "./row";

/** How a published count differs from the computed one. */
export interface Residual {
  /** published - computed */
  readonly parameters: number;
  /** Of the published count. */
  readonly share: number;
  /** What is left when the parts that only the published figure counts are taken off. */
  readonly unexplained: number;
  /** Empty: nothing to explain, or nobody knows. */
  readonly explanation: string;
}

export function residual(row: ModelRow): Residual {
  const { parameters: published, alsoCounts } = row.published;
  const parameters = published - parameterCount(row.architecture).total;
  const also = alsoCounts.reduce((sum, part) => sum + part.parameters, 0);
  const named = alsoCounts.map((part) => `counts also ${part.name} ${part.parameters.toLocaleString("en-US")}`);
  return {
    parameters,
    share: parameters / published,
    unexplained: parameters - also,
    explanation: [...named, ...(row.residualExplained ? [row.residualExplained] : [])].join("; "),
  };
}

import { expect, test } from "@jest/globals";
import { architectureOf } from "../../../src/cli/score/architecture";
import type { CaseModel } from "../../../src/cli/score/measuredCase";
import { parameterCount } from "../../../src/engine/parameters";
import { cases } from "../../measured/cases";

/** The engine's norms on queries and keys have weights only; with LayerNorm there is a bias beside each. */
const queryKeyNormBiases = (m: CaseModel) =>
  m.qk_norm && m.norm === "layernorm" && !m.mla ? m.layers * 2 * m.head_dim : 0;

test.each(cases.map(({ measured }) => [measured.id, measured.model] as const))("parameters of %s", (_, model) => {
  expect(parameterCount(architectureOf(model)).total).toBe(model.params - queryKeyNormBiases(model));
});

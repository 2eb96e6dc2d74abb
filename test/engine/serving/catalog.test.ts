import { describe, expect, test } from "@jest/globals";
import { engines } from "../../../src/catalog/engines";
import { models } from "../../../src/catalog/models";
import { parameterCount } from "../../../src/engine/parameters";
import { servingEstimate } from "../../../src/engine/serving/estimate";
import { servingLines } from "../../../src/engine/serving/lines";
import { servingRoofline } from "../../../src/engine/serving/throughput";
import { loadOf, runOf } from "./runs";

describe("every model on every engine", () => {
  test.each(engines.rows.map((row) => row.id))(
    "%s: finite, not negative, weights no less than the parameters",
    (id) => {
      for (const { id: name, architecture } of models.rows) {
        const run = runOf(name, { architecture, engine: [id, null], load: loadOf(4, 2048) });
        const estimate = servingEstimate(run);
        const { weights, total, activation, kvPool, host } = estimate;
        for (const range of [weights, total, activation, ...(kvPool ? [kvPool] : [])])
          for (const value of Object.values(range)) expect(value).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(total.high)).toBe(true);
        expect(weights.likely + host).toBeGreaterThanOrEqual(2 * parameterCount(architecture).total);
        for (const line of servingLines(run)) expect(line.bytes).toBeGreaterThanOrEqual(0);
        if (architecture.kind === "encoder") continue;
        const { likely, bound } = servingRoofline(run, 8);
        for (const value of [...Object.values(likely), ...Object.values(bound)]) expect(value).toBeGreaterThan(0);
      }
    },
  );
});

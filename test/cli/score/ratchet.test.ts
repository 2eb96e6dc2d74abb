import { expect, test } from "@jest/globals";
import { figures, regressions, tightened, type Figure } from "../../../src/cli/score/ratchet";
import { scores } from "../../../src/cli/score/scores";
import { cases, pairs } from "../../measured/cases";

const error = (value: number): Figure => ({ figure: "error", better: "lower", value });
const inside = (value: number): Figure => ({ figure: "inside", better: "higher", value });

test("worse by more than 0.01 is a regression, in the direction of the figure", () => {
  expect(regressions([error(1.01), inside(94.99)], [error(1), inside(95)])).toEqual([]);
  expect(regressions([error(1.02)], [error(1)])).toEqual(["error: 1.02, recorded 1"]);
  expect(regressions([inside(94.9)], [inside(95)])).toEqual(["inside: 94.9, recorded 95"]);
  expect(regressions([], [error(1)])).toEqual(["error: no longer computed"]);
});

test("tightening keeps the better value and takes on new figures", () => {
  expect(tightened([error(2), inside(97)], [error(1), inside(95)])).toEqual([error(1), inside(97)]);
  expect(tightened([error(2)], [])).toEqual([error(2)]);
});

test("the figures cover every group, with a name each", () => {
  const all = figures(scores(cases, pairs, () => ({ predicted: 1, low: 1, high: 1, steady: null })));
  expect(new Set(all.map(({ figure }) => figure)).size).toBe(all.length);
  for (const name of ["all", "training above 20 GiB", "fsdp2 (training)", "vllm (serving)"])
    expect(all.some(({ figure }) => figure.startsWith(`${name}: `))).toBe(true);
});

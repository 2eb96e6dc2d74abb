import { expect, test } from "@jest/globals";
import { labelsOf } from "../../../src/taskpane/excel/tableLabels";

test("a single column is called by what stands in column B", () => {
  const at = labelsOf({
    live: [[1], [2]],
    saved: [[1], [3]],
    around: [
      ["", ""],
      ["Weights", 1],
      ["Total", 2],
    ],
  });
  expect([at(0, 0), at(1, 0)]).toEqual([["Weights"], ["Total"]]);
});

test("a table with heads over it and labels beside it", () => {
  const around = [
    ["", "FP32", "BF16"],
    ["Once", 1, 2],
    ["Twice", 3, 4],
  ];
  const at = labelsOf({
    live: [
      [1, 2],
      [3, 4],
    ],
    saved: [
      [1, 2],
      [3, 5],
    ],
    around,
  });
  expect(at(1, 1)).toEqual(["Twice", "BF16"]);
});

test("a table whose function answers heads and labels itself", () => {
  const live = [
    ["part", "GB", "share"],
    ["weights", 16, 0.2],
  ];
  const around = [
    ["", "", "", ""],
    [...(live[0] as string[]), ""],
    ["weights", 14, 0.2, ""],
  ];
  const at = labelsOf({
    live,
    saved: [
      ["part", "GB", "share"],
      ["weights", 14, 0.2],
    ],
    around,
  });
  expect([at(1, 1), at(1, 2), at(0, 1)]).toEqual([
    ["weights", "GB"],
    ["weights", "share"],
    ["part", "GB"],
  ]);
});

test("labels of the function's own, and heads over them", () => {
  const live = [["weights", 16, 0.2]];
  const around = [
    ["part", "GB", "share", ""],
    ["weights", 16, 0.2, ""],
  ];
  expect(labelsOf({ live, saved: live, around })(0, 2)).toEqual(["weights", "share"]);
});

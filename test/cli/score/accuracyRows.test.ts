// What sheets say about accuracy is what the scores say.
import fs from "node:fs";
import { expect, test } from "@jest/globals";
import type { Accuracy } from "../../../src/cli/score/accuracy";
import { ACCURACY_ROWS, accuracyRows } from "../../../src/cli/score/accuracyRows";

test("the rows that sheets show are those of accuracy.json (node dist/cli/records.cjs writes both)", () => {
  const accuracy = JSON.parse(fs.readFileSync("test/measured/accuracy.json", "utf8")) as Accuracy;
  expect(fs.readFileSync(ACCURACY_ROWS, "utf8")).toBe(accuracyRows(accuracy));
});

import { expect, test } from "@jest/globals";
import { FORMULAS } from "../../src/taskpane/strings";
import { calculate } from "../support/workbook";

test.each(FORMULAS.map(({ formula, result }) => [formula, result] as const))(
  "%s gives what the pane says",
  (formula, result) => {
    const got = calculate(formula);
    const shown = (Array.isArray(got) ? got.flat() : [got]).map((value) =>
      String(Number(Number(value).toPrecision(4))),
    );
    for (const number of shown) expect(result).toContain(number);
  },
);

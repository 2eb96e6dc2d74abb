// Worked examples into a workbook, sheet after sheet, through Microsoft's client.
import { expect, test } from "@jest/globals";
import { examples } from "../../../src/sheets/examples";
import { insertingExample } from "../../../src/taskpane/exampleWork";
import { TEXT } from "../../../src/taskpane/strings";
import { WorkbookFailure } from "../../../src/taskpane/workbookHost";
import { openPane, work } from "../../support/excelPane";

const [first] = examples;
if (!first) throw new Error("there is no example");
const names = first.sheets.map(({ name }) => name);

test("all sheets of an example, with its inputs, beside the three that they share", async () => {
  const { pane, sheetNames, value, internalErrors } = await openPane();
  const job = insertingExample(pane, first);
  const inserted = await job.work(work());
  expect(inserted).toEqual(names);
  expect(job.done(inserted)).toBe(`Inserted the sheets ${names.join(", ")}.`);
  expect(new Set(sheetNames())).toEqual(new Set(["Sheet1", ...names, "GM Lists", "GM Assumptions", "GM Audit"]));
  for (const name of names) expect([name, value(name, "C3")]).toEqual([name, 0]);
  expect(value("GM Audit", "C2")).toBe(`All checks hold on ${names.length} sheets.`);
  expect(internalErrors).toEqual([]);
});

test("a failure in the middle says what was inserted before and stays", async () => {
  const { pane } = await openPane();
  let calls = 0;
  const insert: typeof pane.insert = (template, at) => {
    if (++calls === 2) throw new WorkbookFailure("Excel is busy. Nothing was inserted.");
    return pane.insert(template, at);
  };
  await expect(insertingExample({ ...pane, insert }, first).work(work())).rejects.toThrow(
    `Excel is busy. Nothing was inserted. ${TEXT.insertedBefore(names.slice(0, 1))}`,
  );
});

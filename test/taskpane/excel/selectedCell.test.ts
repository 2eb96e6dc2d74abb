// From a selected cell to its reason, through Microsoft's client.
import { expect, test } from "@jest/globals";
import { trainingBreakdown } from "../../../src/sheets/templates/trainingBreakdown";
import { BASELINE_SETS } from "../../../src/workbench/office/requirementSets";
import { compare } from "../../../src/sheets/templates/compare";
import { openPane, openSmallPane, work } from "../../support/excelPane";
import { plan } from "../../support/smallTemplates";

type Book = Awaited<ReturnType<typeof openPane>>;

async function tellOf({ Excel, pane }: Book, sheet: string, address: string) {
  await Excel.run(async (context) => {
    const one = context.workbook.worksheets.getItem(sheet);
    one.activate();
    one.getRange(address).select();
    await context.sync();
  });
  return pane.selectedCell();
}

const write = ({ Excel }: Book, address: string, formulas: unknown[][]) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange(address).formulas = formulas;
    await context.sync();
  });

/** The row of a label in column B. */
const rowOf = (book: Book, sheet: string, label: string): number =>
  Number(
    book
      .cells(sheet)
      .find(({ address, value }) => /^B\d+$/.test(address) && value === label)
      ?.address.slice(1),
  );

test("a call of ours is told with its numbers, inputs and sources, in two syncs", async () => {
  const book = await openSmallPane();
  await write(book, "A1:B2", [
    ["size", "7B"],
    ['=GPUMEM.TRAIN_MEM(B1,"bf16","adam")', ""],
  ]);
  const before = book.host.syncs.length;
  const story = await tellOf(book, "Sheet1", "A2");
  expect(book.host.syncs.length - before).toBe(3); // one of them selected the cell
  expect(story).toMatchObject({ address: "Sheet1!A2", shown: "112", sentence: undefined });
  expect(story.formula).toContain("GPUMEM.TRAIN_MEM(B1");
  expect(story.reason?.inputs.map(({ name, value }) => [name, value])).toEqual([
    ["params", "7B"],
    ["precision", "bf16"],
    ["optimizer", "adam"],
  ]);
  expect(story.reason?.anchor).toBe("reference.html#TRAIN_MEM");
});

test("an error is told in the function's own sentence, or in words", async () => {
  const book = await openSmallPane();
  await write(book, "A1:A4", [
    ['=GPUMEM.TRAIN_MEM("7B","bf17","adam")'],
    ["=1/0"],
    ["=A2"],
    ["=GPUMEM.KV_MEM(A9*2,1,1,1,1)"],
  ]);
  expect((await tellOf(book, "Sheet1", "A1")).sentence).toContain("bf17");
  expect((await tellOf(book, "Sheet1", "A2")).sentence).toBe("The formula divides by zero, or by an empty cell.");
  expect(await tellOf(book, "Sheet1", "A3")).toMatchObject({ cells: [{ label: "", address: "A2" }] });
  expect((await tellOf(book, "Sheet1", "A4")).cells).toEqual([{ label: "", address: "A9", shown: "empty" }]);
});

test("cells without a formula say so", async () => {
  const book = await openSmallPane();
  await write(book, "A1:A2", [[42], ['=GPUMEM.TRAIN_MEM({1;7}*1e9,"bf16","adam")']]);
  expect((await tellOf(book, "Sheet1", "C9")).sentence).toBe("This cell is empty.");
  expect(await tellOf(book, "Sheet1", "A1")).toMatchObject({
    formula: "",
    shown: "42",
    sentence: expect.stringMatching(/^No formula stands in this cell/),
  });
  expect((await tellOf(book, "Sheet1", "A3")).sentence).toMatch(/the formula of another cell fills it/);
});

test("where Excel tells what fills a cell, each cell of a table is explained by its own arguments", async () => {
  const book = await openSmallPane({ sets: { ...BASELINE_SETS, ExcelApi: "1.12" } });
  await write(book, "A1:C2", [
    ["7B", "bf16", "fp32"],
    ["70B", '=GPUMEM.TRAIN_MEM(A1:A2,B1:C1,"adam")', ""],
  ]);
  await write(book, "A1:A2", [["7B"], ["70B"]]);
  const story = await tellOf(book, "Sheet1", "C3");
  expect(story.shown).toBe(String(book.value("Sheet1", "C3")));
  expect(story.reason?.inputs.map(({ value }) => value)).toEqual(["70B", "fp32", "adam"]);
  expect((await tellOf(book, "Sheet1", "B2")).reason?.inputs.map(({ value }) => value)).toEqual(["7B", "bf16", "adam"]);
  await write(book, "A9", [['=SUM(GPUMEM.TRAIN_MEM(A1:A2,B1:C1,"adam"))']]);
  expect((await tellOf(book, "Sheet1", "A9")).reason?.inputs[0]?.value).toBe("7B, 70B");
  expect((await tellOf(book, "Sheet1", "A1")).sentence).toMatch(/^No formula/);
});

test("a native formula of ours names what it refers to, also on other sheets", async () => {
  const book = await openSmallPane();
  await book.pane.insert(plan, work());
  const cost = await tellOf(book, "Plan", "C15");
  expect(cost.label).toBe("Cost");
  expect(cost.cells.map(({ label, shown }) => [label, shown])).toEqual([
    ["GPUs", "4"],
    ["Price", "2.50"],
    ["Model states", "64.0"],
  ]);
  const price = await tellOf(book, "Plan", "C14");
  expect(price.cells).toEqual([{ label: "Price per GPU-hour", address: "GM Assumptions!C8", shown: "2.50" }]);
});

test("Live, Saved and Used of a result are explained by the call that gave them", async () => {
  const book = await openPane();
  await book.pane.insert(trainingBreakdown, work());
  const row = rowOf(book, "Training breakdown", "Weights");
  const live = await tellOf(book, "Training breakdown", `C${row}`);
  expect(live).toMatchObject({ label: "Weights", reason: { id: "RESULT", range: expect.stringMatching(/^low /) } });
  expect(live.reason?.sentence).toMatch(/^weights .* GB: /);
  expect(live.reason?.inputs.map(({ name, value }) => [name, value]).slice(1)).toEqual([
    ["output", "Weights"],
    ["unit", "GB"],
  ]);
  for (const column of ["D", "E"])
    expect((await tellOf(book, "Training breakdown", `${column}${row}`)).reason).toEqual(live.reason);
  const savings = await tellOf(book, "Training breakdown", `E${rowOf(book, "Training breakdown", "flash attention")}`);
  expect(savings).toMatchObject({ label: "flash attention", reason: { id: "SAVINGS" } });
});

test("a cell of a table of scenarios is explained as that scenario's result", async () => {
  const book = await openPane();
  await book.pane.insert(compare, work());
  const table = book.cells("Compare").find(({ formula }) => formula?.includes("GPUMEM.ESTIMATE"));
  const spill = await tellOf(
    book,
    "Compare",
    String(table?.address).replace(/\d+/, (row) => String(Number(row) + 1)),
  );
  expect(spill.reason?.id).toBe("RESULT");
  expect(spill.reason?.sentence).not.toMatch(/cases given/);
  expect(spill.reason?.range).toMatch(/^low /);
});

test("another selection is heard until it is no longer wanted", async () => {
  const { model, pane, internalErrors } = await openSmallPane();
  let heard = 0;
  const later = () => new Promise((done) => setTimeout(done, 20));
  const stop = await pane.watchSelection(() => heard++);
  model.selection.selectCell(2, 2);
  await later();
  expect(heard).toBe(1);
  await stop();
  model.selection.selectCell(3, 3);
  await later();
  expect(heard).toBe(1);
  expect(internalErrors).toEqual([]);
});

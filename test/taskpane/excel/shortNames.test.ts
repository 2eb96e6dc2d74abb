// Short names come and go without a trace; where Excel cannot, it says so and leaves nothing.
import { expect, test } from "@jest/globals";
import { shortNames } from "../../../src/functions/shortNames";
import { openSmallPane, work } from "../../support/excelPane";

const COUNT = shortNames.length - 1;

/** As an Excel that knows LAMBDA: it reads the formula, and answers the probe. */
async function openWithLambda(answer: unknown = 1) {
  const book = await openSmallPane();
  const library = book.library as unknown as { parse: (formula: string) => unknown };
  const getters = book.model.getters as unknown as { evaluateFormula: (sheetId: string, formula: string) => unknown };
  const { parse } = library;
  const { evaluateFormula } = getters;
  library.parse = (formula) => (formula.includes("LAMBDA") ? {} : parse(formula));
  getters.evaluateFormula = (sheetId, formula) =>
    formula.includes("LAMBDA") ? answer : evaluateFormula(sheetId, formula);
  const done = () => void (library.parse = parse);
  const names = () =>
    book.Excel.run(async (context) => {
      const { names: all } = context.workbook;
      all.load("items/name,items/formula");
      await context.sync();
      return all.items.map(({ name }) => name).sort();
    });
  const add = (name: string, formula: string) =>
    book.Excel.run(async (context) => {
      context.workbook.names.add(name, formula);
      await context.sync();
    });
  return { ...book, names, add, done };
}

test("they are off at first, come all at once, and go without a trace", async () => {
  const { pane, names, done, host } = await openWithLambda();
  expect(await pane.shortNames()).toEqual({ ours: [], others: [], excels: ["PRICE"] });
  const before = host.syncs.length;
  const on = await pane.defineShortNames(work());
  expect(host.syncs.length - before).toBe(5);
  expect(on.ours).toHaveLength(COUNT);
  expect(await names()).toEqual([...on.ours].sort());
  expect((await pane.defineShortNames(work())).ours).toHaveLength(COUNT);
  expect((await pane.removeShortNames(work())).ours).toEqual([]);
  expect(await names()).toEqual([]);
  done();
});

test("a name of the user's own is left alone, and told", async () => {
  const { pane, add, names, done } = await openWithLambda();
  await add("Train_Mem", "=42");
  await add("margin", "=0.1");
  const on = await pane.defineShortNames(work());
  expect(on).toMatchObject({ others: ["Train_Mem"] });
  expect(on.ours).toHaveLength(COUNT - 1);
  await pane.removeShortNames(work());
  expect(await names()).toEqual(["Train_Mem", "margin"]);
  done();
});

test("a name of ours whose formula somebody changed stays", async () => {
  const { pane, Excel, names, done } = await openWithLambda();
  await pane.defineShortNames(work());
  await Excel.run(async (context) => {
    context.workbook.names.getItem("KV_MEM").formula = "=LAMBDA(x,x)";
    await context.sync();
  });
  expect(await pane.removeShortNames(work())).toMatchObject({ ours: [], others: ["KV_MEM"] });
  expect(await names()).toEqual(["KV_MEM"]);
  done();
});

test("a failure or a cancel in the middle leaves none", async () => {
  const { pane, host, names, add, done } = await openWithLambda();
  await add("KV_MEM", "=42");
  host.failAt({ sync: 5, action: 20 });
  await expect(pane.defineShortNames(work())).rejects.toThrow(/No name was changed/);
  expect(await names()).toEqual(["KV_MEM"]);
  await expect(pane.defineShortNames(work("Defining"))).rejects.toThrow(/^Cancelled\. No name was changed/);
  await expect(pane.defineShortNames(work("Asking"))).rejects.toThrow(/^Cancelled\. No name was changed/);
  expect(await names()).toEqual(["KV_MEM"]);
  done();
});

test("names that would not be recognized again are not left behind", async () => {
  const { pane, names, add, done, Excel } = await openWithLambda();
  await add("KV_MEM", "=42");
  const collection = Excel.NamedItemCollection.prototype as unknown as { add: (...args: unknown[]) => unknown };
  const original = collection.add;
  collection.add = function (name, formula, comment) {
    return original.call(this, name, String(formula).replace("IF(", "IFS("), comment);
  };
  await expect(pane.defineShortNames(work())).rejects.toThrow(/would not recognize again/);
  collection.add = original;
  expect(await names()).toEqual(["KV_MEM"]);
  done();
});

test("the spelling of files is ours, too", async () => {
  const { pane, names, add, done } = await openWithLambda();
  const { formula } = shortNames.find(({ name }) => name === "VERSION") as (typeof shortNames)[number];
  const inFile = formula
    .replace("LAMBDA([what],", "_xlfn.LAMBDA( [_xlpm.what], ")
    .replaceAll("(what)", "(_xlpm.what)")
    .replace("GPUMEM.VERSION(", "_xldudf_GPUMEM_VERSION(");
  await add("VERSION", inFile);
  expect((await pane.shortNames()).ours).toEqual(["VERSION"]);
  await pane.removeShortNames(work());
  expect(await names()).toEqual([]);
  done();
});

test.each(["#NAME?", "", "=LAMBDA"])("an Excel whose probe gives %j does not know LAMBDA", async (answer) => {
  const { pane, names, done } = await openWithLambda(answer);
  await expect(pane.defineShortNames(work())).rejects.toThrow(/does not know LAMBDA.*Nothing was changed/);
  expect(await names()).toEqual([]);
  done();
});

test("in the workbench, which has no LAMBDA, it says so and leaves nothing", async () => {
  const { pane, Excel, cells, internalErrors } = await openSmallPane();
  await expect(pane.defineShortNames(work())).rejects.toThrow(
    /^This Excel does not know LAMBDA, which short names are made of, so none was defined\. Nothing was changed\./,
  );
  await Excel.run(async (context) => {
    const count = context.workbook.names.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
  expect([cells("Sheet1"), internalErrors]).toEqual([[], []]);
});

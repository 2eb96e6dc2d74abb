// Rows of the user's own, through Microsoft's client: written, offered in the lists, and computed with.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { models } from "../../../src/catalog/models";
import { invoke } from "../../../src/functions/invoke";
import { RESULT } from "../../../src/functions/scenario/answers";
import { trainingBreakdown } from "../../../src/sheets/templates/trainingBreakdown";
import { OWN_ROWS } from "../../../src/sheets/templates/lists";
import { changedConfig } from "../../../src/taskpane/own/config";
import { dimsOf } from "../../../src/taskpane/own/dims";
import { gpuRow, modelRow, type OwnRow, priceRow } from "../../../src/taskpane/own/rows";
import { openPane, work } from "../../support/excelPane";

type Book = Awaited<ReturnType<typeof openPane>>;

const CONFIG = JSON.stringify(
  JSON.parse(fs.readFileSync(path.resolve(__dirname, "../../catalog/configs/mixtral-8x7b.json"), "utf8")),
);
const rowFrom = (checked: ReturnType<typeof modelRow>): OwnRow => {
  if ("refused" in checked) throw new Error(checked.refused);
  return checked.value;
};
const model = (name: string, config = CONFIG) => rowFrom(modelRow({ name, config, source: "=ours" }));

/** The cell beside a label in column B, or in another column of that row. */
function beside({ cells }: Book, sheet: string, label: string, column = "C"): string {
  const found = cells(sheet).find(({ address, value }) => /^B\d+$/.test(address) && value === label);
  return `${column}${found?.address.slice(1)}`;
}

const write = ({ Excel }: Book, sheet: string, address: string, content: unknown) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[content]];
    await context.sync();
  });

test("a model added by its config is offered, and a template computes it as RESULT does", async () => {
  const book = await openPane();
  await book.pane.insert(trainingBreakdown, work());
  const before = book.host.syncs.length;
  const { sheet, row } = await book.pane.addRow(model("our-moe"), work());
  expect(book.host.syncs.length - before).toBe(4);
  expect([`B${row}`, `C${row}`, `D${row}`].map((address) => book.cell(sheet, address))).toEqual([
    { address: `B${row}`, value: "our-moe" },
    { address: `C${row}`, value: CONFIG },
    { address: `D${row}`, value: "=ours" },
  ]);
  expect(book.cells("GM Lists").some(({ value }) => value === "our-moe")).toBe(true);
  const name = "Training breakdown";
  await write(book, name, beside(book, name, "Model"), "our-moe");
  const scenario = book
    .cells(name)
    .flatMap(({ address, value }) =>
      /^B\d+$/.test(address) ? [[String(value), book.value(name, `C${address.slice(1)}`) ?? ""]] : [],
    )
    .slice(0, 60);
  const from = scenario.findIndex(([label]) => label === "Model");
  const to = scenario.findIndex(([label]) => label === "GPU watts");
  const total = book.value(name, beside(book, name, "Total"));
  expect(total).toBeCloseTo(
    Number(
      invoke(RESULT, [
        scenario.slice(from, to + 1).map(([label, value]) => [label, label === "Model" ? CONFIG : value]),
        "total",
      ])[0]?.[0],
    ),
    6,
  );
  expect(Number(total)).toBeGreaterThan(0);
});

test("where GM Assumptions is missing it is inserted first; a GPU and a price follow", async () => {
  const book = await openPane();
  const gpu = rowFrom(
    gpuRow({ name: "h100-ours", like: "h100-sxm", memory: "96", tflops: "", bandwidth: "4000", watts: "", source: "" }),
  );
  const added = await book.pane.addRow(gpu, work());
  expect(book.sheetNames()).toEqual(expect.arrayContaining(["GM Assumptions", "GM Lists", "GM Audit", "Sheet1"]));
  const at = (column: string) => book.value("GM Assumptions", `${column}${added.row}`);
  expect([..."BCDEFGH"].map(at)).toEqual(["h100-ours", "h100-sxm", 96, null, 4000, null, null]);
  const price = rowFrom(
    priceRow({ gpu: "h100-ours", price: "2.45", kind: "on demand", source: "@contract", asOf: "2026-11-24" }),
  );
  const priced = await book.pane.addRow(price, work());
  const cells = [..."BCDEF"].map((column) => book.cell("GM Assumptions", `${column}${priced.row}`));
  expect(cells.map(({ value }) => value)).toEqual(["h100-ours", 2.45, "on demand", "@contract", 46350]);
  expect(book.format("GM Assumptions", `F${priced.row}`)).toBe("yyyy-mm-dd");
  await book.pane.insert(trainingBreakdown, work());
  await write(book, "Training breakdown", beside(book, "Training breakdown", "GPU"), "h100-ours");
  expect(Number(book.value("Training breakdown", beside(book, "Training breakdown", "Capacity")))).toBeGreaterThan(88);
});

test("whatever a name or a source begins with, no cell becomes a formula", async () => {
  const book = await openPane();
  for (const name of ["=1+a", "+a", "-a", "@a", "=cmd|' /C calc'!A0", "＝a"]) {
    const { row } = await book.pane.addRow(rowFrom(modelRow({ name, config: "{}", source: name })), work());
    for (const column of ["B", "D"])
      expect(book.cell("GM Assumptions", `${column}${row}`)).toEqual({ address: `${column}${row}`, value: name });
  }
});

test("a name that stands there already is refused with its row, and so is a full list", async () => {
  const book = await openPane();
  const first = await book.pane.addRow(model("ours-1"), work());
  await expect(book.pane.addRow(model("OURS-1"), work())).rejects.toThrow(
    `OURS-1 stands in row ${first.row} of GM Assumptions already. Nothing was added.`,
  );
  for (let i = 2; i <= OWN_ROWS; i++) await book.pane.addRow(model(`ours-${i}`), work());
  await expect(book.pane.addRow(model("one more"), work())).rejects.toThrow(
    `is full: rows ${first.row} to ${first.row + OWN_ROWS - 1} are all filled. Nothing was added.`,
  );
  await write(book, "GM Assumptions", `B${first.row}`, "");
  await expect(book.pane.addRow(model("over the config"), work())).rejects.toThrow(/is full/);
});

test("a catalog model with other sizes computes under its new name", async () => {
  const book = await openPane();
  await book.pane.insert(trainingBreakdown, work());
  const llama = models.rows.find(({ id }) => id === "llama-3.1-8b")!;
  const changed = changedConfig(llama, { ...dimsOf(llama.architecture), layers: 16 });
  if ("refused" in changed) throw new Error(changed.refused);
  await book.pane.addRow(model("half a llama", changed.value.config), work());
  const name = "Training breakdown";
  const weights = () => Number(book.value(name, beside(book, name, "Weights")));
  const whole = weights();
  await write(book, name, beside(book, name, "Model"), "half a llama");
  expect(weights()).toBeLessThan(whole * 0.62);
  expect(weights()).toBeCloseTo((changed.value.parameters * 2) / 8 / 1e9, 3);
});

test("a sheet whose list was deleted says what to do", async () => {
  const book = await openPane();
  const { row } = await book.pane.addRow(model("ours"), work());
  await book.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("GM Assumptions");
    sheet.getRange(`${row}:${row + OWN_ROWS - 1}`).delete("Up");
    await context.sync();
  });
  await expect(book.pane.addRow(model("next"), work())).rejects.toThrow(
    /The list on GM Assumptions was deleted.*Nothing was added/,
  );
});

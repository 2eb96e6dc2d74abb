// A model of the user's own: the config.json of Hugging Face -> label and value rows to paste into cells.
import { MODEL } from "../functions/catalog";
import { type Block, isCellError } from "../functions/cells";
import { invoke } from "../functions/invoke";
import { copyButton, element, section } from "./dom";
import { TEXT } from "./strings";

/** The MODEL function itself reads the text: the pane says what a cell would say. */
const describe = (text: string): Block => invoke(MODEL, [text.trimStart().startsWith("{") ? text : `{${text}`]);

/** Tab-separated, as spreadsheets paste it into two columns. */
const asCells = (block: Block): string => block.map((row) => row.join("\t")).join("\n");

function resultTable(block: Block): HTMLElement {
  const known = block.filter(([, value]) => value !== "");
  const rows = known.map(([label, value]) =>
    element("tr", {}, element("th", { scope: "row" }, String(label)), element("td", {}, String(value))),
  );
  const cells = element("pre", { class: "cells" }, asCells(known));
  return element(
    "div",
    {},
    element("table", {}, ...rows),
    copyButton(TEXT.importCopyLabel, cells, TEXT.importCopied),
    cells,
  );
}

function show(text: string, result: HTMLElement): void {
  if (text.trim() === "") return result.replaceChildren(element("p", {}, TEXT.importEmpty));
  const block = describe(text);
  const first = block[0]?.[0];
  result.replaceChildren(
    first !== undefined && isCellError(first) ? element("p", {}, first.message) : resultTable(block),
  );
}

/** Paste or choose a file, read, copy into cells. */
export function modelImport(): HTMLElement {
  const text = element("textarea", { id: "config", rows: "5", spellcheck: "false" });
  const file = element("input", { type: "file", id: "config-file", accept: ".json,application/json" });
  const result = element("div", { role: "status" });
  const read = element("button", { type: "button" }, TEXT.importRead);
  read.addEventListener("click", () => show(text.value, result));
  file.addEventListener("change", async () => {
    text.value = (await file.files?.[0]?.text()) ?? "";
    show(text.value, result);
  });
  return section(
    "import",
    TEXT.importHeading,
    element("p", {}, element("label", { for: "config" }, TEXT.importLabel)),
    text,
    element("p", {}, element("label", { for: "config-file" }, TEXT.importFile), " ", file),
    read,
    result,
  );
}

// Part of the build: every worked example as a workbook in dist/examples/.
import fs from "node:fs";
import path from "node:path";
import { examples } from "../sheets/examples";
import { workbookFile } from "../xlsx/workbookFile";
import { exampleBook } from "./exampleBook";
import { loadSpreadsheet } from "./headless";

const DIST = path.resolve(__dirname, "..");

async function main(): Promise<void> {
  const folder = path.join(DIST, "examples");
  fs.mkdirSync(folder, { recursive: true });
  const library = loadSpreadsheet(DIST);
  for (const example of examples) {
    const { grids, read } = exampleBook(library, example);
    fs.writeFileSync(path.join(folder, `${example.id}.xlsx`), await workbookFile(grids, read, "live"));
  }
}

void main();

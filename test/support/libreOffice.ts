// Recalculates sheets in LibreOffice, without a window and with a profile of its own.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { CellSheet, ReadCell } from "./cellSheets";
import { xlsxFile } from "./xlsxFile";

const NAMES = ["soffice", "libreoffice"];
const MAC = "/Applications/LibreOffice.app/Contents/MacOS/soffice";

export function findLibreOffice(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), MAC].find((file) =>
    fs.existsSync(file),
  );
}

/** Without it LibreOffice shows the results that the file brings: 0 is "always recalculate". */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Comma, quote, UTF-8, from line 1; English (US); values rather than what the cells show; every sheet in its own file. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1";

export function recalculatedByLibreOffice(soffice: string, sheets: readonly CellSheet[]): ReadCell {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-libreoffice-"));
  try {
    const file = path.join(folder, "book.xlsx");
    fs.writeFileSync(file, xlsxFile(sheets));
    return recalculatedFile(
      soffice,
      file,
      sheets.map(({ name }) => name),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What an .xlsx shows after everything in it was calculated anew. */
export function recalculatedFile(soffice: string, file: string, sheets: readonly string[]): ReadCell {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-libreoffice-"));
  try {
    const profile = path.join(folder, "profile");
    fs.mkdirSync(path.join(profile, "user"), { recursive: true });
    fs.writeFileSync(path.join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    convert(soffice, profile, folder, file);
    const base = path.basename(file, ".xlsx");
    return readerOf(new Map(sheets.map((name) => [name, rowsOf(path.join(folder, `${base}-${name}.csv`))])));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function convert(soffice: string, profile: string, folder: string, file: string): void {
  const profileUrl = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const args = [profileUrl, "--headless", "--convert-to", CSV, "--outdir", folder, file];
  const { status, stderr, error } = spawnSync(soffice, args, { encoding: "utf8", timeout: 120_000 });
  if (status !== 0) throw new Error(`LibreOffice could not convert the workbook: ${error?.message ?? stderr}`);
}

const rowsOf = (file: string) => parseCsv(fs.readFileSync(file, "utf8"));

/** A number where the text is one; empty cells and cells beyond the end are "". */
const readerOf =
  (books: ReadonlyMap<string, readonly (readonly string[])[]>): ReadCell =>
  (sheet, row, column) => {
    const text = books.get(sheet)?.[row - 1]?.[column - 1] ?? "";
    return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  };

export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end?.endsWith("\n")) rows.push([]);
  }
  return rows;
}

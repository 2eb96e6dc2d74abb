// The least .xlsx that a spreadsheet program reads: plain cells, in a zip whose entries are stored uncompressed.
import { crc32 } from "node:zlib";
import { columnName } from "../../src/sheets/address";
import type { CellSheet } from "./cellSheets";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Stands in the file as the last result of every formula: whoever still shows it has not recalculated. */
export const STALE = 999_999;

export function xlsxFile(sheets: readonly CellSheet[]): Buffer {
  const names = sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const parts = sheets.map((_, i) => `/xl/worksheets/sheet${i + 1}.xml`);
  return zip({
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override("/xl/workbook.xml", "sheet.main")}${parts.map((part) => override(part, "worksheet")).join("")}</Types>`,
    "_rels/.rels": relationships([["officeDocument", "/xl/workbook.xml"]]),
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(parts.map((part) => ["worksheet", part])),
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(sheet)])),
  });
}

const override = (part: string, type: string) => `<Override PartName="${part}" ContentType="${TYPE}.${type}+xml"/>`;

const relationships = (targets: readonly (readonly [string, string])[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function worksheet({ cells }: CellSheet): string {
  const rows = new Map<number, CellSheet["cells"][number][]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const lines = sorted.map(([row, inRow]) => {
    const ordered = [...inRow].sort((a, b) => a.column - b.column);
    return `<row r="${row}">${ordered.map((one) => cellXml(`${columnName(one.column)}${row}`, one.content)).join("")}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cellXml(address: string, content: string | number): string {
  if (typeof content === "number") return `<c r="${address}"><v>${content}</v></c>`;
  if (content.startsWith("=")) return `<c r="${address}"><f>${escaped(content.slice(1))}</f><v>${STALE}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t>${escaped(content)}</t></is></c>`;
}

/** PKWARE's APPNOTE: local headers and data, the central directory, its end. Method 0, UTF-8 names, 1980-01-01. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)];
    const common = commonHeader(name, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, place, name);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, name, data]);
    local.push(entry);
    offset += entry.length;
  }
  const [count, directory] = [Object.keys(files).length, Buffer.concat(central)];
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

/** From "version needed" to "extra length": the same in both headers. */
function commonHeader(name: Buffer, data: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(0x0800, 2);
  header.writeUInt16LE(0x21, 8);
  header.writeUInt32LE(crc32(data), 10);
  header.writeUInt32LE(data.length, 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

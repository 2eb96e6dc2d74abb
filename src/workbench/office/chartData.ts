// What a range says when a chart is made from it: series and categories.
import { type Area, columnCount, rowCount, span } from "./area";
import type { Book } from "./book";
import { valueAt } from "./cells";
import { type ChartDefinition, type SeriesStyle, sourceAddress } from "./charts";

export type SeriesBy = "Auto" | "Columns" | "Rows";

interface Headings {
  readonly firstRow: boolean;
  readonly firstColumn: boolean;
}

/** Excel's guess: a row or column of texts names what stands beside it; an empty corner means both do. */
function headingsOf(book: Book, { sheetId, zone }: Area): Headings {
  const isText = (row: number, col: number) => typeof valueAt(book, sheetId, row, col) === "string";
  const corner = zone.top < zone.bottom && zone.left < zone.right && valueAt(book, sheetId, zone.top, zone.left) === "";
  return {
    firstRow: zone.top < zone.bottom && (corner || isText(zone.top, zone.right)),
    firstColumn: zone.left < zone.right && (corner || isText(zone.bottom, zone.left)),
  };
}

interface Part {
  readonly name: string;
  readonly values: Area;
}

function partsOf(book: Book, range: Area, by: SeriesBy): { readonly parts: readonly Part[]; readonly labels?: Area } {
  const { firstRow, firstColumn } = headingsOf(book, range);
  const { sheetId, zone } = range;
  const body = { ...zone, top: zone.top + Number(firstRow), left: zone.left + Number(firstColumn) };
  const name = (row: number, col: number, index: number, has: boolean) =>
    (has && String(valueAt(book, sheetId, row, col))) || `Series${index + 1}`;
  const part = (changes: Partial<Area["zone"]>): Area => ({ kind: "Range", sheetId, zone: { ...body, ...changes } });
  const byColumns = by === "Columns" || (by === "Auto" && rowCount(range) >= columnCount(range));
  if (byColumns)
    return {
      parts: span(body.left, body.right).map((col, index) => ({
        name: name(zone.top, col, index, firstRow),
        values: part({ left: col, right: col }),
      })),
      ...(firstColumn && { labels: part({ left: zone.left, right: zone.left }) }),
    };
  return {
    parts: span(body.top, body.bottom).map((row, index) => ({
      name: name(row, zone.left, index, firstColumn),
      values: part({ top: row, bottom: row }),
    })),
    ...(firstRow && { labels: part({ top: zone.top, bottom: zone.top }) }),
  };
}

export function dataFrom(
  book: Book,
  sheetId: string,
  range: Area,
  by: SeriesBy,
): Pick<ChartDefinition, "dataSource" | "dataSetStyles"> {
  const { parts, labels } = partsOf(book, range, by);
  const series = parts.map((part) => ({ ...part, dataSetId: book.newId() }));
  return {
    dataSource: {
      type: "range",
      dataSetsHaveTitle: false,
      dataSets: series.map(({ dataSetId, values }) => ({ dataSetId, dataRange: sourceAddress(book, sheetId, values) })),
      ...(labels && { labelRange: sourceAddress(book, sheetId, labels) }),
    },
    dataSetStyles: Object.fromEntries(
      series.map(({ dataSetId, name }): [string, SeriesStyle] => [dataSetId, { label: name }]),
    ),
  };
}

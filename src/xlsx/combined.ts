// Columns with a line over them: the file writer knows one kind per chart, so the line's series are moved in its XML.
import { strFromU8, strToU8 } from "fflate";
import type { SheetGrid } from "../sheets/grid";

const SERIES = /<c:ser>.*?<\/c:ser>/gs;
const AXES = /<c:axId val="[^"]*"\/>/g;

/** Moves the series at these places from the columns into lines on the same axes. */
export function withLines(xml: string, places: ReadonlySet<number>): string {
  const bars = /<c:barChart>.*?<\/c:barChart>/s.exec(xml)?.[0];
  if (!bars || places.size === 0) return xml;
  const series = bars.match(SERIES) ?? [];
  const lines = series.filter((_, i) => places.has(i));
  const rest = lines.reduce((text, one) => text.replace(one, ""), bars);
  const axes = (bars.match(AXES) ?? []).join("");
  const lineChart = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.map(asLine).join("")}<c:marker val="1"/>${axes}</c:lineChart>`;
  return xml.replace(bars, `${rest}${lineChart}`);
}

/** A line has a stroke instead of a fill, and no sign to invert. */
const asLine = (series: string): string =>
  series
    .replace(/<c:invertIfNegative[^>]*\/>/g, "")
    .replace(/<c:spPr>(<a:solidFill>.*?<\/a:solidFill>).*?<\/c:spPr>/s, '<c:spPr><a:ln w="28575">$1</a:ln></c:spPr>')
    .replace("</c:spPr>", '</c:spPr><c:marker><c:symbol val="none"/></c:marker>')
    .replace(/<c:smooth[^>]*\/>/g, "")
    .replace("</c:ser>", '<c:smooth val="0"/></c:ser>');

type Parts = Record<string, Uint8Array>;

/** The charts of a file are numbered through its sheets in order. */
export function combineCharts(parts: Parts, grids: readonly SheetGrid[]): void {
  const charts = grids.flatMap((grid) => grid.charts);
  charts.forEach(({ series }, i) => {
    const part = `xl/charts/chart${i + 1}.xml`;
    const places = new Set(series.flatMap(({ asLine: line }, at) => (line ? [at] : [])));
    const xml = parts[part];
    if (places.size === 0 || !xml) return;
    parts[part] = strToU8(withLines(strFromU8(xml), places));
  });
}

// The few pieces of HTML that generated pages are made of.

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
export const code = (text: string): string => `<code>${escape(text)}</code>`;

/** A table; cells are HTML already. */
export const htmlTable = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `<table><caption>${caption}</caption>`,
    `<tr>${heads.map((head) => `<th scope="col">${escape(head)}</th>`).join("")}</tr>`,
    ...rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`),
    "</table>",
  ].join("\n");

/** Ten significant digits, thousands grouped. */
export function printed(result: number | string | boolean): string {
  if (typeof result !== "number") return String(result);
  const [whole = "", fraction] = String(Number(result.toPrecision(10))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
}

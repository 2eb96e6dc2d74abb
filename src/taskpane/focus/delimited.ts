// Text of a cost export -> records: commas, tabs or semicolons between fields, quotes around what holds them.

export type Records =
  | { readonly kind: "read"; readonly records: readonly (readonly string[])[] }
  /** A quote that opens in this record never closes. */
  | { readonly kind: "unclosed"; readonly record: number };

const SEPARATORS = ["\t", ",", ";"] as const;

/** The one that stands most often in the header. */
function separatorOf(text: string): string {
  const header = text.slice(0, (text.search(/[\r\n]/) + 1 || text.length + 1) - 1).replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] as string;
}

/** Records count from 1; empty lines are none. */
export function readDelimited(given: string): Records {
  const text = given.replace(/^\uFEFF/, "");
  const separator = separatorOf(text);
  const records: string[][] = [];
  let record: string[] = [];
  const endRecord = () => {
    if (record.length > 1 || record[0] !== "") records.push(record);
    record = [];
  };
  for (let at = 0; at < text.length;) {
    const field = text[at] === '"' ? quoted(text, at, separator) : plain(text, at, separator);
    if (!field) return { kind: "unclosed", record: records.length + 1 };
    record.push(field.value);
    at = field.end;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      record.push("");
    }
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    endRecord();
  }
  return { kind: "read", records };
}

interface Field {
  readonly value: string;
  readonly end: number;
}

function plain(text: string, start: number, separator: string): Field {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(start, end).trim(), end };
}

/** Two quotes inside are one; what stands behind the closing one belongs to the field, too. */
function quoted(text: string, start: number, separator: string): Field | undefined {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 2)) {
    if (text[end + 1] === '"') continue;
    const rest = plain(text, end + 1, separator);
    return { value: text.slice(start + 1, end).replaceAll('""', '"') + rest.value, end: rest.end };
  }
  return undefined;
}

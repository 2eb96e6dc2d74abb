// The order in which the schema wants a font's properties: the file writer has its own, which strict readers refuse.

const ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

const rank = (property: string): number => ORDER.indexOf(/^<(\w+)/.exec(property)?.[1] ?? "");

/** The styles part with the properties of every font in order. */
export const withOrderedFonts = (styles: string): string =>
  styles.replace(/<font>(.*?)<\/font>/gs, (_, properties: string) => {
    const each = properties.match(/<\w+[^>]*\/>/g) ?? [];
    return `<font>${[...each].sort((a, b) => rank(a) - rank(b)).join("")}</font>`;
  });

// Search: every word of the query must stand somewhere in the texts; case, dashes and underscores do not matter.

const plain = (text: string): string => text.toLowerCase().replace(/[\s_\-‐-―]+/g, " ");

const wordsOf = (query: string): readonly string[] => plain(query).split(" ").filter(Boolean);

/** Whether a query finds something that these texts describe. An empty query finds everything. */
export function matches(query: string, texts: readonly string[]): boolean {
  const text = plain(texts.join("\n"));
  // "llama70b" and "h100sxm" are typed without the gaps of the name.
  const close = text.replaceAll(" ", "");
  return wordsOf(query).every((word) => text.includes(word) || close.includes(word));
}

/** What a query finds; where it stands in the first text of an item, the item comes first. */
export function found<T>(items: readonly T[], query: string, textsOf: (item: T) => readonly string[]): readonly T[] {
  if (query.trim() === "") return items;
  const kept = items.filter((item) => matches(query, textsOf(item)));
  const named = kept.filter((item) => matches(query, textsOf(item).slice(0, 1)));
  return [...named, ...kept.filter((item) => !named.includes(item))];
}

/** Where a key leads from a tab; round the ends, and the other way where text runs from right to left. */
export function tabAfterKey(key: string, at: number, count: number, rightToLeft = false): number | undefined {
  const step = rightToLeft ? -1 : 1;
  const ways: Readonly<Record<string, number>> = {
    ArrowRight: at + step,
    ArrowLeft: at - step,
    Home: 0,
    End: count - 1,
  };
  const to = ways[key];
  return to === undefined ? undefined : (to + count) % count;
}

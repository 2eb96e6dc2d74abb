/** "1 sheet", "3 sheets", "2,000 rows". */
export const plural = (count: number, noun: string): string =>
  count === 1 ? `1 ${noun}` : `${count.toLocaleString("en-US")} ${noun}s`;

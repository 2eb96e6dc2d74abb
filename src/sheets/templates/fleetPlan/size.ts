// How much the sheet holds. Rows are made from it; nothing else says a number of rows.

export const PERIODS = 12;
export const GPU_TYPES = 3;
export const CENTERS = 4;
export const WORKLOADS = 10;
export const TRANCHES = 8;

/** Lines of one kind, numbered from 0. */
export const each = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** `{need.0}:{need.9}`: lines below each other, in the same column. */
export const stack = (id: string, count: number): string => `{${id}.0}:{${id}.${count - 1}}`;

/** All periods of them: `{short.0:first}:{short.2:last}`. */
export const block = (id: string, count: number): string => `{${id}.0:first}:{${id}.${count - 1}:last}`;

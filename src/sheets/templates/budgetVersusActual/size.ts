// How much the sheet holds. Rows are made from it.

export const MONTHS = 12;
export const SKUS = 8;
export const CENTERS = 4;
/** Rows of a bill that the checks read. */
export const ROOM = 2000;

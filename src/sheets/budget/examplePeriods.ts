// Twelve quarters from 2027-01-01: what the inputs show that are meant to be linked to a timeline.

const STARTS = [46388, 46478, 46569, 46661, 46753, 46844, 46935, 47027, 47119, 47209, 47300, 47392, 47484];

export const PERIOD_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
export const PERIOD_STARTS: readonly number[] = STARTS.slice(0, -1);
export const PERIOD_ENDS: readonly number[] = STARTS.slice(1);

// Excel measures in points, o-spreadsheet in pixels of a screen with 96 of them to the inch.

const POINTS_PER_PIXEL = 0.75;

export const points = (pixels: number) => pixels * POINTS_PER_PIXEL;
export const pixels = (inPoints: number) => Math.round(inPoints / POINTS_PER_PIXEL);

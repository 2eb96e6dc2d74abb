import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { rectangles } from "../../../src/taskpane/excel/rectangles";

const cells = (...positions: readonly [number, number][]) => positions.map(([row, column]) => ({ row, column }));

test("a block is one rectangle, in whatever order its cells come", () => {
  expect(rectangles(cells([3, 3], [2, 2], [2, 3], [3, 2]))).toEqual([{ row: 2, column: 2, rows: 2, columns: 2 }]);
});

test("a column with a gap is two", () => {
  expect(rectangles(cells([1, 2], [2, 2], [4, 2]))).toEqual([
    { row: 1, column: 2, rows: 2, columns: 1 },
    { row: 4, column: 2, rows: 1, columns: 1 },
  ]);
});

test("a wider row does not grow the narrower one above it", () => {
  expect(rectangles(cells([1, 1], [2, 1], [2, 2], [3, 1]))).toEqual([
    { row: 1, column: 1, rows: 1, columns: 1 },
    { row: 2, column: 1, rows: 1, columns: 2 },
    { row: 3, column: 1, rows: 1, columns: 1 },
  ]);
});

test("every cell is covered once, and nothing else", () => {
  const position = fc.record({ row: fc.integer({ min: 1, max: 9 }), column: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.array(position), (given) => {
      const wanted = new Set(given.map(({ row, column }) => `${row},${column}`));
      const covered = rectangles(given).flatMap(({ row, column, rows, columns }) =>
        Array.from({ length: rows * columns }, (_, i) => `${row + Math.floor(i / columns)},${column + (i % columns)}`),
      );
      expect(covered.length).toBe(wanted.size);
      expect(new Set(covered)).toEqual(wanted);
    }),
  );
});

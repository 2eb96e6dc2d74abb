import { expect, test } from "@jest/globals";
import { findings, type Schema } from "../../../src/cli/score/jsonSchema";

const RECORD: Schema = {
  type: "object",
  required: ["a"],
  properties: { a: { type: "integer" }, b: { enum: ["x", null] }, c: { type: "array", items: { enum: [1, 2] } } },
  additionalProperties: false,
};
const messages = (schema: Schema, value: unknown) => findings(schema, value).map(({ message }) => message);

test.each([
  [{ a: 1 }, []],
  [{ a: 1, b: null, c: [1, 2] }, []],
  [{}, ["a is missing"]],
  [{ a: "1" }, ["a must be integer, not string"]],
  [{ a: 1.5 }, ["a must be integer, not number"]],
  [{ a: 1, b: "y" }, ['b = "y" is not one of "x", null']],
  [{ a: 1, c: [3] }, ["c[0] = 3 is not one of 1, 2"]],
  [{ a: 1, d: 0 }, ["d is not a field of a case"]],
])("findings of %j", (value, expected) => {
  expect(messages(RECORD, value)).toEqual(expected);
});

test("of several alternatives the one of the value's own type is explained", () => {
  const schema: Schema = { oneOf: [{ type: "null" }, RECORD] };
  expect(messages(schema, null)).toEqual([]);
  expect(messages(schema, { a: 1 })).toEqual([]);
  expect(messages(schema, { b: "x" })).toEqual(["a is missing"]);
});

test("a number may be whole, a minimum holds", () => {
  expect(messages({ type: "number" }, 3)).toEqual([]);
  expect(messages({ type: "integer", minimum: 0 }, -1)).toEqual([" must be at least 0, not -1"]);
});

// What must hold for every function, and every documented example executed.
import { describe, expect, test } from "@jest/globals";
import { isCellError } from "../../src/functions/cells";
import { invoke } from "../../src/functions/invoke";
import { functionsMetadata, parameterHelp } from "../../src/functions/metadata";
import { registry } from "../../src/functions/registry";
import { calculate } from "../support/workbook";

const CELL_ADDRESS = /^([A-Z]{1,3}\d+|R\d*C\d*)$/;

describe.each(registry.map((spec) => [spec.id, spec] as const))("%s", (id, spec) => {
  test("has a name that Excel takes and that is no cell", () => {
    expect(id).toMatch(/^[A-Z][A-Z_]{2,}$/);
    expect(id).not.toMatch(CELL_ADDRESS);
  });

  test("says what it is, how it computes, and where that comes from", () => {
    expect(spec.summary).toMatch(/^[A-Z].*\.$/s);
    expect(spec.formula.length).toBeGreaterThan(10);
    expect(spec.sources.length).toBeGreaterThan(0);
    expect(spec.examples.length).toBeGreaterThan(0);
    for (const param of spec.params) expect(param.doc).toMatch(/[.;]$|\.$/);
  });

  test("has its optional arguments last, and unit last of those that every memory function has", () => {
    const firstOptional = spec.params.findIndex((param) => param.optional);
    if (firstOptional >= 0) expect(spec.params.slice(firstOptional).every((param) => param.optional)).toBe(true);
    if (spec.returns.unit !== "memory") return;
    const names: readonly string[] = spec.params.map((param) => param.name);
    expect(["unit", "method"]).toContain(names[names.length - 1]);
    expect(names).toContain("unit");
  });

  test("reads an empty cell as its default: none but 0 where 0 is a value", () => {
    for (const param of spec.params)
      if (param.kind.zeroIsValue && param.default !== undefined)
        expect([param.name, param.default]).toEqual([param.name, 0]);
  });

  test("can read each of its defaults", () => {
    for (const param of spec.params)
      if (param.default !== undefined) expect(() => param.kind.read(param.default as never)).not.toThrow();
  });

  test("says what is missing when it is called without arguments", () => {
    if (!spec.params.some((param) => !param.optional)) return;
    const [[cell] = []] = invoke(spec, []);
    expect(isCellError(cell) && cell.error).toBe("#VALUE!");
    expect(isCellError(cell) && cell.message).toContain(`"${spec.params[0]?.name}" is empty`);
  });

  test.each(spec.examples.map((example) => [example.formula, example.result] as const))("%s", (formula, result) => {
    const got = calculate(formula);
    if (typeof result === "number") expect(got).toBeCloseTo(result, 9);
    else expect(got).toBe(result);
  });
});

test("ids are unique, and stay so when dots become underscores in stored workbooks", () => {
  const ids = registry.map((spec) => spec.id.replaceAll(".", "_"));
  expect(new Set(ids).size).toBe(ids.length);
});

test("the argument names that planners see are words in one order everywhere", () => {
  const order = ["batch", "sequence", "vocab", "hidden", "layers", "heads"];
  for (const spec of registry) {
    if (spec.id === "ACT_MEM") continue; // vocab is its last, optional argument
    const used = spec.params.map((param) => order.indexOf(param.name)).filter((index) => index >= 0);
    expect([spec.id, used]).toEqual([spec.id, [...used].sort((a, b) => a - b)]);
  }
});

test("functions.json declares every argument a matrix and lets errors in", () => {
  const metadata = functionsMetadata(registry);
  expect(metadata.allowErrorForDataTypeAny).toBe(true);
  for (const one of metadata.functions) {
    expect(one.helpUrl).toContain(`#${one.id}`);
    expect(one.result.dimensionality).toBe("matrix");
    for (const parameter of one.parameters)
      expect([parameter.dimensionality, parameter.type]).toEqual(["matrix", "any"]);
  }
});

test("help names the choices and the default", () => {
  const precision = registry.find((spec) => spec.id === "TRAIN_MEM")?.params[1];
  expect(precision && parameterHelp(precision)).toMatch(/One of: bf16, fp16, .* Default: bf16\.$/);
});

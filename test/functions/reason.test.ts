// From a cell to its reason: the call found, its arguments read, the numbers filled in.
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { callIn, readArgument } from "../../src/functions/formulaCall";
import { reasonOf } from "../../src/functions/reason";
import { registry } from "../../src/functions/registry";

test("the first call is found, texts and nested calls are no obstacle", () => {
  expect(callIn('=GPUMEM.TRAIN_MEM(7e9,"bf16","adam")')).toEqual({
    id: "TRAIN_MEM",
    args: ["7e9", '"bf16"', '"adam"'],
  });
  expect(callIn("=IFERROR(1+GPUMEM.KV_MEM(B2,C2,(D2+1),E2,F2),0)")).toEqual({
    id: "KV_MEM",
    args: ["B2", "C2", "(D2+1)", "E2", "F2"],
  });
  expect(callIn("=_xldudf_GPUMEM_VERSION()")).toEqual({ id: "VERSION", args: [] });
  expect(callIn('="GPUMEM.TRAIN_MEM(1)"&A1')).toBeUndefined();
  expect(callIn('=GPUMEM.RESULT({"model","a,b";"gpu","H100"},"fits")')?.args).toEqual([
    '{"model","a,b";"gpu","H100"}',
    '"fits"',
  ]);
  expect(callIn("=GPUMEM.GPU(A1,,B1)")?.args).toEqual(["A1", "", "B1"]);
  expect(callIn("=SUM(A1:A3)")).toBeUndefined();
});

test("arguments are constants, references, arrays, omitted or left to the host", () => {
  expect(readArgument("7e9")).toEqual({ kind: "values", values: [[7e9]] });
  expect(readArgument("40%")).toEqual({ kind: "values", values: [[0.4]] });
  expect(readArgument('"a ""b"""')).toEqual({ kind: "values", values: [['a "b"']] });
  expect(readArgument('{"x",1;"y;z",2}')).toEqual({
    kind: "values",
    values: [
      ["x", 1],
      ["y;z", 2],
    ],
  });
  expect(readArgument("'GM Assumptions'!$B$4:$C$9")).toEqual({
    kind: "reference",
    reference: "'GM Assumptions'!$B$4:$C$9",
  });
  expect(readArgument("A1#")).toEqual({ kind: "reference", reference: "A1#" });
  expect(readArgument("")).toEqual({ kind: "omitted" });
  expect(readArgument("A1*2")).toEqual({ kind: "expression", text: "A1*2" });
});

test("whatever is typed, finding a call never throws", () => {
  fc.assert(fc.property(fc.string(), (text) => void callIn(`=GPUMEM.FIT(${text}`)?.args.map(readArgument)));
});

test("a building block says its formula with its numbers, inputs, sources and where to read on", () => {
  const reason = reasonOf("ENERGY", [[[1000]], [["H100 SXM"]], [[1.2]], [[575]]]);
  expect(reason?.formula).toMatch(/1,?000/);
  expect(reason?.inputs.map(({ name }) => name)).toEqual(
    registry.find(({ id }) => id === "ENERGY")?.params.map(({ name }) => name),
  );
  expect(reason?.sources.length).toBeGreaterThan(0);
  expect(reason?.anchor).toBe("reference.html#ENERGY");
  expect(reason?.sentence).toBeUndefined();
});

test("a scenario says why, with its range; a wrong one says what is wrong", () => {
  const scenario = [
    ["model", "llama-3.1-8b"],
    ["gpu", "h100-sxm"],
    ["gpus", 8],
    ["zero stage", 3],
  ];
  const reason = reasonOf("RESULT", [scenario, [["weights"]]]);
  expect(reason?.sentence).toMatch(/^weights .* GB/);
  expect(reason?.range).toMatch(/^low [\d.,]+, likely [\d.,]+, high [\d.,]+ GB$/);
  expect(
    reasonOf("RESULT", [
      [
        ["model", "lama"],
        ["gpu", "h100-sxm"],
      ],
      [["total"]],
    ])?.sentence,
  ).toMatch(/lama/);
  expect(reasonOf("NO_SUCH", [])).toBeUndefined();
});

test("every function has a reason for each of its examples", () => {
  for (const { id, examples } of registry)
    for (const { formula } of examples) {
      const call = callIn(formula);
      const values = call?.args
        .map(readArgument)
        .map((argument) => (argument.kind === "values" ? argument.values : undefined));
      expect([formula, reasonOf(call?.id ?? id, values ?? [])?.summary]).toEqual([
        formula,
        registry.find((one) => one.id === (call?.id ?? id))?.summary,
      ]);
    }
});

// `npm run --silent calc`: the product in a terminal or a pipeline.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { DIST } from "../support/workbook";

const calc = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(DIST, "cli/calc.cjs"), ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};
const file = (content: string) => {
  const name = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-")), "file.txt");
  fs.writeFileSync(name, content);
  return name;
};

test("prints the value", () =>
  expect(calc('=GPUMEM.TRAIN_MEM(7e9,"bf16","adam")')).toEqual({ status: 0, stdout: "112\n", stderr: "" }));
test("takes a formula without the equals sign", () => expect(calc("GPUMEM.TRAIN_MEM(7e9)").stdout).toBe("112\n"));
test("prints a spill as tab-separated lines", () => {
  expect(calc('=GPUMEM.TRAIN_MEM({1;7;70}*1e9,{"fp32","bf16-pure"},"adam")')).toEqual({
    status: 0,
    stdout: "16\t8\n112\t56\n1120\t560\n",
    stderr: "",
  });
});
test("prints an error cell on standard error and exits 1", () => {
  const { status, stdout, stderr } = calc('=GPUMEM.TRAIN_MEM(7e9,"bf17")');
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^#VALUE! precision "bf17" is not known; did you mean bf16\?.*\n$/);
});
test("a spill with an error prints the table, the sentence, and exits 1", () => {
  const { status, stdout, stderr } = calc('=GPUMEM.TRAIN_MEM({7e9;"x"})');
  expect([status, stdout]).toEqual([1, "112\n#VALUE!\n"]);
  expect(stderr).toContain('params is "x"');
});
test("a spill of over a thousand rows", () => {
  const lines = calc("=GPUMEM.TRAIN_MEM(SEQUENCE(3000)*1e9)").stdout.trim().split("\n");
  expect([lines.length, lines[2999]]).toEqual([3000, "48000"]);
});

test("--file prints one result a line", () => {
  const formulas = file(
    '=GPUMEM.TRAIN_MEM(7e9)\r\n\r\n=GPUMEM.TRAIN_MEM({1;2}*1e9,{"fp32","bf16-pure"})\n=GPUMEM.TRAIN_MEM(-1)\n=TRUE()\n',
  );
  const { status, stdout, stderr } = calc("--file", formulas);
  expect([status, stdout]).toEqual([1, "112\n{16,8;32,16}\n#VALUE!\nTRUE\n"]);
  expect(stderr).toMatch(/^=GPUMEM\.TRAIN_MEM\(-1\): #VALUE! params is -1/);
});
test("--file --json prints one object a line and exits 0", () => {
  const { status, stdout } = calc(
    "--json",
    "--file",
    file("=GPUMEM.TRAIN_MEM(7e9)\n=GPUMEM.TRAIN_MEM({1;2}*1e9)\n=GPUMEM.TRAIN_MEM(-1)\n"),
  );
  expect(status).toBe(0);
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { formula: "=GPUMEM.TRAIN_MEM(7e9)", value: 112 },
    { formula: "=GPUMEM.TRAIN_MEM({1;2}*1e9)", value: [[16], [32]] },
    { formula: "=GPUMEM.TRAIN_MEM(-1)", error: "#VALUE!", message: expect.stringContaining("params is -1") },
  ]);
});
test("--input puts a config.json where formulas find it", () => {
  const config = path.resolve(__dirname, "../catalog/configs/llama-3.1-405b.json");
  expect(calc("--input", config, '=GPUMEM.MODEL(Input!A1,"parameters")').stdout).toBe("405853388800\n");
  expect(calc("--input", config, '=GPUMEM.PARAM_MEM(Input!A1,"bf16")').stdout).toBe("811.7067776\n");
});

test.each([
  [[], "usage:"],
  [["--file"], "usage:"],
  [["--file", "/nonexistent/f.txt"], "there is no file /nonexistent/f.txt"],
  [["--nonsense", "=1"], "usage:"],
  [["=1", "=2"], "one formula at a time"],
])("mistakes of usage are one line on standard error: %j", (args, sentence) => {
  const { status, stdout, stderr } = calc(...args);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split("\n").length).toBe(1);
});

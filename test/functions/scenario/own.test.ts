// Models and GPUs of the user's own: names that the catalog does not have to know.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { RESULT } from "../../../src/functions/scenario/answers";
import { SWEEP } from "../../../src/functions/scenario/sweep";
import { invoke } from "../../../src/functions/invoke";
import { isCellError } from "../../../src/functions/cells";

const CONFIG = fs.readFileSync(path.resolve(__dirname, "../../catalog/configs/qwen2.5-7b.json"), "utf8");
const ask = (rows: readonly (readonly unknown[])[], output: string) => invoke(RESULT, [rows, output])[0]?.[0];
const run = (model: unknown, gpu: unknown, ...more: readonly (readonly unknown[])[]) => [
  ["model", model],
  ["gpu", gpu],
  ["gpus", 8],
  ["zero stage", 3],
  ["training tokens", 1e9],
  ["mfu", 0.4],
  ...more,
];

test("with a config the model is only a name", () => {
  const named = ask(run("qwen2.5-7b", "h100-sxm"), "total");
  expect(typeof named).toBe("number");
  expect(ask(run("our next model", "h100-sxm", ["config", CONFIG]), "total")).toBe(named);
  expect(ask(run("", "h100-sxm", ["config", CONFIG]), "total")).toBe(named);
});

test("an empty config leaves the name to the catalog, in words where it lacks it", () => {
  expect(ask(run("qwen2.5-7b", "h100-sxm", ["config", ""]), "total")).toBe(ask(run("qwen2.5-7b", "h100-sxm"), "total"));
  const unknown = ask(run("our next model", "h100-sxm", ["config", ""]), "total");
  expect(isCellError(unknown) && unknown.message).toMatch(/our next model/);
});

test("a GPU that is like another one has its facts, whatever its name", () => {
  for (const output of ["capacity", "gpu hours", "total"])
    expect(ask(run("llama-3.1-8b", "ours", ["gpu like", "h100-sxm"]), output)).toBe(
      ask(run("llama-3.1-8b", "h100-sxm"), output),
    );
});

test("its own memory, rate and power replace those, each its own answers alone", () => {
  const own = (...more: readonly (readonly unknown[])[]) =>
    run("llama-3.1-8b", "ours", ["gpu like", "h100-sxm"], ...more);
  const base = own();
  // 94 GB of memory, of which the same share can be handed out.
  expect(Number(ask(own(["gpu memory", 94]), "capacity")) / Number(ask(base, "capacity"))).toBeCloseTo(
    94 / 85.520809984,
    6,
  );
  expect(Number(ask(own(["gpu tflops", 989.4 * 2]), "gpu hours"))).toBeCloseTo(Number(ask(base, "gpu hours")) / 2, 6);
  expect(ask(own(["gpu tflops", 2000]), "capacity")).toBe(ask(base, "capacity"));
  const kwh = (watts: number) =>
    Number(ask(own(["gpu watts", watts], ["pue", 1.2], ["server watts per gpu", 300]), "kwh"));
  expect(kwh(1000) / kwh(700)).toBeCloseTo(1300 / 1000, 6);
});

test("a fact replaces the catalog's without another name, too", () => {
  expect(Number(ask(run("llama-3.1-8b", "h100-sxm", ["gpu memory", 60]), "capacity"))).toBeLessThan(60);
});

test("bandwidth is what decodes", () => {
  const serve = (bandwidth: unknown) => [
    ["model", "llama-3.1-8b"],
    ["gpu", "h100-sxm"],
    ["task", "serve"],
    ["sequences", 8],
    ["context length", 2048],
    ["gpu bandwidth", bandwidth],
  ];
  const [slow, fast] = [ask(serve(1675), "time per token"), ask(serve(3350), "time per token")];
  expect(Number(slow)).toBeGreaterThan(Number(fast) * 1.8);
});

test("what is no GPU and no number is refused by name", () => {
  const bad = ask(run("llama-3.1-8b", "ours", ["gpu like", "h1000"]), "total");
  expect(isCellError(bad) && bad.error).toBe("#N/A");
  const negative = ask(run("llama-3.1-8b", "h100-sxm", ["gpu memory", -1]), "total");
  expect(isCellError(negative) && negative.message).toMatch(/gpu memory/);
});

test("what-if over models or GPUs leaves the own ones", () => {
  const own = run("ours", "ours", ["config", CONFIG], ["gpu like", "h100-sxm"], ["gpu memory", 40]);
  const named = run("qwen2.5-7b", "h100-sxm");
  const sweep = (rows: readonly (readonly unknown[])[], label: string, value: string) =>
    invoke(SWEEP, [rows, "headroom", label, [[value]]])[0]?.[0];
  expect(sweep(own, "gpu", "b200-sxm")).toBe(sweep(named, "gpu", "b200-sxm"));
  expect(sweep(run("ours", "h100-sxm", ["config", CONFIG]), "model", "llama-3.1-8b")).toBe(
    sweep(named, "model", "llama-3.1-8b"),
  );
});

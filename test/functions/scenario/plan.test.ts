import { expect, test } from "@jest/globals";
import { type Block, isCellError } from "../../../src/functions/cells";
import { invoke } from "../../../src/functions/invoke";
import { PLAN } from "../../../src/functions/scenario/plan";
import { RESULT } from "../../../src/functions/scenario/answers";

const plan = (rows: readonly (readonly unknown[])[], top: number): Block => invoke(PLAN, [rows, top]);
const LLAMA_405B = [
  ["model", "llama-3.1-405b"],
  ["gpu", "H100 SXM"],
  ["stack", "megatron"],
  ["sequence length", "8k"],
];

test("llama-3.1-405b on 512 H100: so many rows as asked for, fastest first, every layout multiplies to the GPUs", () => {
  const [header = [], ...rows] = plan([...LLAMA_405B, ["gpus", 512]], 20);
  const layouts = rows.slice(0, 20);
  expect(rows.length).toBe(21);
  expect(header.slice(0, 8)).toEqual(["rank", "tp", "pp", "virtual stages", "cp", "ep", "dp", "zero stage"]);
  const speeds = layouts.map((row) => row[14] as number);
  expect([...speeds].sort((a, b) => b - a)).toEqual(speeds);
  for (const [, tp, pp, , cp, , dp] of layouts as readonly (readonly number[])[])
    expect((tp as number) * (pp as number) * (cp as number) * (dp as number)).toBe(512);
  expect(rows[20]?.[0]).toMatch(/^\d+ of \d+ layouts fit with steps of 512 sequences\. Fewest GPUs that hold it: \d+ /);
});

const SMALL = [
  ["model", "llama-3.1-8b"],
  ["gpu", "H100 SXM"],
  ["stack", "fsdp2"],
  ["sequence length", "8k"],
  ["recompute", "full"],
  ["gpus", 8],
];
const DEEPSEEK = [
  ["model", "deepseek-v3"],
  ["gpu", "H100 SXM"],
  ["stack", "megatron"],
  ["sequence length", "4k"],
  ["gpus", 256],
];
test.each([
  ["llama-3.1-8b on 8", SMALL],
  ["llama-3.1-405b on 512", [...LLAMA_405B, ["gpus", 512]]],
  ["deepseek-v3 on 256", DEEPSEEK],
])("%s: every listed layout, typed as a scenario, gives the memory that the plan says", (_, scenario) => {
  const [header = [], ...rows] = plan(scenario, 40);
  const listed = rows.filter(([rank]) => typeof rank === "number");
  expect(listed.length).toBeGreaterThan(10);
  const column = (name: string) => header.indexOf(name);
  for (const row of listed) {
    const typed = header.slice(column("tp"), column("memory")).map((label, i) => [label, row[column("tp") + i]]);
    const free = scenario.filter(([label]) => !header.includes(label as string));
    const answers = ["total", "total high"].map((answer) => invoke(RESULT, [[...free, ...typed], answer])[0]?.[0]);
    expect(answers[0]).toBeCloseTo(row[column("memory")] as number, 6);
    expect(answers[1]).toBeCloseTo(row[column("memory high")] as number, 6);
  }
});

test("what the scenario fixes stays fixed", () => {
  const rows = plan([...LLAMA_405B, ["gpus", 512], ["tp", 8], ["pp", 16], ["recompute", "full"]], 5).slice(1, 6);
  for (const row of rows) expect([row[1], row[2], row[8]]).toEqual([8, 16, "full"]);
});

test("nothing fits: padded rows, and a sentence with the nearest layout, what it misses and the cheapest change", () => {
  const [, ...rows] = plan([...LLAMA_405B, ["gpus", 8]], 3);
  expect(
    rows
      .slice(0, 3)
      .flat()
      .every((cell) => cell === ""),
  ).toBe(true);
  expect(rows[3]?.[0]).toMatch(
    /^0 of \d+ layouts fit with steps of 512 sequences\. The nearest, tp 8.*misses by .* GB at the high end.*Cheapest change that fits: \d+ GPUs.*Fewest GPUs that hold it: \d+/,
  );
});

test("serving, unknown peaks and impossible degrees say so", () => {
  const first = (rows: readonly (readonly unknown[])[]) => plan(rows, 3)[0]?.[0];
  const serve = first([
    ["model", "llama-3.1-8b"],
    ["gpu", "H100 SXM"],
    ["task", "serve"],
  ]);
  expect(isCellError(serve) && serve.message).toContain("max sequences");
  const turing = first([
    ["model", "llama-2-7b"],
    ["gpu", "T4"],
    ["stack", "hf"],
  ]);
  expect(isCellError(turing) && turing.message).toContain("No bf16 peak is known for T4");
  expect(
    plan(
      [
        ["model", "llama-2-7b"],
        ["gpu", "A100 80GB"],
        ["gpus", 8],
        ["tp", 3],
      ],
      2,
    )[3]?.[0],
  ).toContain("No layout is valid");
});

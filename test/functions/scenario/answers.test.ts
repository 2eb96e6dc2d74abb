// What an answer must not say: "fits" beside more sequences than fit, speeds of what does not fit, money for nothing.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Block, type Cell, isCellError } from "../../../src/functions/cells";
import { invoke } from "../../../src/functions/invoke";
import { registry } from "../../../src/functions/registry";

const call = (id: string, ...args: unknown[]): Block => {
  const spec = registry.find((each) => each.id === id);
  if (!spec) throw new Error(id);
  return invoke(spec, args);
};
type Rows = readonly (readonly [string, string | number])[];
const answer = (rows: Rows, output: string): Cell => call("RESULT", rows, output)[0]?.[0] as Cell;
const message = (cell: Cell | undefined): string => {
  if (cell === undefined || !isCellError(cell)) throw new Error(`no error: ${String(cell)}`);
  return cell.message;
};

const TRAIN: Rows = [
  ["model", "llama-3.1-8b"],
  ["gpu", "H100 SXM"],
  ["gpus", 8],
  ["stack", "fsdp2"],
];
const SERVE: Rows = [
  ["model", "llama-3.1-8b"],
  ["gpu", "H100 SXM"],
  ["task", "serve"],
  ["engine", "vllm"],
];

describe("serving", () => {
  test("fits for sure ⇔ no more sequences than the cache holds for sure; what fits has speeds", () => {
    const scenario = fc.record({
      model: fc.constantFrom("llama-2-7b", "llama-3.1-8b", "qwen2.5-14b", "deepseek-v2-lite"),
      gpu: fc.constantFrom("A100 80GB", "H100 SXM", "L4"),
      engine: fc.constantFrom("vllm", "sglang", "trtllm"),
      sequences: fc.integer({ min: 1, max: 2000 }),
      "context length": fc.constantFrom(512, 4096),
      tp: fc.constantFrom(1, 2),
    });
    let fitting = 0;
    fc.assert(
      fc.property(scenario, (given) => {
        const rows: Rows = [...Object.entries({ ...given, gpus: given.tp }), ["task", "serve"]];
        const [fits, most] = [answer(rows, "fits"), answer(rows, "max sequences")];
        if (typeof most !== "number") return;
        if (fits === "fits") {
          fitting += 1;
          expect(given.sequences).toBeLessThanOrEqual(most);
          expect(typeof answer(rows, "tokens per second per gpu")).toBe("number");
          expect(answer(rows, "headroom")).toBeGreaterThanOrEqual(0);
        }
        if (fits === "no") {
          expect(given.sequences).toBeGreaterThan(most);
          expect(message(answer(rows, "tokens per second per gpu"))).toContain("sequences do not fit");
        }
      }),
      { numRuns: 150 },
    );
    expect(fitting).toBeGreaterThan(10);
  });

  test("weights are what the model is published in, and the basis says so", () => {
    const rows: Rows = [
      ["model", "gpt-oss-20b"],
      ["gpu", "H100 SXM"],
      ["task", "serve"],
    ];
    expect(answer(rows, "weights")).toBeLessThan(15);
    expect(call("BREAKDOWN", rows).flat().join(" ")).toContain("weights mxfp4-experts");
  });

  test("what belongs to training is told so", () => {
    for (const output of ["flops", "gpu hours"])
      expect(message(answer([...SERVE, ["training tokens", 1e12]], output))).toMatch(/task "train"/);
    expect(message(call("SAVINGS", SERVE)[0]?.[0])).toContain("OOM_STEPS");
  });

  test("an encoder writes no tokens", () => {
    const rows: Rows = [
      ["model", "bert-base"],
      ["gpu", "L4"],
      ["task", "serve"],
      ["context length", 512],
    ];
    expect(message(answer(rows, "tokens per second per gpu"))).toContain("An encoder writes no tokens");
  });
});

describe("lengths", () => {
  test("learned positions end; nobody asked for more than 512 of BERT", () => {
    const bert: Rows = [
      ["model", "bert-base"],
      ["gpu", "A100 80GB"],
    ];
    expect(typeof answer(bert, "total")).toBe("number");
    expect(message(answer([...bert, ["sequence length", 4096]], "total"))).toContain("512");
  });
  test("a context beyond what a rotary model was made for is computed and remarked", () => {
    const rows: Rows = [
      ["model", "llama-2-7b"],
      ["gpu", "H100 SXM"],
      ["task", "serve"],
      ["context length", 8192],
    ];
    expect(call("BREAKDOWN", rows).flat().join(" ")).toContain("8,192 tokens are beyond the model's own 4,096");
  });
});

describe("layouts and searches", () => {
  test("a layout that does not exist is an error of its own, not 'nothing fits'", () => {
    const uneven: Rows = [...TRAIN, ["tp", 3]];
    for (const output of ["fits", "max micro batch", "min gpus"]) expect(message(answer(uneven, output))).toMatch(/tp/);
    expect(message(call("FIT", uneven)[0]?.[0])).toMatch(/tp/);
    expect(message(call("OOM_STEPS", uneven)[0]?.[0])).toMatch(/tp/);
  });
  test("the smallest GPU is one of the same maker", () => {
    const [, smallest] = call("FIT", [...SERVE, ["weights", "fp8"]]).find(([id]) => id === "smallest gpu") ?? [];
    const vendorOf = (gpu: unknown) => call("GPU", gpu, "vendor")[0]?.[0];
    expect(vendorOf(smallest)).toBe("NVIDIA");
  });
  test("layers that do not divide by the stages are laid out as PLAN does", () => {
    const rows: Rows = [
      ["model", "llama-3.1-405b"],
      ["gpu", "H100 SXM"],
      ["gpus", 128],
      ["stack", "megatron"],
      ["tp", 8],
      ["pp", 16],
      ["recompute", "full"],
    ];
    expect(typeof answer(rows, "total")).toBe("number");
  });
  test("degrees have an end: a typing error is told in words", () => {
    expect(message(answer([...TRAIN, ["layers", 1e9]], "total"))).toContain("a whole number from 1 to");
    expect(message(call("PLAN", TRAIN, 1e6)[0]?.[0])).toContain("1 to 1,000");
  });
  test("sweeping two labels the same way", () => {
    const swept = call("SWEEP", TRAIN, "total", "gpus", [[8], [16]], "micro batch", [[1], [2]]);
    expect(message(swept[0]?.[0])).toContain("one in a column and the other in a row");
  });
  test("a tornado without its low or high value", () => {
    const swung = call("TORNADO", TRAIN, [["micro batch", "", 4]]);
    expect(message(swung.flat().find((cell) => isCellError(cell)))).toContain("a low and a high value for micro batch");
  });
  test("tokens of a run are tokens, not trillions", () => {
    expect(message(answer([...TRAIN, ["training tokens", 15]], "gpu hours"))).toContain("at least a million");
  });
});

test("every default that was used is named as what it came to", () => {
  const assumed = call("BREAKDOWN", TRAIN).flat().join(" ");
  for (const text of ["precision fsdp2-mixed", "sequence length 4,096", "zero stage 3", "dp 8"])
    expect(assumed).toContain(text);
});

test("a part without bytes says why: not there when the step is highest, or no such thing", () => {
  const basis = (rows: Rows, part: string) => call("BREAKDOWN", rows).find(([name]) => name === part)?.[5];
  expect(basis(TRAIN, "gradients")).toBe("none at the peak (loss)");
  expect(basis(TRAIN, "kv cache")).toBe("not used");
  expect(basis(SERVE, "gradients")).toBe("not used");
  expect(call("WHY", TRAIN, "gradients")[0]?.[0]).toBe("gradients: none at the peak (loss).");
});

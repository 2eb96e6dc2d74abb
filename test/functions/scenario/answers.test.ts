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

describe("the most and the fewest", () => {
  const typed = (rows: Rows, label: string, value: Cell): Cell =>
    answer([...rows.filter(([name]) => name !== label), [label, value as number]], "fits");

  test("max sequences fits, one more per replica does not, whatever number stands there now", () => {
    const engines = { vllm: "awq", sglang: "fp8", trtllm: "bf16", "llama.cpp": "bf16", generic: "bf16" };
    for (const [engine, weights] of Object.entries(engines))
      for (const gpu of ["L4", "RTX 4090", "H100 SXM"])
        for (const model of ["llama-3.1-8b", "gpt-oss-20b", "qwen2.5-7b"]) {
          const rows: Rows = [
            ["model", model],
            ["gpu", gpu],
            ["task", "serve"],
            ["engine", engine],
            ["weights", weights],
            ["context length", "8k"],
          ];
          const most = answer(rows, "max sequences");
          expect(answer([...rows, ["sequences", 300]], "max sequences")).toEqual(most);
          if (most === 0) continue;
          expect([engine, gpu, model, typed(rows, "sequences", most)]).toEqual([engine, gpu, model, "fits"]);
          expect(typed(rows, "sequences", (most as number) + 1)).not.toBe("fits");
        }
  });

  test("min gpus counts only what the experts allow: Mixtral with tp 2, pp 4, ep 8 needs 32", () => {
    const rows: Rows = [
      ["model", "mixtral-8x7b"],
      ["gpu", "H100 SXM"],
      ["gpus", 64],
      ["tp", 2],
      ["pp", 4],
      ["ep", 8],
      ["stack", "megatron"],
    ];
    expect(answer(rows, "min gpus")).toBe(32);
    expect(typed(rows, "gpus", 32)).toBe("fits");
  });

  test("with a global batch only its parts are tried, and the scenario's own GPUs are among them", () => {
    const fleet: Rows = [
      ["model", "llama-3.1-70b"],
      ["gpu", "A100 80GB"],
      ["gpus", 48],
      ["stack", "fsdp2"],
      ["recompute", "full"],
      ["sequence length", 4096],
      ["global batch", 48],
    ];
    expect(answer(fleet, "fits")).toBe("fits");
    const fewest = answer(fleet, "min gpus") as number;
    expect([fewest > 0, fewest <= 48, typed(fleet, "gpus", fewest)]).toEqual([true, true, "fits"]);
    for (const [batch, most] of [
      [384, 6],
      [448, 7],
      [192, 3],
    ] as const) {
      const rows: Rows = [
        ["model", "llama-3.2-1b"],
        ["gpu", "H100 SXM"],
        ["gpus", 64],
        ["stack", "fsdp2"],
        ["recompute", "full"],
        ["sequence length", 2048],
        ["global batch", batch],
      ];
      expect(answer(rows, "max micro batch")).toBe(most);
    }
  });

  test("PLAN's fewest GPUs are no more than the GPUs on which it lists a layout", () => {
    const rows: Rows = [
      ["model", "llama-3.1-70b"],
      ["gpu", "H100 SXM"],
      ["gpus", 20],
      ["stack", "megatron"],
      ["global batch", 128],
      ["sequence length", "8k"],
    ];
    expect(call("PLAN", rows, 1)[2]?.[0]).toContain("Fewest GPUs that hold it: 20 ");
  });

  test("PLAN's MFU of LoRA: its speed gives the hours that the MFU gives", () => {
    const rows: Rows = [
      ["model", "llama-3.1-8b"],
      ["gpu", "A100 80GB"],
      ["gpus", 8],
      ["stack", "torchtune"],
      ["lora rank", 16],
    ];
    const [header = [], best = []] = call("PLAN", rows, 1);
    const of = (name: string) => best[header.indexOf(name)] as number;
    const hours = answer([...rows, ["training tokens", 1e9], ["mfu", of("mfu")], ["goodput", 1]], "gpu hours");
    expect(hours as number).toBeCloseTo(1e9 / of("tokens per second per gpu") / 3600, 6);
  });
});

describe("second review", () => {
  test("a LoRA target that the model lacks is refused, as in LORA_PARAMS", () => {
    const rows: Rows = [
      ["model", "gpt2"],
      ["gpu", "H100 SXM"],
      ["lora rank", 8],
      ["lora targets", "gate"],
    ];
    expect(message(answer(rows, "total"))).toBe(message(call("LORA_PARAMS", "gpt2", 8, "gate")[0]?.[0]));
  });
  test("an answer of training is none of serving", () => {
    expect(message(answer(SERVE, "max micro batch"))).toContain('answer of task "train"');
  });
  test("with a global batch every count is tried: memory goes up and down", () => {
    const pipeline: Rows = [
      ["model", "llama-3.1-8b"],
      ["gpu", "H100 SXM"],
      ["stack", "hf"],
      ["pp", 2],
      ["cp", 2],
      ["gpus", 4],
      ["global batch", 6],
      ["recompute", "full"],
      ["zero stage", 1],
    ];
    expect(answer(pipeline, "max micro batch")).toBe(6);
    const experts: Rows = [
      ["model", "qwen3-30b-a3b"],
      ["gpu", "H100 SXM"],
      ["stack", "pytorch"],
      ["tp", 4],
      ["pp", 4],
      ["ep", 4],
      ["gpus", 128],
      ["global batch", 48],
    ];
    expect(answer(experts, "min gpus")).toBe(16);
  });
  test("a global batch and microbatches that do not multiply to it", () => {
    const both = (microbatches: number) =>
      answer([...TRAIN, ["global batch", 32], ["microbatches", microbatches]], "total");
    expect(message(both(2))).toContain("global batch = 32");
    expect(typeof both(4)).toBe("number");
  });
  test("virtual stages need a pipeline, top k no more than the experts", () => {
    expect(message(answer([...TRAIN, ["virtual stages", 2]], "total"))).toContain(
      "virtual stages says nothing without pp",
    );
    const moe: Rows = [
      ["model", "mixtral-8x7b"],
      ["gpu", "H100 SXM"],
      ["gpus", 8],
      ["top k", 9],
    ];
    expect(message(answer(moe, "total"))).toBe("top k = 9 is larger than experts = 8.");
  });
  test("SWEEP: two columns, a label twice, an error among the values", () => {
    const swept = (...args: unknown[]) => call("SWEEP", TRAIN, "total", ...args);
    expect(message(swept("micro batch", [[1], [2], [4]], "sequence length", [[2048], [8192]])[0]?.[0])).toContain(
      "same way",
    );
    expect(message(swept("micro batch", [[1], [2]], "micro batch", [[3, 4]])[0]?.[0])).toContain("both micro batch");
    const [one, broken, four] = swept("micro batch", [[1], [{ error: "#DIV/0!", message: "" }], [4]]);
    expect([typeof one?.[0], typeof four?.[0]]).toEqual(["number", "number"]);
    expect(broken?.[0]).toMatchObject({ error: "#DIV/0!" });
  });
});

describe("what stands there and is not read", () => {
  test("labels of serving alone, without a task, are asked about", () => {
    const rows: Rows = [...SERVE.filter(([label]) => label !== "task"), ["sequences", 8]];
    expect(message(answer(rows, "total"))).toContain('engine belongs to task "serve"');
    expect(typeof answer([...rows, ["task", "train"]], "total")).toBe("number");
    expect(typeof answer([...TRAIN, ["engine", "vllm"]], "total")).toBe("number");
  });
  test("the basis lists what this task does not read", () => {
    const text = (rows: Rows) => call("BREAKDOWN", rows).flat().join(" ");
    expect(text([...SERVE, ["micro batch", 4]])).toContain("not read by task serve: micro batch");
    expect(text([...TRAIN, ["task", "train"], ["engine", "vllm"]])).toContain("not read by task train: engine");
    expect(text([...TRAIN, ["base weights", "nf4"]])).toContain("not read without lora rank: base weights");
  });
  test("a blank range, a currency sign, a stage that does not exist", () => {
    expect(message(call("RESULT", [["", ""]], "fits")[0]?.[0])).toMatch(/No label stands|is empty/);
    expect(message(answer([...TRAIN, ["price per gpu hour", "$2.50"]], "cost"))).toContain("without a currency sign");
    expect(message(answer([...TRAIN, ["zero stage", 4]], "total"))).not.toContain("did you mean");
  });
});

test("stacks that shard on several GPUs do so unless told otherwise", () => {
  const on = (gpus: number) =>
    answer(
      [
        ["model", "llama-3.1-8b"],
        ["gpu", "H100 SXM"],
        ["stack", "torchtune"],
        ["gpus", gpus],
      ],
      "weights",
    );
  expect((on(1) as number) / (on(8) as number)).toBeCloseTo(8, 6);
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
  test("a GPU that cannot multiply in the format is remarked, and never the smallest that does", () => {
    const fp8: Rows = [...SERVE.filter(([label]) => label !== "gpu"), ["weights", "fp8"]];
    expect(
      call("BREAKDOWN", [...fp8, ["gpu", "T4"]])
        .flat()
        .join(" "),
    ).toContain("no fp8 arithmetic is known of");
    expect(
      call("BREAKDOWN", [...fp8, ["gpu", "L4"]])
        .flat()
        .join(" "),
    ).not.toContain("arithmetic");
    const [, smallest] = call("FIT", [...fp8, ["gpu", "H100 SXM"]]).find(([id]) => id === "smallest gpu") ?? [];
    expect(typeof call("GPU", smallest, "peak fp8")[0]?.[0]).toBe("number");
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

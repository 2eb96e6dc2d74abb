// Batch and context: every cell against the engine asked for itself, the limits by trying beyond them, the verdict in all branches.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { relative } from "../../../src/sheets/address";
import { batchAndContext } from "../../../src/sheets/templates/batchAndContext";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { calculate, spreadsheet } from "../../support/workbook";

const library = spreadsheet();
let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(library, batchAndContext);
});

const EXAMPLE = {
  model: "llama-3.1-8b",
  gpu: "h100-sxm",
  gpus: 8,
  stack: "fsdp2",
  precision: "bf16",
  recompute: "full",
  "zero stage": 3,
  "safety margin": 0.05,
};
const result = (batch: number, length: number, output: string, more: Record<string, string | number> = {}) => {
  const labels = Object.entries({ ...EXAMPLE, "micro batch": batch, "sequence length": length, ...more });
  const scenario = labels.map(([label, value]) => `"${label}",${typeof value === "number" ? value : `"${value}"`}`);
  return calculate(`=GPUMEM.RESULT({${scenario.join(";")}},"${output}")`);
};
const near = (received: unknown, expected: unknown) => expect(Number(received) / Number(expected)).toBeCloseTo(1, 12);
const batches = () => sheet.values("tried.batch").map(Number);
const lengths = () => sheet.values("tried.length").map(Number);
const verdict = () => sheet.text("verdictText");
const ask = (values: object) =>
  Object.entries(values).forEach(([id, value]) => sheet.set(id, value as string | number));

describe("the tables", () => {
  test("each cell is the engine's total and word for that batch and length", () => {
    batches().forEach((batch, row) =>
      lengths().forEach((length, column) => {
        const at = row * lengths().length + column;
        near(sheet.number("memory", at), result(batch, length, "total"));
        expect([batch, length, sheet.value("words", at)]).toEqual([batch, length, result(batch, length, "fits")]);
      }),
    );
  });

  test("words are what range, capacity and margin say", () => {
    batches().forEach((batch, row) =>
      lengths().forEach((length, column) => {
        const usable = Number(result(batch, length, "capacity")) * (1 - EXAMPLE["safety margin"]);
        const [low, high] = [Number(result(batch, length, "total low")), Number(result(batch, length, "total high"))];
        const word = high <= usable ? "fits" : low > usable ? "no" : "borderline";
        expect([batch, length, sheet.value("words", row * lengths().length + column)]).toEqual([batch, length, word]);
      }),
    );
  });

  test("color says what the words say: conditions stand on the whole table and look at the same place", () => {
    const first = sheet.grid.cells.find(({ content }) => content === "The same in words");
    const words = relative((first?.row ?? 0) + 2, 3);
    const looks = sheet.grid.conditions.filter(({ area }) => area.rows === 7 && area.columns === 7);
    expect(
      looks.map(({ formula, look }) => [formula, look]).filter(([formula]) => !/ISERROR/.test(formula ?? "")),
    ).toEqual([
      [`=${words}="no"`, "failed"],
      [`=${words}="borderline"`, "warning"],
      [`=${words}="fits"`, "good"],
    ]);
  });

  test("the largest micro batch fits, one more does not; the longest sequence fits, a step more does not", () => {
    lengths().forEach((length, column) => {
      const largest = sheet.number("largest.row1", column);
      if (largest > 0) expect(result(largest, length, "fits")).toBe("fits");
      expect(result(largest + 1, length, "fits")).not.toBe("fits");
      expect(sheet.number("tokens", column)).toBe(largest * length);
    });
    batches().forEach((batch, row) => {
      const longest = sheet.number("longest.1", row);
      expect(result(batch, longest, "fits")).toBe("fits");
      expect(result(batch, longest + 128, "fits")).not.toBe("fits");
    });
  });

  test("flash and standard attention, and what standard adds", () => {
    lengths().forEach((length, column) => {
      const standard = Number(result(2, length, "total", { attention: "standard" }));
      const flash = Number(result(2, length, "total", { attention: "flash" }));
      near(sheet.number("attentions.row1", column), flash);
      near(sheet.number("attentions.row2", column), standard);
      expect(sheet.number("added", column)).toBeCloseTo(standard - flash, 9);
    });
  });
});

describe("the verdict", () => {
  test("fits, with the limits of batch and context", () => {
    expect(verdict()).toBe(
      `Fits on 8 × h100-sxm: 2 × 8,192 tokens, ${sheet.number("spare").toFixed(1)} GB to spare; ` +
        "micro batch up to 2 at 8,192 tokens, or up to 23,168 tokens at micro batch 1.",
    );
    near(sheet.number("spare"), sheet.number("capacity") * 0.95 - Number(result(2, 8192, "total")));
    expect(sheet.value("maxMicroBatch")).toBe(result(2, 8192, "max micro batch"));
  });

  test("borderline", () => {
    ask({ sequenceLength: 12288 });
    expect(sheet.value("fits")).toBe("borderline");
    const range = `${sheet.number("spareLow").toFixed(1)} to ${sheet.number("spareHigh").toFixed(1)} GB`;
    expect(verdict()).toContain(
      `Borderline on 8 × h100-sxm: 2 × 12,288 tokens, headroom ${range}; micro batch up to 1`,
    );
    expect(sheet.number("spareLow")).toBeLessThan(0);
    expect(sheet.number("spareHigh")).toBeGreaterThan(0);
  });

  test("does not fit, and where no micro batch does", () => {
    ask({ microBatch: 4 });
    expect(verdict()).toContain("Does not fit on 8 × h100-sxm: 4 × 8,192 tokens, 8.7 GB over; micro batch up to 2");
    ask({ sequenceLength: 32768 });
    expect(verdict()).toContain("; no micro batch fits at 32,768 tokens, or up to 23,168 tokens at micro batch 1.");
  });

  test("where nothing fits at all it promises no context", () => {
    ask({ gpus: 1, zeroStage: 0 });
    expect(sheet.number("longestThere")).toBe(0);
    expect(verdict()).toMatch(/^Does not fit .* over; no micro batch fits at 8,192 tokens\.$/);
    expect(sheet.failed()).toBe(0);
  });

  test("an input that is wrong makes a sentence and failed checks", () => {
    ask({ model: "lama-3" });
    expect(verdict()).toBe("No verdict: a result is an error.");
    expect(sheet.number("errors.figures")).toBeGreaterThan(0);
  });
});

describe("the checks", () => {
  test("values tried must rise", () => {
    sheet.set("tried.length", 1024, 3);
    expect(sheet.value("lengthsRise")).toBe(1);
    sheet.set("tried.batch", 1, 1);
    expect(sheet.value("batchesRise")).toBe(1);
  });

  test("a broken cell shows: of the table, of the words, of the attentions", () => {
    sheet.set("memory", 1, 8);
    expect(sheet.value("planAgrees")).toBe(0);
    sheet.set("memory", 1, 9); // 2 × 8,192 tokens: the plan
    expect(sheet.value("fromTable")).toBe(1);
    expect(sheet.value("planAgrees")).toBe(1);
    sheet.set("words", "fits", 6);
    expect(sheet.value("limitsAgree")).toBe(1);
    sheet.set("attentions", 0, 7);
    expect(sheet.value("standardIsMore")).toBe(1);
  });
});

describe("other models by inputs only", () => {
  test.each([
    {
      model: "llama-2-7b",
      gpu: "a100-sxm-80gb",
      stack: "deepspeed",
      zeroStage: 2,
      microBatch: 1,
      sequenceLength: 4096,
    },
    { model: "mixtral-8x7b", gpu: "h200-sxm", gpus: 64, stack: "megatron", zeroStage: 1, tp: 2, pp: 4, ep: 8 },
    { model: "qwen3-32b", gpu: "b200-sxm", gpus: 32, stack: "fsdp2", microBatch: 8, unit: "GiB" },
  ])("$model on $gpu", (inputs) => {
    ask(inputs);
    expect(verdict()).toMatch(/^(Fits|Borderline|Does not fit) on \d+ × /);
    expect(sheet.failed()).toBe(0);
    expect(sheet.values("memory").every((value) => Number(value) > 0)).toBe(true);
  });
});

test("saved results stay in mode 2 without the functions, for a plan that fits and one that does not", () => {
  for (const microBatch of [2, 4]) {
    sheet = openTemplate(library, batchAndContext);
    ask({ microBatch });
    const before = ["memory", "words", "largest", "longest", "attentions", "added", "triedThatFits"].map(sheet.values);
    const sentence = verdict();
    sheet.saveAndForget();
    expect(["memory", "words", "largest", "longest", "attentions", "added", "triedThatFits"].map(sheet.values)).toEqual(
      before,
    );
    expect([verdict(), sheet.failed()]).toEqual([sentence, 0]);
  }
});

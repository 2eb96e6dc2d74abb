// One-pager: the document's figures for 7B, its formulas for other models, and what is really stored beside them.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { loadSpreadsheet } from "../../../src/cli/headless";
import { onePager } from "../../../src/sheets/templates/onePager";
import { engineOf } from "../../support/askEngine";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { DIST } from "../../support/workbook";

const library = loadSpreadsheet(DIST);
const engine = engineOf(library);
let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(library, onePager);
});

const close = (reference: string, index: number, expected: number) =>
  expect([reference, index, sheet.number(reference, index).toPrecision(12)]).toEqual([
    reference,
    index,
    expected.toPrecision(12),
  ]);
const [FP32, MIXED] = [0, 1];

describe("the document's figures for LLaMA-7B (test/published/onePager.test.ts)", () => {
  test("section 3 and 9: 28 + 28 + 28 + 28 in FP32, 14 + 14 + 28 + 28 + 28 in mixed precision", () => {
    const rows = ["weights", "gradients", "master", "momentum", "variance"].map((id) => `nine.${id}`);
    for (const [i, row] of rows.entries()) {
      close(row, FP32, [28, 28, 0, 28, 28][i] as number);
      close(row, MIXED, [14, 14, 28, 28, 28][i] as number);
    }
    close("statesFp32", 0, 112);
    close("statesMixed", 0, 112);
    close("timesModel", 0, 4);
  });

  test("section 7: activations of 16 GiB, which are 17.18 GB, and 129.18 GB in all; two A100", () => {
    close("nine.activations", MIXED, 17.179869184);
    close("nine.activations", FP32, 34.359738368);
    close("ruleTotal", 0, 129.179869184);
    expect(sheet.number("ruleGpus")).toBe(2);
    close("eachTotal", 0, 112 / 2 + 17.179869184);
    sheet.set("unit", "GiB");
    close("nine.activations", MIXED, 16);
  });

  test("section 9: inference 4M + 4A and 2M + 2A, of one layer", () => {
    close("nine.inference", FP32, 28.268435456);
    close("nine.inference", MIXED, 14.134217728);
  });

  test("section 3 and 8: SGD 12 bytes, 8-bit 10 bytes, 37.5% saved", () => {
    close("withSgd", 0, 84);
    close("with8bit", 0, 70);
    close("save8bit", 0, 0.375);
  });

  test("section 5: √L, full recompute +33%, activations halved; flash attention B·H·S·S", () => {
    close("ruleKept", 2, (17.179869184 * 6) / 32);
    close("moreFlops", 3, 1 / 3);
    close("halved", 0, 2);
    close("ruleFlash", 0, (2 * 32 * 4 * 32 * 2048 * 2048) / 1e9);
  });
});

const MODELS = [
  ["llama-2-70b", 70e9, 70e9],
  ["gpt3-175b", 175e9, 175e9],
  ["llama-3.1-8b", 7e9, 8_030_261_248],
] as const;

describe.each(MODELS.map(([model, typed, counted]) => ({ model, typed, counted })))(
  "$model, without editing a formula",
  ({ model, typed, counted }) => {
    beforeEach(() => {
      sheet.set("model", model);
      sheet.set("rounded", typed);
    });

    test("16 bytes per parameter; a rounded count only where it is near the exact one", () => {
      close("count", 0, counted);
      close("nine.weights", MIXED, (2 * counted) / 1e9);
      close("ruleTotal", 0, (16 * counted) / 1e9 + sheet.number("nine.activations", MIXED));
      expect(sheet.failed()).toBe(0);
    });

    test("activations by the rule and counted are ACT_MEM's, in every kind of recompute", () => {
      const [layers, hidden, heads] = ["layers", "hidden", "heads"].map((id) => sheet.number(id));
      for (const [i, recompute] of ["none", "selective", "sqrt", "full"].entries()) {
        const shape = `4,2048,${hidden},${layers},${heads},"fp16","flash","${recompute}"`;
        close("ruleKept", i, engine.calculate(`=GPUMEM.ACT_MEM(${shape},"rule")`) as number);
        close("countedKept", i, engine.calculate(`=GPUMEM.ACT_MEM(${shape},"detailed")`) as number);
      }
      sheet.set("attention", "standard");
      const standard = `4,2048,${hidden},${layers},${heads},"fp16","standard","none","rule"`;
      close("nine.activations", MIXED, engine.calculate(`=GPUMEM.ACT_MEM(${standard})`) as number);
    });

    test("what is really stored is the scenario's breakdown", () => {
      const scenario = sheet.values("scenario");
      for (const [id, output] of [
        ["seven.Weights", "weights"],
        ["seven.Optimizer", "optimizer"],
        ["seven.Activations", "activations"],
        ["seven.Logits", "logits"],
        ["seven.Buffers", "buffers"],
        ["seven.Runtime", "runtime"],
        ["seven.total", "total"],
      ] as const)
        close(id, 2, engine.result(scenario, output) as number);
    });
  },
);

describe("the verdict says what the numbers say", () => {
  const facts = (rule: string, gpus: number) =>
    `By the rule 129.2 GB in all, ${rule} on each of ${gpus} × a100-sxm-80gb; ` +
    `really stored ${sheet.number("total").toFixed(1)} GB each`;

  test("does not fit, though the rule says so", () => {
    expect(sheet.at("C2")).toBe(`${facts("73.2", 2)}: does not fit, 80.7 may be used. 4 GPUs hold it.`);
  });

  test("borderline", () => {
    sheet.set("gpus", 3);
    const [low, high] = [sheet.number("totalLow").toFixed(1), sheet.number("totalHigh").toFixed(1)];
    expect(sheet.at("C2")).toBe(`${facts("54.5", 3)}: borderline, range ${low} to ${high}, 80.7 may be used.`);
  });

  test("fits", () => {
    sheet.set("gpus", 8);
    expect(sheet.at("C2")).toBe(`${facts("31.2", 8)}: fits, 80.7 may be used.`);
  });

  test("an unknown model: a sentence", () => {
    sheet.set("model", "lama-7b");
    expect(sheet.at("C2")).toBe("No verdict: an engine result is an error.");
  });
});

describe("checks fail when they should", () => {
  test.each([
    ["a forgotten master copy", "bytes.master", MIXED, "mixedStates"],
    ["half of the FP32 gradients", "bytes.gradients", FP32, "fp32States"],
    ["a part that is not in the total", "storedLogits", 0, "partsReconcile"],
    ["a column of the breakdown left out", "isWhole", 0, "ruleReconciles"],
  ] as const)("%s", (_, reference, index, check) => {
    expect([sheet.value(check), sheet.failed()]).toEqual([0, 0]);
    sheet.set(reference, 0, index);
    expect([sheet.value(check), sheet.failed()]).toEqual([1, 1]);
  });
});

test("without sharding every GPU holds all of it; ZeRO-1 shards master copy and moments", () => {
  sheet.set("zeroStage", 0);
  close("eachTotal", 0, 129.179869184);
  sheet.set("zeroStage", 1);
  close("eachTotal", 0, 14 + 14 + 84 / 2 + 17.179869184);
  sheet.set("zeroStage", "");
  close("eachTotal", 0, 129.179869184);
});

test("mode 2 without the functions: all that follows from the saved results stays", () => {
  const ids = ["nine", "seven", "five", "ruleTotal", "ruleGpus", "countedFlash", "withCache"];
  const before = ids.map((id) => sheet.values(id));
  const verdict = sheet.at("C2");
  sheet.saveAndForget();
  expect(ids.map((id) => sheet.values(id))).toEqual(before);
  expect([sheet.at("C2"), sheet.failed()]).toEqual([verdict, 0]);
});

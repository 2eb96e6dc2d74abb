// Training breakdown: the engine's own numbers, native money by hand, units, the verdict in its branches, saved mode.
import { beforeEach, describe, expect, test } from "@jest/globals";
import { loadSpreadsheet } from "../../../src/cli/headless";
import { trainingBreakdown } from "../../../src/sheets/templates/trainingBreakdown";
import { engineOf } from "../../support/askEngine";
import { openTemplate, type TemplateSheet } from "../../support/templateSheet";
import { DIST } from "../../support/workbook";

const library = loadSpreadsheet(DIST);
const engine = engineOf(library);
let sheet: TemplateSheet;
beforeEach(() => {
  sheet = openTemplate(library, trainingBreakdown);
});

const asked = (output: string) => engine.result(sheet.values("scenario"), output);
const OUTPUTS = [
  ["weights", "weights"],
  ["gradients", "gradients"],
  ["optimizerStates", "optimizer"],
  ["activations", "activations"],
  ["logits", "logits"],
  ["buffers", "buffers"],
  ["runtime", "runtime"],
  ["total", "total"],
  ["totalLow", "total low"],
  ["totalHigh", "total high"],
  ["capacity", "capacity"],
  ["maxMicroBatch", "max micro batch"],
  ["minGpus", "min gpus"],
  ["gpuHours", "gpu hours"],
  ["wallHours", "wall hours"],
  ["kwh", "kwh"],
  ["fits", "fits"],
] as const;

describe.each([
  ["llama-3.1-8b", "h100-sxm", 8],
  ["mixtral-8x7b", "h200-sxm", 32],
  ["qwen2.5-7b", "a100-sxm-80gb", 16],
] as const)("%s on %s × %d, without editing a formula", (model, gpu, gpus) => {
  beforeEach(() => {
    sheet.set("model", model);
    sheet.set("gpu", gpu);
    sheet.set("gpus", gpus);
  });

  test("every result is the engine's, and the parts add up", () => {
    for (const [id, output] of OUTPUTS) expect([id, sheet.value(id)]).toEqual([id, asked(output)]);
    expect(sheet.number("sumOfParts")).toBeCloseTo(sheet.number("total"), 9);
    expect(sheet.number("usable")).toBeCloseTo(sheet.number("capacity") * 0.95, 9);
    expect(sheet.number("spare")).toBeCloseTo(sheet.number("usable") - sheet.number("total"), 9);
    expect(sheet.failed()).toBe(0);
  });

  test("hours and money by hand", () => {
    expect(sheet.number("days")).toBeCloseTo(sheet.number("wallHours") / 24, 9);
    expect(sheet.number("compute")).toBeCloseTo(sheet.number("gpuHours") * sheet.number("price"), 6);
    expect(sheet.number("energy")).toBeCloseTo(sheet.number("kwh") * 0.083, 6);
  });
});

test("the savings and remedies are those of SAVINGS and OOM_STEPS, by name", () => {
  expect(sheet.number("sharded")).toBeCloseTo(sheet.number("total"), 6);
  sheet.set("recompute", "none");
  const total = sheet.number("total");
  const rows = sheet.number("ifRecompute");
  expect(rows).toBeLessThan(total);
  sheet.set("recompute", "full");
  expect(sheet.number("total")).toBeCloseTo(rows, 9);
});

test("another unit changes the numbers and what stands beside them", () => {
  const gigabytes = sheet.number("total");
  sheet.set("unit", "GiB");
  expect(sheet.number("total")).toBeCloseTo((gigabytes * 1e9) / 1024 ** 3, 6);
  expect(sheet.text("total:unit")).toBe("GiB");
  expect(sheet.text("spare:unit")).toBe("GiB");
  expect(sheet.text("verdictText")).toMatch(/ GiB to spare/);
  expect(sheet.number("gpuHours")).toBe(asked("gpu hours"));
});

test.each(["", 0])("GPUs that are %p count as one, and the verdict says so", (gpus) => {
  sheet.set("gpus", gpus);
  expect(sheet.text("verdictText")).toContain(" on 1 × h100-sxm: ");
});

describe("the verdict", () => {
  const fixed = (value: number) => Math.abs(value).toFixed(1);

  test("fits: what is left and its range", () => {
    expect(sheet.at("C2")).toBe(
      `Fits on 8 × h100-sxm: ${fixed(sheet.number("spare"))} GB to spare per GPU (range ${fixed(sheet.number("spareLow"))} to ${fixed(sheet.number("spareHigh"))})`,
    );
    expect(sheet.value("fits")).toBe("fits");
  });

  test("does not fit: how much over, and what would help", () => {
    sheet.set("model", "llama-3.1-70b");
    expect(sheet.value("fits")).toBe("no");
    expect(sheet.at("C2")).toBe(
      `Does not fit on 8 × h100-sxm: ${fixed(sheet.number("spare"))} GB over per GPU. ${sheet.text("bestName")} would save ${fixed(sheet.number("bestSaves"))} GB`,
    );
    expect(sheet.number("bestSaves")).toBeCloseTo(
      sheet.number("total") - Math.min(...(sheet.values("remedies") as number[])),
      9,
    );
  });

  test("borderline: the range straddles what may be used", () => {
    // The capacity that lies inside the range, by way of the margin.
    const middle = (sheet.number("total") + sheet.number("totalHigh")) / 2;
    sheet.set("safetyMargin", 1 - middle / sheet.number("capacity"));
    expect(sheet.value("fits")).toBe("borderline");
    expect(sheet.at("C2")).toMatch(/^Borderline on 8 × h100-sxm: headroom GB \(range -\d/);
  });

  test("an engine result that is an error: no verdict, said so, and checks that fail", () => {
    sheet.set("model", "no such model");
    expect(sheet.at("C2")).toBe("No verdict: an engine result is an error.");
    expect(sheet.failed()).not.toBe(0);
  });
});

test("checks fail when they should: no price, an input outside its band", () => {
  sheet.set("gpu", "b300-sxm");
  const noPrice = sheet.number("price") === 0;
  expect(sheet.value("noPrice")).toBe(noPrice ? 1 : 0);
  sheet.set("gpu", "v100-sxm-32gb");
  sheet.set("mfu", 0.9);
  expect(sheet.value("band.mfu")).toBe(1);
  expect(sheet.failed()).not.toBe(0);
});

test("saved, and without the functions: everything below Used is as it was, and an input no longer moves it", () => {
  const before = { verdict: sheet.at("C2"), cost: sheet.value("compute"), failed: sheet.failed() };
  sheet.saveAndForget();
  expect({ verdict: sheet.at("C2"), cost: sheet.value("compute"), failed: sheet.failed() }).toEqual(before);
  sheet.set("model", "llama-3.1-405b");
  expect(sheet.number("total")).toBeGreaterThan(0);
  expect(sheet.at("C2")).toBe(before.verdict);
});

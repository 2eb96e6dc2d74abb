import { expect, test } from "@jest/globals";
import { differs, relativeChange, whyChanged } from "../../src/taskpane/difference";
import { percentText } from "../../src/taskpane/percentText";

test("numbers differ from 1e-9 on, everything else when it is another", () => {
  expect([differs(1, 1 + 5e-10), differs(1, 1 + 2e-9), differs(-1, 1), differs(0, 1e-15)]).toEqual([
    false,
    true,
    true,
    true,
  ]);
  expect([differs("fits", "no"), differs("1", 1), differs(true, true), differs(0, 0)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("a change is relative to what is saved, its sign that of the step", () => {
  expect([relativeChange(64, 80), relativeChange(-2, -1), relativeChange(0, 5), relativeChange("a", 5)]).toEqual([
    0.25,
    0.5,
    undefined,
    undefined,
  ]);
  expect([0.25, -0.03514, 12.5, 1e-5, undefined].map(percentText)).toEqual([
    "+25%",
    "−3.51%",
    "+1,250%",
    "+0.001%",
    "",
  ]);
});

test("the changelog's lines since the saved version, for the row or the column of a table", () => {
  const changes = [
    { version: "0.1.0", outputs: "all", text: "First." },
    { version: "0.2.0", outputs: ["logits", "total"], text: "Logits." },
    { version: "0.3.0", outputs: ["kwh"], text: "Power." },
  ] as const;
  const since = (saved: string, labels: readonly string[]) => whyChanged(saved, labels, changes);
  expect(since("GPUMEM 0.1.0, catalog 2026-08-31", ["Logits"])).toEqual(["0.2.0: Logits."]);
  expect(since("GPUMEM 0.1.0, catalog 2026-08-31", ["kWh", "Total"])).toEqual(["0.2.0: Logits.", "0.3.0: Power."]);
  expect(since("GPUMEM 0.3.0, catalog 2026-08-31", ["Total"])).toEqual([]);
  expect(since("", ["Total"])).toEqual([]);
});

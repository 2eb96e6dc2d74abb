import { expect, test } from "@jest/globals";
import type { CheckedExample, SelfCheckResult } from "../../src/taskpane/selfCheckHost";
import { reportOf, verdictOf } from "../../src/taskpane/selfCheckReport";

const row = (outcome: CheckedExample["outcome"], here = "1"): CheckedExample => ({
  ...{ id: "KV_MEM", example: "GPUMEM.KV_MEM(1)", here, documented: "1", outcome },
});
const result = (...examples: readonly CheckedExample[]): SelfCheckResult => ({
  ...{ sheet: "GM Self-check", examples },
  platform: {
    ...{ host: "Excel", platform: "Mac", version: "16.89", engine: "GPUMEM 0.1.0, catalog 2026-11-22" },
    sets: ["ExcelApi 1.1-1.17", "SharedRuntime 1.1"],
  },
});

test("the verdict counts", () => {
  expect(verdictOf(result(row("pass"), row("pass")))).toBe("All 2 examples pass.");
  expect(verdictOf(result(row("pass"), row("fail")))).toBe("1 of 2 examples fails.");
  expect(verdictOf(result(row("fail"), row("pending")))).toBe(
    "1 of 2 examples fails. 1 of 2 examples had no result yet when the wait ended.",
  );
});

test("the report is plain text with what failed and where it ran", () => {
  expect(reportOf(result(row("pass"), row("fail", "#NAME?"), row("pending", "#BUSY!")))).toBe(
    [
      "GPUMEM: Self-check",
      "1 of 3 examples fails. 1 of 3 examples had no result yet when the wait ended.",
      "Program: Excel",
      "Platform: Mac",
      "Version: 16.89",
      "Requirement sets: ExcelApi 1.1-1.17, SharedRuntime 1.1",
      "Engine: GPUMEM 0.1.0, catalog 2026-11-22",
      "Examples that do not pass:",
      "- =GPUMEM.KV_MEM(1)",
      "  Here: #NAME?",
      "  Documented: 1",
      "- =GPUMEM.KV_MEM(1)",
      "  Here: no result yet",
      "  Documented: 1",
    ].join("\n"),
  );
});

import { expect, test } from "@jest/globals";
import { failureFrom, Stopped, stopIfAborted, told } from "../../../src/taskpane/excel/errors";
import { WorkbookFailure } from "../../../src/taskpane/workbookHost";

const excelError = (code: string) => Object.assign(new Error("The requested operation is invalid."), { code });
const KEPT = "Nothing was inserted.";

test.each([
  ["AccessDenied", /protected.*Remove the protection/],
  ["ItemAlreadyExists", /that name.*next free name/],
  ["InvalidOperationInCellEditMode", /being edited.*Press Enter or Esc/],
  ["InvalidSelection", /chart.*another workbook.*Click on a cell/],
  ["ActivityLimitReached", /busy.*Wait a minute/],
  ["RequestPayloadSizeLimitExceeded", /too large.*try again/],
  ["GeneralException", /did not say why.*Try again/],
  ["ApiNotFound", /version of Excel.*Update Office/],
  ["NotImplemented", /version of Excel.*Update Office/],
  ["ConnectionFailure", /connection.*reload/],
  ["RequestAborted", /broke off.*Try again/],
  ["ItemNotFound", /no longer there.*Refresh/],
  ["Conflict", /same moment.*Try again/],
  ["SomethingNew", /The requested operation is invalid\. .*Try again/],
])("%s as a sentence that says what happened, that nothing was lost, and what to do", (code, pattern) => {
  const thrown = excelError(code);
  const failure = failureFrom(thrown, KEPT);
  expect(failure).toBeInstanceOf(WorkbookFailure);
  expect(failure.cause).toBe(thrown);
  expect(failure.message).toMatch(pattern);
  expect(failure.message).toContain(KEPT);
});

test("a failure that has its own sentence keeps it", async () => {
  const own = new WorkbookFailure("No.");
  expect(failureFrom(own, KEPT)).toBe(own);
  await expect(told(KEPT, () => Promise.reject(own))).rejects.toBe(own);
  await expect(told(KEPT, () => Promise.reject("odd"))).rejects.toThrow("Excel answered: odd. Nothing was inserted.");
});

test("cancelled between two steps", () => {
  const controller = new AbortController();
  expect(() => stopIfAborted(controller.signal)).not.toThrow();
  controller.abort();
  expect(() => stopIfAborted(controller.signal)).toThrow(Stopped);
  expect(failureFrom(new Stopped(), KEPT).message).toBe("Cancelled. Nothing was inserted.");
});

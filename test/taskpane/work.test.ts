import { expect, test } from "@jest/globals";
import { ending } from "../../src/taskpane/failures";
import { TEXT } from "../../src/taskpane/strings";
import { afterEvent, IDLE, type WorkEvent, type WorkState } from "../../src/taskpane/work";
import { WorkbookFailure } from "../../src/taskpane/workbookHost";

const after = (...events: readonly WorkEvent[]): WorkState => events.reduce(afterEvent, IDLE);
const STARTED: WorkEvent = { kind: "started", title: "Inserting", cancellable: true };
const DONE: WorkEvent = { kind: "told", tone: "done", sentence: "Inserted." };

test("work runs, says how far it is, and ends with a sentence", () => {
  expect(after(STARTED)).toMatchObject({ kind: "running", title: "Inserting", done: 0, of: 0 });
  expect(after(STARTED, { kind: "progressed", step: "Lists", done: 1, of: 4 })).toMatchObject({
    kind: "running",
    title: "Inserting",
    step: "Lists",
    done: 1,
    of: 4,
  });
  expect(after(STARTED, DONE)).toEqual(DONE);
});

test("only work that can be cancelled is being cancelled", () => {
  expect(after(STARTED, { kind: "cancelAsked" })).toMatchObject({ kind: "running", cancelling: true });
  expect(after({ ...STARTED, cancellable: false }, { kind: "cancelAsked" })).toMatchObject({ cancelling: false });
  expect(after({ kind: "cancelAsked" })).toBe(IDLE);
});

test("a late step of work that is over changes nothing", () => {
  expect(after(STARTED, DONE, { kind: "progressed", step: "late", done: 9, of: 9 })).toEqual(DONE);
  expect(after(STARTED, DONE, { kind: "cancelAsked" })).toEqual(DONE);
});

test("a message goes when it is closed; what succeeded goes with its place, what failed or offers stays", () => {
  const failed: WorkEvent = { kind: "told", tone: "failed", sentence: "It did not work." };
  const offering: WorkEvent = { ...DONE, offer: { label: "Show saved results", run: () => undefined } };
  expect(after(DONE, { kind: "dismissed" })).toBe(IDLE);
  expect(after(DONE, { kind: "placeLeft" })).toBe(IDLE);
  expect(after(failed, { kind: "placeLeft" })).toEqual(failed);
  expect(after(offering, { kind: "placeLeft" })).toEqual(offering);
  expect(after(STARTED, { kind: "dismissed" })).toMatchObject({ kind: "running" });
});

test("a failure says the workbook's own sentence, anything else what is known of it", () => {
  const own = new WorkbookFailure("The workbook is protected. Nothing was changed.");
  expect(ending(own, false)).toEqual({ kind: "told", tone: "failed", sentence: own.message });
  expect(ending(new Error("boom."), false)).toMatchObject({
    tone: "failed",
    sentence: expect.stringContaining("it: boom. Look at the workbook"),
  });
  expect(ending("odd", false)).toMatchObject({ tone: "failed", sentence: expect.stringContaining("odd") });
});

test("what was stopped by the user is no failure", () => {
  expect(ending(new DOMException("Aborted", "AbortError"), true)).toMatchObject({
    tone: "cancelled",
    sentence: TEXT.cancelled,
  });
  expect(ending(new WorkbookFailure("Stopped after the lists; they were taken back."), true)).toMatchObject({
    tone: "cancelled",
    sentence: "Stopped after the lists; they were taken back.",
  });
});

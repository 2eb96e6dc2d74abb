// Following the selection: one reading at a time, and nothing after the end.
import { expect, test } from "@jest/globals";
import { follow } from "../../src/taskpane/follow";
import type { CellStory } from "../../src/taskpane/workbookHost";

const later = () => new Promise((done) => setTimeout(done, 0));
const storyOf = (address: string) => ({ address }) as CellStory;

function selection() {
  const waiting: { done: (story: CellStory) => void; fail: (thrown: Error) => void }[] = [];
  let heard: (() => void) | undefined;
  return {
    waiting,
    move: () => heard?.(),
    watched: () => heard !== undefined,
    selectedCell: () => new Promise<CellStory>((done, fail) => void waiting.push({ done, fail })),
    watchSelection: async (listener: () => void) => {
      heard = listener;
      return async () => void (heard = undefined);
    },
  };
}

test("while one is read, others wait; only the last of them is told", async () => {
  const workbook = selection();
  const told: string[] = [];
  follow(
    workbook,
    ({ address }) => told.push(address),
    () => told.push("failed"),
  );
  await later();
  for (let i = 0; i < 5; i++) workbook.move();
  expect(workbook.waiting.length).toBe(1);
  workbook.waiting[0]?.done(storyOf("A1"));
  await later();
  expect([told, workbook.waiting.length]).toEqual([[], 2]);
  workbook.waiting[1]?.done(storyOf("F1"));
  await later();
  expect([told, workbook.waiting.length]).toEqual([["F1"], 2]);
});

test("a failure is told, and the next selection is read all the same", async () => {
  const workbook = selection();
  const told: string[] = [];
  follow(
    workbook,
    ({ address }) => told.push(address),
    (thrown) => told.push(String(thrown)),
  );
  workbook.waiting[0]?.fail(new Error("busy"));
  await later();
  workbook.move();
  workbook.waiting[1]?.done(storyOf("B2"));
  await later();
  expect(told).toEqual(["Error: busy", "B2"]);
});

test("after the end nothing is told, and nobody listens, even when the end came first", async () => {
  const workbook = selection();
  const told: string[] = [];
  const end = follow(
    workbook,
    ({ address }) => told.push(address),
    () => told.push("failed"),
  );
  end();
  workbook.waiting[0]?.done(storyOf("A1"));
  await later();
  expect([told, workbook.watched()]).toEqual([[], false]);
});

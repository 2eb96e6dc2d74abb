// One undo step where Excel offers it; where it refuses to undo so much at once, the same without, and only once.
import { expect, jest, test } from "@jest/globals";
import { openSmallPane, work } from "../../support/excelPane";
import { plan } from "../../support/smallTemplates";

async function openPlan() {
  const book = await openSmallPane({ sets: { ExcelApi: "1.20", SharedRuntime: "1.1" } });
  await book.pane.insert(plan, work());
  const id = book.sheetId("Plan");
  await book.pane.saveResults(id, "first", work());
  const log = () => [14, 15, 16].map((row) => book.value("GM Audit", `D${row}`));
  return { ...book, id, log };
}

type Book = Awaited<ReturnType<typeof openPlan>>;
interface Case {
  readonly act: (book: Book) => Promise<unknown>;
  /** Its request that writes. */
  readonly sync: number;
  readonly seen: (book: Book) => readonly unknown[];
  readonly expected: readonly unknown[];
}

const ACTS: Readonly<Record<string, Case>> = {
  save: {
    act: ({ pane, id }) => pane.saveResults(id, "second", work()),
    sync: 3,
    seen: ({ value, log }) => [value("Plan", "D18"), value("Plan", "D5"), ...log()],
    expected: [64, "second", "Saved results", "Saved results", null],
  },
  accept: {
    act: ({ pane, id }) => pane.acceptLive([id], "second", work()),
    sync: 3,
    seen: ({ value, log }) => [value("Plan", "D5"), ...log()],
    expected: ["second", "Saved results", expect.stringMatching(/^Accepted/), null],
  },
  keep: {
    act: ({ pane, id }) => pane.keepSaved([id], "kept", work()),
    sync: 3,
    seen: ({ value, log }) => [value("Plan", "C4"), ...log()],
    expected: [2, "Saved results", expect.stringMatching(/^Kept/), null],
  },
  mode: {
    act: ({ pane, id }) => pane.setMode(id, "saved"),
    sync: 3,
    seen: ({ value }) => [value("Plan", "C4")],
    expected: [2],
  },
};

test.each(Object.entries(ACTS))("%s", async (_, { act, sync, seen, expected }) => {
  const book = await openPlan();
  const run = jest.spyOn(book.Excel, "run");
  book.host.failAt({ sync, action: 1, code: "UndoNotSupported" });
  await act(book);
  expect(run.mock.calls[0]?.[0]).toEqual({ mergeUndoGroup: true });
  expect(run.mock.calls.slice(1).map(([batch]) => typeof batch)).not.toContain("object");
  expect(run.mock.calls.length).toBeGreaterThan(1);
  expect(seen(book)).toEqual(expected);
});

test("any other refusal is told", async () => {
  const book = await openPlan();
  book.host.failAt({ sync: 3, action: 1, code: "AccessDenied" });
  await expect(book.pane.saveResults(book.id, "second", work())).rejects.toThrow(/protected.*Nothing was saved/);
  expect([book.value("Plan", "D5"), ...book.log()]).toEqual(["first", "Saved results", null, null]);
});

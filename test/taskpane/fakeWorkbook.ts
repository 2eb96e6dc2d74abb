// A workbook that remembers what the pane did to it, takes its time, and fails when it is told to.
import {
  type CellStory,
  type StampedSheet,
  type Work,
  WorkbookFailure,
  type WorkbookHost,
} from "../../src/taskpane/workbookHost";
import { fakeChanges, fakeSelfCheck, fakeShortNames } from "./fakeResults";

export interface FakeWorkbook extends WorkbookHost {
  /** Another cell is selected; returns how many listen. */
  readonly select: (story: CellStory) => number;
  /** The next call that writes is refused with this sentence. */
  readonly failNext: (sentence: string) => void;
}

const STEPS = ["Assumptions", "Lists", "Audit", "The sheet itself"];
const SAMPLE: readonly StampedSheet[] = [
  {
    sheet: "Training 70B",
    sheetId: "one",
    template: "training-breakdown",
    mode: "live",
    hasResults: true,
    hasVersion: true,
    savedVersion: "GPUMEM 0.1.0, catalog 2026-08-31",
    savedAt: "2026-09-14",
    savedNote: "Approved for Q3 by the cluster board",
    liveVersion: "GPUMEM 0.2.0, catalog 2026-11-01",
    checks: 2,
    verdict: "Does not fit: 14.1 GB over per GPU; full recompute would save 31 GB.",
  },
  {
    sheet: "Fleet plan",
    sheetId: "three",
    template: "fleet-plan",
    mode: "saved",
    hasResults: true,
    hasVersion: true,
    savedVersion: "GPUMEM 0.2.0, catalog 2026-11-01",
    savedAt: "2026-11-20",
    savedNote: "",
    liveVersion: "GPUMEM 0.2.0, catalog 2026-11-01",
    checks: 1,
    verdict: "Short of 412 H100 in 2027 Q3.",
  },
  {
    sheet: "Training 7B",
    sheetId: "two",
    template: "training-breakdown",
    mode: "live",
    hasResults: true,
    hasVersion: true,
    savedVersion: "",
    savedAt: "",
    savedNote: "",
    liveVersion: "GPUMEM 0.2.0, catalog 2026-11-01",
    checks: 0,
    verdict: "Fits on 8 × H100 80GB: 11.2 GB to spare per GPU (range 7-15).",
  },
  {
    sheet: "GM Audit",
    sheetId: "four",
    template: "audit",
    mode: "live",
    hasResults: false,
    hasVersion: false,
    savedVersion: "",
    savedAt: "",
    savedNote: "",
    liveVersion: "",
    checks: 0,
    verdict: "",
  },
];

/** A sheet that takes rows of a bill. */
export const BILL_SHEET: StampedSheet = {
  ...(SAMPLE[0] as StampedSheet),
  sheet: "Q2 bill",
  sheetId: "bill",
  template: "budget-versus-actual",
  checks: 0,
  verdict: "Over budget by 4%: the rate explains most of it.",
};

const EMPTY_CELL: CellStory = {
  address: "Sheet1!A1",
  label: "",
  formula: "",
  shown: "",
  sentence: "This cell is empty.",
  reason: undefined,
  cells: [],
};

export function fakeWorkbook(pause: number, sample: readonly StampedSheet[] = SAMPLE): FakeWorkbook {
  let sheets = [...sample];
  let refusal: string | undefined;
  let story: CellStory = EMPTY_CELL;
  const listeners = new Set<() => void>();
  const wait = () => new Promise((done) => setTimeout(done, pause));
  const change = (sheetId: string, changes: Partial<StampedSheet>) =>
    (sheets = sheets.map((one) => (one.sheetId === sheetId ? { ...one, ...changes } : one)));
  const step = async () => {
    await wait();
    const sentence = refusal;
    refusal = undefined;
    if (sentence) throw new WorkbookFailure(sentence);
  };
  const stepsOf = async ({ progress, signal }: Work, steps: readonly string[]) => {
    for (const [i, name] of steps.entries()) {
      progress(name, i, steps.length);
      await step();
      signal.throwIfAborted();
    }
  };
  const accepted = (sheetIds: readonly string[], savedNote: string) =>
    sheetIds.forEach((sheetId) => change(sheetId, { savedAt: "2026-11-24", savedNote }));
  return {
    ...fakeChanges(stepsOf, accepted, wait),
    ...fakeShortNames(stepsOf),
    ...fakeSelfCheck(stepsOf),
    failNext: (sentence) => (refusal = sentence),
    select: (selected) => {
      story = selected;
      for (const heard of listeners) heard();
      return listeners.size;
    },
    selectedCell: async () => {
      await wait();
      return story;
    },
    watchSelection: async (heard) => {
      listeners.add(heard);
      return async () => void listeners.delete(heard);
    },
    insert: async (template, work) => {
      await stepsOf(work, STEPS);
      return { sheet: template.name };
    },
    sheets: async () => {
      await wait();
      return sheets;
    },
    saveResults: async (sheetId, savedNote, work) => {
      await stepsOf(work, ["Reading", "Writing"]);
      const { liveVersion = "" } = sheets.find((one) => one.sheetId === sheetId) ?? {};
      change(sheetId, { savedVersion: liveVersion, savedAt: "2026-11-24", savedNote });
    },
    setMode: async (sheetId, mode) => {
      await step();
      change(sheetId, { mode });
    },
    activate: step,
    billPlace: async () => {
      await step();
      return { room: 2000, filled: 30 };
    },
    writeBill: step,
    addRow: async () => {
      await step();
      return { sheet: "GM Assumptions", row: 62 };
    },
    insertFormula: async () => {
      await step();
      return { address: "Sheet1!B2" };
    },
  };
}

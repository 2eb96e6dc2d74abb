// What the fake workbook has of changed results, short names and a self-check.
import type { CheckedExample, SelfCheckHost } from "../../src/taskpane/selfCheckHost";
import type { ShortNamesHost, ShortNamesState } from "../../src/taskpane/shortNamesHost";
import type { SheetChanges, WorkbookChanges } from "../../src/taskpane/workbookChanges";
import type { Work } from "../../src/taskpane/workbookHost";

type Steps = (work: Work, steps: readonly string[]) => Promise<void>;

const OLD = "GPUMEM 0.1.0, catalog 2026-08-31";
const NEW = "GPUMEM 0.2.0, catalog 2026-11-01";
const WHY = ["0.2.0: Fused cross-entropy no longer counts the gradient of the logits twice."];

const CHANGES: readonly SheetChanges[] = [
  {
    ...{ sheet: "Training 70B", sheetId: "one", isSaved: true, savedVersion: OLD, liveVersion: NEW },
    changes: [
      { label: "Total", saved: 71.42, live: 68.91, change: -0.03514, why: WHY },
      { label: "Logits", saved: 5.02, live: 2.51, change: -0.5, why: WHY },
      { label: "Fits", saved: "no", live: "borderline", change: undefined, why: [] },
    ],
    errors: [],
  },
  {
    ...{ sheet: "Fleet plan", sheetId: "three", isSaved: true, savedVersion: NEW, liveVersion: NEW },
    changes: [
      { label: "gpu hours · 2027 Q1", saved: 1_204_500, live: 1_310_000, change: 0.08759, why: [] },
      ...Array.from({ length: 12 }, (_, i) => ({
        ...{ label: `gpu hours · 2027 Q${2 + i}`, saved: 1e6, live: 1e6 * (1 + i / 1000 + 0.001) },
        ...{ change: i / 1000 + 0.001, why: [] },
      })),
    ],
    errors: [
      { label: "kWh", error: "#VALUE!" },
      { label: "Wall hours", error: "#BUSY!" },
    ],
  },
];

/** What is accepted differs no longer. */
export function fakeChanges(
  stepsOf: Steps,
  accepted: (sheetIds: readonly string[], note: string) => void,
  wait: () => Promise<unknown>,
): WorkbookChanges {
  let changes = CHANGES;
  return {
    recalculate: (work) => stepsOf(work, ["Calculating every cell", "Waiting for the functions"]),
    changes: async () => {
      await wait();
      return changes;
    },
    keepSaved: async (_, __, work) => {
      await stepsOf(work, ["Reading the results"]);
      return {};
    },
    acceptLive: async (sheetIds, note, work) => {
      await stepsOf(work, ["Reading the results", "Saving"]);
      changes = changes.map((one) => (sheetIds.includes(one.sheetId) ? { ...one, changes: [] } : one));
      accepted(sheetIds, note);
      return { note: "The change log on GM Audit is missing or has no free row, so this is not in it." };
    },
  };
}

const NO_NAMES: ShortNamesState = { ours: [], others: ["KV_MEM"], excels: ["PRICE"] };

export function fakeShortNames(stepsOf: Steps): ShortNamesHost {
  let state = NO_NAMES;
  return {
    shortNames: async () => state,
    defineShortNames: async (work) => {
      await stepsOf(work, ["Defining the names"]);
      return (state = { ...NO_NAMES, ours: ["TRAIN_MEM", "ACT_MEM"] });
    },
    removeShortNames: async (work) => {
      await stepsOf(work, ["Deleting the names"]);
      return (state = NO_NAMES);
    },
  };
}

const passing = (id: string): CheckedExample => ({
  ...{ id, example: `GPUMEM.${id}(7e9)`, here: "112", documented: "112", outcome: "pass" },
});
const FAILING: CheckedExample = {
  id: "KV_MEM",
  example: 'GPUMEM.KV_MEM("llama-3.1-70b",8192,16)',
  ...{ here: "41.9", documented: "42.949672960000002", outcome: "fail" },
};

/** The second run finds the sheet of the first, and a mistake. */
export function fakeSelfCheck(stepsOf: Steps): SelfCheckHost {
  let runs = 0;
  return {
    findSelfCheck: async () => (runs > 0 ? { sheet: "GM Self-check", sheetId: "check" } : undefined),
    runSelfCheck: async (replaced, work) => {
      await stepsOf(work, ["Writing GM Self-check", "Waiting for the functions"]);
      runs++;
      const examples = ["TRAIN_MEM", "ACT_MEM", "GPU"].map(passing);
      return {
        sheet: runs > 1 && replaced === undefined ? "GM Self-check 2" : "GM Self-check",
        examples: runs > 1 ? [...examples, FAILING] : examples,
        platform: {
          ...{ host: "Excel", platform: "OfficeOnline", version: "16.0.18526.40002" },
          sets: ["ExcelApi 1.1-1.17", "CustomFunctionsRuntime 1.1-1.4", "SharedRuntime 1.1"],
          engine: NEW,
        },
      };
    },
  };
}

// The spreadsheet's undo, in steps of syncs: one sync may take several revisions, for it reads between its writes.

export interface UndoGroups {
  readonly add: (revision: string, sync: number | undefined) => void;
  /** Call after one revision was undone: does the next belong to the same sync? */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
}

interface Step {
  readonly revision: string;
  readonly sync: number | undefined;
}

/** As many as o-spreadsheet keeps. */
const KEPT = 99;

export function undoGroups(): UndoGroups {
  const done: Step[] = [];
  const undone: Step[] = [];
  const shift = (from: Step[], to: Step[]) => {
    const step = from.pop();
    if (!step) return false;
    to.push(step);
    return step.sync !== undefined && from.at(-1)?.sync === step.sync;
  };
  return {
    add: (revision, sync) => {
      done.push({ revision, sync });
      undone.length = 0;
      if (done.length > KEPT) done.shift();
    },
    undo: () => shift(done, undone),
    redo: () => shift(undone, done),
  };
}

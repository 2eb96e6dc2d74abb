// Follows the selection: one reading at a time, and the last selection always gets its own.
import type { CellStory, WorkbookHost } from "./workbookHost";

type Selection = Pick<WorkbookHost, "selectedCell" | "watchSelection">;

/** Returns what ends it. */
export function follow(
  workbook: Selection,
  tell: (story: CellStory) => void,
  fail: (thrown: unknown) => void,
): () => void {
  let [ended, reading, moved] = [false, false, false];
  const read = async () => {
    moved = true;
    if (reading) return;
    reading = true;
    while (moved && !ended) {
      moved = false;
      await workbook.selectedCell().then(
        (story) => void (!ended && !moved && tell(story)),
        (thrown: unknown) => void (!ended && !moved && fail(thrown)),
      );
    }
    reading = false;
  };
  const watching = workbook.watchSelection(() => void read());
  watching.catch((thrown: unknown) => !ended && fail(thrown));
  void read();
  return () => {
    ended = true;
    // Who left does not need to hear that leaving failed.
    watching.then((stop) => stop()).catch(() => undefined);
  };
}

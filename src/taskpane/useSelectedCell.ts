import { useEffect, useState } from "react";
import { failureSentence } from "./failures";
import { follow } from "./follow";
import type { CellStory, WorkbookHost } from "./workbookHost";

export type SelectedCell =
  | { readonly kind: "reading" }
  | { readonly kind: "read"; readonly story: CellStory }
  | { readonly kind: "failed"; readonly sentence: string };

/** The selected cell while somebody looks at it: read at first, and whenever another one is selected. */
export function useSelectedCell(workbook: WorkbookHost | undefined, wanted: boolean): SelectedCell {
  const [selected, setSelected] = useState<SelectedCell>({ kind: "reading" });
  useEffect(() => {
    if (!workbook || !wanted) return;
    return follow(
      workbook,
      (story) => setSelected({ kind: "read", story }),
      (thrown) => setSelected({ kind: "failed", sentence: failureSentence(thrown) }),
    );
  }, [workbook, wanted]);
  return selected;
}

import { useCallback, useEffect, useState } from "react";
import { failureSentence } from "./failures";
import type { SheetChanges } from "./workbookChanges";
import type { StampedSheet, WorkbookHost } from "./workbookHost";

export type Sheets =
  | { readonly kind: "reading" }
  | { readonly kind: "read"; readonly sheets: readonly StampedSheet[]; readonly changes: readonly SheetChanges[] }
  | { readonly kind: "failed"; readonly sentence: string };

const READING: Sheets = { kind: "reading" };

async function read(workbook: WorkbookHost): Promise<Sheets> {
  try {
    const [sheets, changes] = [await workbook.sheets(), await workbook.changes()];
    return { kind: "read", sheets, changes };
  } catch (thrown) {
    return { kind: "failed", sentence: failureSentence(thrown) };
  }
}

/** The stamped sheets, read when the place comes into view and whenever work has ended; what was read stays meanwhile. */
export function useSheets(workbook: WorkbookHost | undefined, wanted: boolean): readonly [Sheets, () => void] {
  const [sheets, setSheets] = useState<Sheets>(READING);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (!workbook || !wanted) return;
    let current = true;
    void read(workbook).then((answer) => current && setSheets(answer));
    return () => {
      current = false;
    };
  }, [workbook, wanted, asked]);
  const refresh = useCallback(() => {
    setSheets(READING);
    setAsked((times) => times + 1);
  }, []);
  return [sheets, refresh];
}

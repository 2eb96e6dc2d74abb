import { useCallback, useEffect, useState } from "react";
import { failureSentence } from "./failures";
import type { StampedSheet, WorkbookHost } from "./workbookHost";

export type Sheets =
  | { readonly kind: "reading" }
  | { readonly kind: "read"; readonly sheets: readonly StampedSheet[] }
  | { readonly kind: "failed"; readonly sentence: string };

const READING: Sheets = { kind: "reading" };

/** The stamped sheets, read when the place comes into view and whenever work has ended; what was read stays meanwhile. */
export function useSheets(workbook: WorkbookHost | undefined, wanted: boolean): readonly [Sheets, () => void] {
  const [sheets, setSheets] = useState<Sheets>(READING);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (!workbook || !wanted) return;
    let current = true;
    const show = (answer: Sheets) => current && setSheets(answer);
    workbook.sheets().then(
      (read) => show({ kind: "read", sheets: read }),
      (thrown: unknown) => show({ kind: "failed", sentence: failureSentence(thrown) }),
    );
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

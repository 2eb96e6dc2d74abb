// What every part of the pane may need: the workbook, where there is one, and the one who works.
import { createContext, useContext } from "react";
import type { Worker } from "./useWork";
import type { WorkbookHost } from "./workbookHost";

export interface PaneContext {
  /** Undefined outside Excel: then everything can be looked at, and nothing inserted. */
  readonly workbook: WorkbookHost | undefined;
  readonly worker: Worker;
}

const Context = createContext<PaneContext | undefined>(undefined);
export const PaneProvider = Context.Provider;

export function usePane(): PaneContext {
  const pane = useContext(Context);
  if (!pane) throw new Error("a part of the pane stands outside of it");
  return pane;
}

import { useState } from "react";
import { usePane } from "./paneContext";
import type { SelfCheckHost, SelfCheckResult, SelfCheckSheet } from "./selfCheckHost";
import { verdictOf } from "./selfCheckReport";
import { TEXT } from "./strings";

export type SelfCheckState =
  | { readonly kind: "idle"; readonly result: SelfCheckResult | undefined }
  /** There is a sheet of an earlier one: the user says what becomes of it. */
  | { readonly kind: "asking"; readonly found: SelfCheckSheet };

export interface SelfCheck {
  readonly state: SelfCheckState;
  readonly start: () => void;
  readonly run: (replaced: string | undefined) => void;
  readonly drop: () => void;
}

const told = ({ note = "", ...result }: SelfCheckResult): string => `${verdictOf(result)} ${note}`.trim();

export function useSelfCheck(workbook: SelfCheckHost): SelfCheck {
  const { worker } = usePane();
  const [state, setState] = useState<SelfCheckState>({ kind: "idle", result: undefined });
  const show = (result: SelfCheckResult): SelfCheckResult => {
    setState({ kind: "idle", result });
    return result;
  };
  return {
    state,
    start: () =>
      worker.run({
        title: TEXT.checkRunning,
        cancellable: true,
        work: async (work) => {
          work.progress(TEXT.checkLooking, 0, 0);
          const found = await workbook.findSelfCheck();
          if (!found) return show(await workbook.runSelfCheck(undefined, work));
          setState({ kind: "asking", found });
          return found;
        },
        done: (ended) => ("examples" in ended ? told(ended) : TEXT.checkFound(ended.sheet)),
      }),
    run: (replaced) => {
      setState({ kind: "idle", result: undefined });
      worker.run({
        title: TEXT.checkRunning,
        cancellable: true,
        work: async (work) => show(await workbook.runSelfCheck(replaced, work)),
        done: told,
      });
    },
    drop: () => setState({ kind: "idle", result: undefined }),
  };
}

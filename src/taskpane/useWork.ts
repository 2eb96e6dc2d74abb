import { useCallback, useMemo, useReducer, useRef } from "react";
import { ending } from "./failures";
import { afterEvent, IDLE, type Offer, type WorkState } from "./work";
import type { Work } from "./workbookHost";

export interface Job<T> {
  readonly title: string;
  readonly cancellable?: boolean;
  readonly work: (work: Work) => Promise<T>;
  /** The sentence when it is done. */
  readonly done: (result: T) => string;
  readonly offer?: Offer;
}

/** What the places do work with. */
export interface Worker {
  readonly state: WorkState;
  readonly busy: boolean;
  /** Runs a job, unless another one runs: then it does nothing. */
  readonly run: <T>(job: Job<T>) => void;
  /** Says something that needed no work, such as "Copied". */
  readonly tell: (sentence: string) => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  readonly leavePlace: () => void;
}

export function useWork(): Worker {
  const [state, dispatch] = useReducer(afterEvent, IDLE);
  const running = useRef<AbortController | undefined>(undefined);

  const run = useCallback(async <T>({ title, cancellable = false, work, done, offer }: Job<T>) => {
    if (running.current) return;
    const { signal } = (running.current = new AbortController());
    dispatch({ kind: "started", title, cancellable });
    try {
      const progress: Work["progress"] = (step, at, of) => dispatch({ kind: "progressed", step, done: at, of });
      const result = await work({ progress, signal });
      dispatch({ kind: "told", tone: "done", sentence: done(result), offer });
    } catch (thrown) {
      dispatch(ending(thrown, signal.aborted));
    } finally {
      running.current = undefined;
    }
  }, []);

  return useMemo(
    () => ({
      state,
      busy: state.kind === "running",
      run: (job) => void run(job),
      tell: (sentence) => !running.current && dispatch({ kind: "told", tone: "done", sentence }),
      cancel: () => {
        dispatch({ kind: "cancelAsked" });
        running.current?.abort();
      },
      dismiss: () => dispatch({ kind: "dismissed" }),
      leavePlace: () => dispatch({ kind: "placeLeft" }),
    }),
    [state, run],
  );
}

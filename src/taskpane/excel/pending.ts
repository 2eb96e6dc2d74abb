// Custom functions answer later than Excel's own: until then their cells show that they are at work.
import type { Work } from "../workbookHost";
import { stopIfAborted } from "./errors";

const PENDING = /^(#BUSY!|#GETTING_DATA|#CONNECT!|Loading)/i;

export const isPending = (value: unknown): boolean => typeof value === "string" && PENDING.test(value);

export type Pause = (milliseconds: number) => Promise<void>;

export const realPause: Pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const STEP_MS = 500;
const MOST_STEPS = 120;
export const PATIENCE_S = (STEP_MS * MOST_STEPS) / 1000;

/** Asks again and again; the last answer, settled or not. */
export async function settled<T>(
  ask: () => Promise<T>,
  isSettled: (answer: T) => boolean,
  { progress, signal }: Work,
  pause: Pause,
): Promise<T> {
  for (let step = 0; ; step++) {
    stopIfAborted(signal);
    const answer = await ask();
    if (isSettled(answer) || step >= MOST_STEPS) return answer;
    progress("Waiting for the functions", step, MOST_STEPS);
    await pause(STEP_MS);
  }
}

// One piece of work at a time, as the pane shows it: running, then what came of it.

/** A step that is offered after the work, such as showing the saved values. */
export interface Offer {
  readonly label: string;
  readonly run: () => void;
}

export type Tone = "done" | "cancelled" | "failed";

export interface Running {
  readonly kind: "running";
  /** "Inserting Training breakdown". */
  readonly title: string;
  readonly step: string;
  readonly done: number;
  /** 0 until the work has said how much there is. */
  readonly of: number;
  readonly cancellable: boolean;
  readonly cancelling: boolean;
}

export interface Told {
  readonly kind: "told";
  readonly tone: Tone;
  readonly sentence: string;
  readonly offer?: Offer;
}

export type WorkState = { readonly kind: "idle" } | Running | Told;

export type WorkEvent =
  | { readonly kind: "started"; readonly title: string; readonly cancellable: boolean }
  | { readonly kind: "progressed"; readonly step: string; readonly done: number; readonly of: number }
  | { readonly kind: "cancelAsked" }
  | Told
  | { readonly kind: "dismissed" }
  /** The user went to another place: what succeeded there needs no more attention. */
  | { readonly kind: "placeLeft" };

export const IDLE: WorkState = { kind: "idle" };

/** What the pane shows after an event. A late event of work that is over changes nothing. */
export function afterEvent(state: WorkState, event: WorkEvent): WorkState {
  switch (event.kind) {
    case "started":
      return { ...event, kind: "running", step: "", done: 0, of: 0, cancelling: false };
    case "progressed":
      return state.kind === "running" ? { ...state, step: event.step, done: event.done, of: event.of } : state;
    case "cancelAsked":
      return state.kind === "running" && state.cancellable ? { ...state, cancelling: true } : state;
    case "told":
      return event;
    case "dismissed":
      return state.kind === "told" ? IDLE : state;
    case "placeLeft":
      return state.kind === "told" && state.tone === "done" && !state.offer ? IDLE : state;
    default:
      return event satisfies never;
  }
}

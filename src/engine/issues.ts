/** What can be wrong with an input, as data: the functions layer turns it into one sentence (`engineErrorCell`). */
export type EngineIssue =
  | {
      /** `param` does not divide `whole`. */
      readonly code: "not_divisible";
      readonly param: string;
      readonly received: number;
      readonly whole: string;
      readonly of: number;
    }
  | {
      /** Unlikely, where arguments go by position. */
      readonly code: "out_of_order";
      readonly param: string;
      readonly received: number;
      readonly than: string;
      readonly limit: number;
    }
  | {
      readonly code: "larger_than";
      readonly param: string;
      readonly received: number;
      readonly than: string;
      readonly limit: number;
    }
  | {
      readonly code: "not_equal";
      readonly param: string;
      readonly received: number;
      readonly other: string;
      readonly value: number;
    }
  | { readonly code: "too_few_parameters"; readonly received: number }
  | { readonly code: "goes_with"; readonly param: string; readonly needed: string }
  | { readonly code: "does_not_fit"; readonly needed: number; readonly available: number }
  | { readonly code: "shapes_needed"; readonly optimizer: string }
  | {
      readonly code: "no_such_tensor";
      readonly model: string;
      readonly target: string;
      readonly names: readonly string[];
    }
  | {
      readonly code: "method_lacks";
      readonly method: string;
      readonly param: string;
      readonly received: string;
      readonly allowed: string;
    };

/** Thrown by the engine for an input that has no answer. */
export class EngineError extends Error {
  constructor(readonly issue: EngineIssue) {
    super(issue.code);
    this.name = "EngineError";
  }
}

/** Refuses a number that does not divide another: tp = 6 does not divide heads = 64. */
export function mustDivide(param: string, received: number, whole: string, of: number): void {
  if (of % received !== 0) throw new EngineError({ code: "not_divisible", param, received, whole, of });
}

/** Refuses a number above a limit. */
export function mustNotExceed(param: string, received: number, than: string, limit: number): void {
  if (received > limit) throw new EngineError({ code: "larger_than", param, received, than, limit });
}

// The part of Microsoft's custom-functions runtime that a functions bundle talks to: it associates ids with functions.

export type CustomFunction = (...args: unknown[]) => unknown;

/** Thrown or returned by custom functions; the same shape as Microsoft's CustomFunctions.Error. */
export class CustomFunctionError extends Error {
  constructor(
    readonly code: string,
    message = "",
  ) {
    super(message);
    this.name = "CustomFunctions.Error";
  }
}

export interface CustomFunctionsRuntime {
  readonly associate: (id: string, functionObject: CustomFunction) => void;
  readonly Error: typeof CustomFunctionError;
  readonly ErrorCode: Readonly<Record<string, string>>;
}

const ERROR_CODE = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

/** A runtime that collects what a bundle associates. */
export function customFunctionsRuntime(): {
  readonly runtime: CustomFunctionsRuntime;
  readonly associated: ReadonlyMap<string, CustomFunction>;
} {
  const associated = new Map<string, CustomFunction>();
  const runtime = {
    associate: (id: string, functionObject: CustomFunction) => void associated.set(id.toUpperCase(), functionObject),
    Error: CustomFunctionError,
    ErrorCode: ERROR_CODE,
  };
  return { runtime, associated };
}

// One sync: the actions in their order, writes between two reads in one command of the spreadsheet.
import { answer, readsValues } from "./actions";
import { accessDenied, ApiError, invalidOperation } from "./apiError";
import { type Book, refusal } from "./book";
import { pathsOf } from "./paths";
import { OFFICE_BATCH } from "./plugins/officeBatch";
import { ACTION, type Action, type Batch, type BatchResponse } from "./wire";

export type Dispatch = (
  command: string,
  payload: object,
) => { readonly isSuccessful: boolean; readonly reasons: readonly string[] };

/** What differs from sync to sync. */
export interface Run {
  /** Throws to make this action fail. */
  readonly beforeAction: (action: Action, index: number) => void;
  readonly onInternalError: (error: unknown) => void;
}

interface Failure {
  readonly error: ApiError;
  readonly index: number;
}

/** The book while a batch runs: its commands go through the root command that is open. */
export interface Session {
  readonly book: Book;
  readonly open: { dispatch: Dispatch | undefined };
  readonly afterwards: (() => void)[];
}

export function commandsOf(open: Session["open"], root: Dispatch): Book["dispatch"] {
  return (command, payload) => {
    const result = (open.dispatch ?? root)(command, payload);
    const failed = refusal(command, result, {
      denied: accessDenied(command),
      other: (message) => invalidOperation(command, message),
    });
    if (failed) throw failed;
  };
}

export function runBatch({ book, open, afterwards }: Session, batch: Batch, run: Run): BatchResponse {
  const progress = startOf(book, batch, run);
  const { reads, step, flush, fail } = progress;
  const writes = (dispatch: Dispatch) => {
    open.dispatch = dispatch;
    while (reads() === false) step();
    flush();
    open.dispatch = undefined;
  };
  while (reads() !== undefined)
    if (reads()) {
      step();
      flush();
    } else if (!rootCommand(book, writes)) fail(accessDenied("Workbook"));
  for (const task of afterwards.splice(0)) task();
  const { failure, results } = progress.outcome();
  return { Error: failure ? errorOf(failure) : null, Results: results, TraceIds: tracesIn(batch, results.length) };
}

/** Goes through the actions until one fails. */
function startOf(book: Book, batch: Batch, { beforeAction, onInternalError }: Run) {
  const paths = pathsOf(book, batch);
  const results: { ActionId: number; Value: unknown }[] = [];
  let failure: Failure | undefined;
  const fail = (error: unknown) => {
    if (!(error instanceof ApiError)) onInternalError(error);
    failure ??= { error: error instanceof ApiError ? error : internal(error), index: results.length };
  };
  // An exception that left a command of the spreadsheet would leave it unusable.
  const attempt = (task: () => void) => {
    try {
      task();
    } catch (error) {
      fail(error);
    }
  };
  const next = () => (failure ? undefined : batch.Actions[results.length]);
  return {
    fail,
    /** Does the next action read? undefined: there is none. */
    reads: () => {
      const action = next();
      return action && readsValues(batch, action);
    },
    step: () =>
      attempt(() => {
        const action = next() as Action;
        beforeAction(action, results.length);
        results.push({ ActionId: action.Id, Value: answer(book, paths, action) ?? null });
      }),
    flush: () => attempt(() => book.cells.flush()),
    outcome: () => ({ failure, results }),
  };
}

/** false: the spreadsheet takes no commands at all, for it is read-only. */
const rootCommand = ({ model }: Book, run: (dispatch: Dispatch) => void) =>
  model.dispatch(OFFICE_BATCH as never, { run } as never).isSuccessful;

const internal = (error: unknown) =>
  new ApiError(
    "GeneralException",
    `There was an internal error while processing the request. ${error instanceof Error ? error.message : String(error)}`,
    "",
    500,
  );

const errorOf = ({ error: { code, message, location, status }, index }: Failure) => ({
  Code: code,
  Message: message,
  Location: location,
  ActionIndex: index,
  HttpStatusCode: status,
});

const tracesIn = ({ Actions }: Batch, done: number) =>
  Actions.slice(0, done)
    .filter(({ ActionType }) => ActionType === ACTION.trace)
    .map(({ Id }) => Id);

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

export function runBatch(session: Session, batch: Batch, run: Run): BatchResponse {
  const { book, open, afterwards } = session;
  const paths = pathsOf(book, batch);
  const results: { ActionId: number; Value: unknown }[] = [];
  let index = 0;
  let failure: Failure | undefined;
  const next = () => batch.Actions[index] as Action;
  const step = () => {
    try {
      run.beforeAction(next(), index);
      results.push({ ActionId: next().Id, Value: answer(book, paths, next()) ?? null });
      index++;
    } catch (error) {
      if (!(error instanceof ApiError)) run.onInternalError(error);
      failure = { error: error instanceof ApiError ? error : internal(error), index };
    }
  };
  const more = () => index < batch.Actions.length && !failure;
  const writes = (dispatch: Dispatch) => {
    open.dispatch = dispatch;
    while (more() && !readsValues(batch, next())) step();
    open.dispatch = undefined;
  };
  while (more())
    if (readsValues(batch, next())) step();
    else if (!rootCommand(book, writes)) failure = { error: accessDenied("Workbook"), index };
  for (const task of afterwards.splice(0)) task();
  return { Error: failure ? errorOf(failure) : null, Results: results, TraceIds: tracesIn(batch, results.length) };
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

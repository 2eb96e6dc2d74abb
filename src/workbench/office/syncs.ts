// The log of syncs that tests read, and the failures that they order.
import { ApiError } from "./apiError";
import { type Action, ACTION, type Batch, clientName } from "./wire";

export interface SyncRecord {
  /** Counted from 1; the client's own cleaning up after Excel.run does not count. */
  readonly number: number;
  /** `Worksheets`, `Add`, `Values =`, in order: methods, paths and sets as they travel. */
  readonly members: readonly string[];
  readonly actions: number;
  readonly writes: boolean;
}

interface OrderedFailure {
  /** 1: the next sync. */
  readonly sync: number;
  /** Counted from 0; what stands before it in the batch stays done. Without this and a member the whole sync fails. */
  readonly action?: number;
  /** The first action that is this: `Zoom =`, `Delete`, as the log spells it. */
  readonly member?: string;
  /** Where Excel would say that it failed: `PageLayout.zoom`. */
  readonly location?: string;
  readonly code?: string;
  readonly message?: string;
}

const PLUMBING = new Set(["_KeepReference", "_RemoveReference", "NotifyActionHandlerReady"]);

const isPlumbing = ({ ActionType, Name }: Action) => ActionType === ACTION.call && PLUMBING.has(Name);

/** Nothing that the add-in asked for. */
const isCleaning = ({ Actions, ObjectPaths }: Batch) =>
  Actions.every(
    (action) =>
      isPlumbing(action) || (action.ActionType === ACTION.instantiate && ObjectPaths[action.ObjectPathId]?.Name === ""),
  ) || Object.values(ObjectPaths).some(({ Name }) => Name.startsWith("Microsoft."));

export interface Syncs {
  /** undefined for what is not the add-in's sync. */
  readonly begin: (batch: Batch) => SyncRecord | undefined;
  readonly failAt: (failure: OrderedFailure) => void;
  /** Throws where a failure was ordered. */
  readonly check: (sync: SyncRecord | undefined, batch: Batch, action: number) => void;
  readonly log: readonly SyncRecord[];
}

export function syncLog(): Syncs {
  const log: SyncRecord[] = [];
  let ordered: OrderedFailure | undefined;
  return {
    log,
    begin: (batch) => {
      if (isCleaning(batch)) return undefined;
      const members = membersOf(batch);
      const writes = batch.Actions.some(({ ActionType }) => ActionType === ACTION.set);
      const record = { number: log.length + 1, members, actions: batch.Actions.length, writes };
      log.push(record);
      return record;
    },
    failAt: (failure) => {
      ordered = { ...failure, sync: failure.sync + log.length };
    },
    check: (sync, batch, index) => {
      if (!ordered || sync?.number !== ordered.sync) return;
      const { code = "GeneralException", message = INTERNAL, location = "", member, action = 0 } = ordered;
      const here = member === undefined ? index === action : memberOf(batch, batch.Actions[index]) === member;
      if (!here) return;
      ordered = undefined;
      throw new ApiError(code, message, location, 500);
    },
  };
}

const INTERNAL = "There was an internal error while processing the request.";

const membersOf = (batch: Batch): readonly string[] =>
  batch.Actions.flatMap((action) =>
    action.ActionType === ACTION.load || action.ActionType === ACTION.retrieve
      ? (action.QueryInfo?.Select ?? []).map(clientName)
      : (memberOf(batch, action) ?? []),
  );

function memberOf({ ObjectPaths }: Batch, action: Action | undefined): string | undefined {
  if (!action || isPlumbing(action)) return undefined;
  if (action.ActionType === ACTION.instantiate) return ObjectPaths[action.ObjectPathId]?.Name || undefined;
  if (action.ActionType === ACTION.set) return `${action.Name} =`;
  return action.ActionType === ACTION.call ? action.Name : undefined;
}

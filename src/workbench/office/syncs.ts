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

export interface OrderedFailure {
  /** 1: the next sync. */
  readonly sync: number;
  /** Counted from 0; what stands before it in the batch stays done. Without: the whole sync fails. */
  readonly action?: number;
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
  readonly check: (sync: SyncRecord | undefined, action: number) => void;
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
    check: (sync, action) => {
      if (!ordered || sync?.number !== ordered.sync || action !== (ordered.action ?? 0)) return;
      const { code = "GeneralException", message = "There was an internal error while processing the request." } =
        ordered;
      ordered = undefined;
      throw new ApiError(code, message, "", 500);
    },
  };
}

function membersOf({ Actions, ObjectPaths }: Batch): readonly string[] {
  return Actions.flatMap((action) => {
    if (isPlumbing(action) || action.ActionType === ACTION.trace) return [];
    if (action.ActionType === ACTION.instantiate) return ObjectPaths[action.ObjectPathId]?.Name || [];
    if (action.ActionType === ACTION.set) return `${action.Name} =`;
    if (action.ActionType === ACTION.call) return action.Name;
    return (action.QueryInfo?.Select ?? []).map(clientName);
  });
}

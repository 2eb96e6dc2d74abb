// The batches that Microsoft's client sends and what it expects back.

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export const ACTION = { instantiate: 1, load: 2, call: 3, set: 4, trace: 5, retrieve: 7 };

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** At the place of an argument that is an object: its path; 0 for a plain value. */
  readonly ReferencedObjectPathIds?: readonly (number | readonly unknown[])[] | null;
}

export const PATH = { root: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 };

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface BatchResponse {
  readonly Error: null | {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
}

/** `rowCount` for `RowCount`. */
export const clientName = (wireName: string) =>
  wireName.startsWith("_") ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);

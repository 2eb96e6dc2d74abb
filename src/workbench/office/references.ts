// Ranges that the client keeps: they move with their cells when rows and columns are inserted or deleted.
import { LAST_COLUMN, LAST_ROW } from "./a1";
import type { Area } from "./area";
import type { Book, Memory } from "./book";
import type { Getters, Zone } from "./library";

interface Moving {
  readonly type: string;
  readonly sheetId: string;
  readonly dimension: "ROW" | "COL";
  readonly base: number;
  readonly position: "before" | "after";
  readonly quantity: number;
  readonly elements: readonly number[];
}

const SIDES = { ROW: ["top", "bottom", LAST_ROW], COL: ["left", "right", LAST_COLUMN] } as const;

/** Where the cells are now; undefined: they are gone. */
export function currentArea({ references, referenceOf }: Memory, range: Area): Area | undefined {
  const reference = referenceOf.get(range);
  return reference === undefined ? range : references.get(reference);
}

export function moveReferences({ memory, getters }: Book, command: { readonly type: string }): void {
  const { references, referenceOf } = memory;
  const move = command as Moving;
  const isInsert = command.type === "ADD_COLUMNS_ROWS";
  if (isInsert ? isGrowth(getters, move) : command.type !== "REMOVE_COLUMNS_ROWS") return;
  for (const [reference, range] of references) {
    if (range.sheetId !== move.sheetId) continue;
    const zone = isInsert ? inserted(range.zone, move) : deleted(range.zone, move);
    const moved = zone && { ...range, zone };
    if (!moved) references.delete(reference);
    else if (zone !== range.zone) {
      references.set(reference, moved);
      referenceOf.set(moved, reference);
    }
  }
}

/** After the last row or column: to Excel, whose sheets are endless, nothing happened. */
const isGrowth = (getters: Getters, { sheetId, dimension, base, position, quantity }: Moving) =>
  position === "after" && base + 1 + quantity === getters.getNumberHeaders(sheetId, dimension);

function inserted(zone: Zone, { dimension, base, position, quantity }: Moving): Zone {
  const [start, end, last] = SIDES[dimension];
  const first = position === "before" ? base : base + 1;
  if (zone[end] < first || zone[end] === last) return zone;
  return { ...zone, [start]: zone[start] + (zone[start] >= first ? quantity : 0), [end]: zone[end] + quantity };
}

function deleted(zone: Zone, { dimension, elements }: Moving): Zone | undefined {
  const [start, end, last] = SIDES[dimension];
  if (zone[end] === last) return zone;
  const before = elements.filter((index) => index < zone[start]).length;
  const until = elements.filter((index) => index <= zone[end]).length;
  if (until === 0) return zone;
  const left = { ...zone, [start]: zone[start] - before, [end]: zone[end] - until };
  return left[end] < left[start] ? undefined : left;
}

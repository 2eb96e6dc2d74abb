// Conditional formats: o-spreadsheet's rules, and those that have no condition yet, which it could not keep.
import { itemNotFound } from "./apiError";
import type { Area } from "./area";
import { clipped, intersection } from "./area";
import type { Book } from "./book";
import type { Style } from "./library";
import { denyIfProtected } from "./protected";
import { writable } from "./sheetSize";
import { without } from "./without";
import { parseReference } from "./a1";

export type ConditionType = "Custom" | "CellValue";

/** What Office.js sets on a conditional format. */
interface Condition {
  readonly operator: string;
  readonly values: readonly string[];
}

export interface FormatDraft {
  readonly sheetId: string;
  readonly range: Area;
  readonly type: ConditionType;
  readonly style: Style;
  readonly stopIfTrue: boolean;
  /** undefined: it applies to nothing so far. */
  readonly condition: Condition | undefined;
}

const CUSTOM = "customFormula";

interface CellRule {
  readonly type: string;
  readonly operator: string;
  readonly values: readonly string[];
  readonly style: Style;
}

const saved = ({ getters }: Book, sheetId: string) => getters.getConditionalFormats(sheetId);

export function readFormat(book: Book, sheetId: string, id: string): FormatDraft {
  const draft = book.memory.drafts.get(id);
  if (draft) return draft;
  const format = saved(book, sheetId).find((one) => one.id === id);
  if (!format) throw itemNotFound("ConditionalFormat");
  const { operator, values, style } = format.rule as unknown as CellRule;
  return {
    sheetId,
    range: rangesOf(sheetId, format.ranges)[0] as Area,
    type: operator === CUSTOM ? "Custom" : "CellValue",
    style,
    stopIfTrue: format.stopIfTrue ?? false,
    condition: { operator, values },
  };
}

const rangesOf = (sheetId: string, addresses: readonly string[]): readonly Area[] =>
  addresses.flatMap((address) => {
    const reference = parseReference(address);
    return reference ? [{ kind: "Range" as const, sheetId, zone: reference.zone }] : [];
  });

export function changeFormat(book: Book, sheetId: string, id: string, changes: Partial<FormatDraft>): void {
  denyIfProtected(book, { type: "ADD_CONDITIONAL_FORMAT", sheetId }, "ConditionalFormat");
  const format = { ...readFormat(book, sheetId, id), ...changes };
  if (format.condition) save(book, id, format, format.condition);
  else book.memory.drafts.set(id, format);
}

/** A new one comes first, as in Excel; one that is there stays where it is. */
function save(book: Book, id: string, { sheetId, range, style, stopIfTrue }: FormatDraft, condition: Condition): void {
  const now = saved(book, sheetId);
  const before = now.find((one) => one.id === id);
  const ranges = before
    ? before.ranges.map((address) => book.getters.getRangeDataFromXc(sheetId, address))
    : [book.getters.getRangeDataFromZone(sheetId, writable(book, range))];
  const rule = { type: "CellIsRule", ...condition, style };
  book.dispatch("ADD_CONDITIONAL_FORMAT", { sheetId, ranges, cf: { id, rule, stopIfTrue } });
  book.memory.drafts.delete(id);
  if (!before && now.length > 0)
    book.dispatch("CHANGE_CONDITIONAL_FORMAT_PRIORITY", { sheetId, cfId: id, delta: now.length });
}

export function removeFormat(book: Book, sheetId: string, id: string): void {
  denyIfProtected(book, { type: "REMOVE_CONDITIONAL_FORMAT", sheetId }, "ConditionalFormat.delete");
  if (!book.memory.drafts.delete(id)) book.dispatch("REMOVE_CONDITIONAL_FORMAT", { sheetId, id });
}

/** Ids of those that touch the range, the first that applies first. */
export function formatsIn(book: Book, range: Area): readonly string[] {
  const drafts = [...book.memory.drafts].filter(([, draft]) => intersection(draft.range, range)).map(([id]) => id);
  const touching = saved(book, range.sheetId).filter(({ ranges }) =>
    rangesOf(range.sheetId, ranges).some((each) => intersection(each, range)),
  );
  return [...drafts, ...touching.map(({ id }) => id)];
}

/** Formats that reach beyond the range keep the rest. */
export function clearFormats(book: Book, range: Area): void {
  const { sheetId } = range;
  const removed = [book.getters.getRangeFromZone(sheetId, clipped(book, range))];
  for (const id of formatsIn(book, range)) {
    const format = saved(book, sheetId).find((one) => one.id === id);
    const ranges = format?.ranges.map((address) => book.getters.getRangeFromSheetXC(sheetId, address)) ?? [];
    const left = ranges.length > 0 ? book.getters.recomputeRanges(ranges, removed) : [];
    if (!format || left.length === 0) removeFormat(book, sheetId, id);
    else {
      const cf = without(format, "ranges");
      book.dispatch("ADD_CONDITIONAL_FORMAT", {
        sheetId,
        ranges: left.map((one) => book.getters.getRangeData(one)),
        cf,
      });
    }
  }
}

export const customCondition = (formula: string): Condition => ({ operator: CUSTOM, values: [formula] });

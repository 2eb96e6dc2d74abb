import type { DataValidationRule } from "@odoo/o-spreadsheet";
import { addressOf, type Area, areaAt, clipped, localAddress } from "../area";
import { booleanArgument, recordArgument, textArgument } from "../arguments";
import { invalidArgument } from "../apiError";
import type { Book } from "../book";
import { defineKind, type Item, isItem } from "../kind";
import { denyIfProtected } from "../protected";
import { writable } from "../sheetSize";
import { criterionOf, type Criterion } from "./validationRules";

interface Validation extends Item {
  readonly range: Area;
}

/** What Excel keeps with a rule and o-spreadsheet does not look at, but saves and copies. */
interface KeptRule extends DataValidationRule {
  readonly office?: {
    readonly rule: object;
    readonly prompt?: object;
    readonly errorAlert?: object;
    readonly ignoreBlanks?: boolean;
  };
}

/** Excel's own limit for a list that is written out. */
const LONGEST_LIST = 255;
const NO_PROMPT = { showPrompt: true, title: "", message: "" };
const NO_ALERT = { showAlert: true, style: "Stop", title: "", message: "" };

const ruleAt = (book: Book, { range }: Validation) =>
  book.getters.getValidationRuleForCell({
    sheetId: range.sheetId,
    col: range.zone.left,
    row: range.zone.top,
  }) as KeptRule | undefined;

/** One rule for exactly these cells: other rules lose them. */
function write(book: Book, { range }: Validation, rule: Omit<KeptRule, "id" | "ranges">, location: string): void {
  const { sheetId } = range;
  denyIfProtected(book, { type: "ADD_DATA_VALIDATION_RULE", sheetId }, location);
  const ranges = [book.getters.getRangeDataFromZone(sheetId, writable(book, range))];
  const alert = { ...NO_ALERT, ...rule.office?.errorAlert };
  const isBlocking = alert.showAlert && alert.style === "Stop";
  book.dispatch("ADD_DATA_VALIDATION_RULE", { sheetId, ranges, rule: { ...rule, isBlocking, id: book.newId() } });
}

function setRule(book: Book, item: Validation, value: unknown): void {
  const location = "DataValidation.rule";
  const rule = recordArgument(
    value,
    ["list", "wholeNumber", "decimal", "textLength", "date", "time", "custom"],
    location,
  );
  if (Object.keys(rule).length !== 1) throw invalidArgument(location);
  const now = ruleAt(book, item)?.office;
  const list = rule.list && listCriterion(book, item, rule.list, location);
  const criterion = list ?? criterionOf(rule, location);
  write(book, item, { criterion: criterion as never, office: { ...now, rule: shown(rule) } }, location);
}

/** As it will be read back; a range that was given becomes an address when it is. */
const shown = (rule: Readonly<Record<string, unknown>>) => (rule.list ? { list: { ...rule.list, source: "" } } : rule);

function listCriterion(book: Book, { range }: Validation, value: unknown, location: string): Criterion {
  const { source, inCellDropDown = true } = recordArgument(value, ["source", "inCellDropDown"], location);
  const displayStyle = booleanArgument(inCellDropDown, location) ? "arrow" : "plainText";
  if (typeof source === "string" && !source.startsWith("=")) {
    if (source === "") throw invalidArgument(location);
    if (source.length > LONGEST_LIST)
      throw invalidArgument(location, `The list has ${source.length} characters; Excel takes ${LONGEST_LIST}.`);
    return { type: "isValueInList", values: source.split(",").map((each) => each.trim()), displayStyle };
  }
  const area = isItem(source)
    ? (source as Area)
    : areaAt(book, range.sheetId, textArgument(source, location), location);
  // Without the sheet's name where it is the own one: then a copy of the sheet offers its own list.
  const own = area.sheetId === range.sheetId;
  const zone = clipped(book, area);
  const address = own ? localAddress({ ...area, zone }, "$") : addressOf(book, { ...area, zone }, "$");
  return { type: "isValueInRange", values: [address], displayStyle };
}

function shownRule(rule: KeptRule | undefined): object {
  if (!rule) return {};
  const { criterion } = rule;
  const inCellDropDown = !("displayStyle" in criterion) || criterion.displayStyle !== "plainText";
  if (criterion.type === "isValueInList") return { list: { inCellDropDown, source: criterion.values.join(",") } };
  if (criterion.type === "isValueInRange") return { list: { inCellDropDown, source: `=${criterion.values[0]}` } };
  return rule.office?.rule ?? { custom: { formula: criterion.values[0] } };
}

const TYPES: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  date: "Date",
  time: "Time",
  custom: "Custom",
};

function extra(key: "prompt" | "errorAlert", keys: readonly string[], none: object) {
  const location = `DataValidation.${key}`;
  return {
    get: (book: Book, item: Validation) => ruleAt(book, item)?.office?.[key] ?? none,
    set: (book: Book, item: Validation, value: unknown) =>
      change(book, item, { [key]: recordArgument(value, keys, location) }, location),
  };
}

/** Excel keeps a prompt without a rule, too; here it hangs on a rule that refuses nothing. */
const NO_RULE = { criterion: { type: "customFormula", values: ["=TRUE"] } as const, office: { rule: {} } };

function change(book: Book, item: Validation, changes: Partial<KeptRule["office"]>, location: string): void {
  const rule: Omit<KeptRule, "id" | "ranges"> = ruleAt(book, item) ?? {
    ...NO_RULE,
    criterion: { ...NO_RULE.criterion, values: ["=TRUE"] },
  };
  const office = { rule: {}, ...rule.office, ...changes };
  write(book, item, { criterion: rule.criterion, office }, location);
}

function clear(book: Book, { range }: Validation): void {
  const { sheetId } = range;
  denyIfProtected(book, { type: "REMOVE_DATA_VALIDATION_RULE", sheetId }, "DataValidation.clear");
  const removed = [book.getters.getRangeFromZone(sheetId, clipped(book, range))];
  for (const rule of book.getters.getDataValidationRules(sheetId)) {
    const left = book.getters.recomputeRanges(rule.ranges, removed);
    if (left.length === 0) book.dispatch("REMOVE_DATA_VALIDATION_RULE", { sheetId, id: rule.id });
    else {
      const ranges = left.map((each) => book.getters.getRangeData(each));
      book.dispatch("ADD_DATA_VALIDATION_RULE", { sheetId, ranges, rule });
    }
  }
}

export const dataValidationKind = defineKind<Validation>({
  name: "DataValidation",
  properties: {
    Rule: { get: (book, item) => shownRule(ruleAt(book, item)), set: setRule },
    Type: {
      get: (book, item) => TYPES[Object.keys(shownRule(ruleAt(book, item)))[0] ?? ""] ?? "None",
    },
    Prompt: extra("prompt", ["showPrompt", "title", "message"], NO_PROMPT),
    ErrorAlert: extra("errorAlert", ["showAlert", "style", "title", "message"], NO_ALERT),
    IgnoreBlanks: {
      get: (book, item) => ruleAt(book, item)?.office?.ignoreBlanks ?? true,
      set: (book, item, value) => {
        const location = "DataValidation.ignoreBlanks";
        change(book, item, { ignoreBlanks: booleanArgument(value, location) }, location);
      },
    },
  },
  methods: { Clear: clear },
});

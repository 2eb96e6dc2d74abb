// What Excel keeps in a workbook and o-spreadsheet has no place for: names of sheets, protection, page layout, settings.
// A core plugin, so that it is undone, copied with its sheet, saved, and follows rows that are inserted.
import { without } from "../without";
import type { OfficeLibrary, OfficeName, SheetRecord, WorkbookRecord } from "../library";

export const SHEET_RECORD = "OFFICE_SHEET";
export const WORKBOOK_RECORD = "OFFICE_WORKBOOK";
export const NAMES_RECORD = "OFFICE_NAMES";

type RecordCommand =
  | { readonly type: typeof SHEET_RECORD; readonly sheetId: string; readonly changes: Partial<SheetRecord> }
  | { readonly type: typeof WORKBOOK_RECORD; readonly changes: Partial<WorkbookRecord> }
  | { readonly type: typeof NAMES_RECORD; readonly owner: string; readonly names: readonly OfficeName[] }
  | { readonly type: "DUPLICATE_SHEET"; readonly sheetId: string; readonly sheetIdTo: string }
  | { readonly type: "DELETE_SHEET"; readonly sheetId: string };

interface OfficeData {
  readonly sheets: Readonly<Record<string, SheetRecord | undefined>>;
  readonly names: Readonly<Record<string, readonly OfficeName[] | undefined>>;
  readonly workbook: WorkbookRecord;
}

type Adapt = (sheetId: string, formula: string) => string;
type Retarget = (formula: string) => string;

const EMPTY: OfficeData = {
  sheets: {},
  names: {},
  workbook: { settings: {}, nameDetails: {}, calculationMode: "Automatic" },
};

export const recordsPlugin = (library: OfficeLibrary) =>
  class OfficeRecords extends library.CorePlugin {
    static getters = ["getOfficeSheet", "getOfficeWorkbook", "getOfficeNames"] as const;
    office: OfficeData = EMPTY;

    handle(command: { readonly type: string }): void {
      const changed = change(
        this.office,
        command as RecordCommand,
        (from, to) => (formula) => this.getters.copyFormulaStringForSheet(from, to, formula, "moveReference"),
      );
      if (changed !== this.office) this.history.update("office", changed);
    }

    adaptRanges({ adaptFormulaString }: { readonly adaptFormulaString: Adapt }): void {
      const adapted = adapt(this.office, adaptFormulaString);
      if (JSON.stringify(adapted) !== JSON.stringify(this.office)) this.history.update("office", adapted);
    }

    getOfficeSheet(sheetId: string): SheetRecord {
      return this.office.sheets[sheetId] ?? {};
    }
    getOfficeWorkbook(): WorkbookRecord {
      return this.office.workbook;
    }
    getOfficeNames(owner: string): readonly OfficeName[] {
      return this.office.names[owner] ?? [];
    }

    import(data: object): void {
      this.office = { ...EMPTY, ...(data as { office?: OfficeData }).office };
    }
    export(data: object): void {
      if (this.office !== EMPTY) Object.assign(data, { office: this.office });
    }
  };

function change(
  office: OfficeData,
  command: RecordCommand,
  copyTo: (from: string, to: string) => Retarget,
): OfficeData {
  const { sheets, names, workbook } = office;
  switch (command.type) {
    case SHEET_RECORD:
      return {
        ...office,
        sheets: { ...sheets, [command.sheetId]: { ...sheets[command.sheetId], ...command.changes } },
      };
    case WORKBOOK_RECORD:
      return { ...office, workbook: { ...workbook, ...command.changes } };
    case NAMES_RECORD:
      return { ...office, names: { ...names, [command.owner]: command.names } };
    case "DUPLICATE_SHEET":
      return copySheet(office, command.sheetId, command.sheetIdTo, copyTo(command.sheetId, command.sheetIdTo));
    case "DELETE_SHEET":
      return { ...office, sheets: without(sheets, command.sheetId), names: without(names, command.sheetId) };
    default:
      return office;
  }
}

function copySheet(office: OfficeData, from: string, to: string, retarget: Retarget): OfficeData {
  const own = office.names[from]?.map((name) => ({ ...name, formula: retarget(name.formula) }));
  return {
    ...office,
    sheets: { ...office.sheets, [to]: office.sheets[from] },
    names: { ...office.names, ...(own && { [to]: own }) },
  };
}

function adapt({ sheets, names, workbook }: OfficeData, adapted: Adapt): OfficeData {
  return {
    workbook,
    sheets: mapValues(sheets, (sheet, id) =>
      sheet?.areas ? { ...sheet, areas: mapValues(sheet.areas, (area) => adapted(id, area)) } : sheet,
    ),
    names: mapValues(names, (own, owner) => own?.map((name) => ({ ...name, formula: adapted(owner, name.formula) }))),
  };
}

const mapValues = <T>(record: Readonly<Record<string, T>>, f: (value: T, key: string) => T) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, f(value, key)]));

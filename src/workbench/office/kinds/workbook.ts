import { itemNotFound } from "../apiError";
import { booleanArgument, choiceArgument } from "../arguments";
import type { Book } from "../book";
import { defineKind, type Item } from "../kind";
import { WORKBOOK_RECORD } from "../plugins/records";
import { without } from "../without";
import { fixed } from "./properties";
import { activeCell, selectedRange } from "./selection";

interface Setting extends Item {
  readonly key: string;
}

const child = (kind: string) => () => ({ kind });

function referenced({ memory }: Book, id: unknown) {
  const range = memory.references.get(String(id));
  if (!range) throw itemNotFound("Workbook._GetObjectByReferenceId");
  return range;
}

const settings = ({ getters }: Book) => getters.getOfficeWorkbook().settings;
const saveSettings = ({ dispatch }: Book, changed: Readonly<Record<string, unknown>>) =>
  dispatch(WORKBOOK_RECORD, { changes: { settings: changed } });

function findSetting(book: Book, key: unknown): Setting | undefined {
  return typeof key === "string" && Object.hasOwn(settings(book), key) ? { kind: "Setting", key } : undefined;
}

const setSetting = (book: Book, key: string, value: unknown) => saveSettings(book, { ...settings(book), [key]: value });

const CALCULATION_MODES = { Automatic: true, AutomaticExceptTables: true, Manual: true };

export const workbookKinds = [
  defineKind({
    name: "Workbook",
    properties: { Name: fixed("Workbench.xlsx"), ReadOnly: fixed(false), IsDirty: fixed(true), AutoSave: fixed(false) },
    children: {
      Worksheets: child("WorksheetCollection"),
      Names: child("NamedItemCollection"),
      Settings: child("SettingCollection"),
      Application: child("Application"),
      Protection: child("WorkbookProtection"),
      _Runtime: child("Runtime"),
    },
    methods: {
      GetSelectedRange: selectedRange,
      GetActiveCell: activeCell,
      _RemoveReference: ({ memory }, _, id) => void memory.references.delete(String(id)),
      _GetObjectByReferenceId: (book, _, id) => referenced(book, id),
      _GetRangeForEventByReferenceId: (book, _, id) => referenced(book, id),
      _GetRangeOrNullObjectForEventByReferenceId: ({ memory }, _, id) => memory.references.get(String(id)) ?? null,
    },
  }),
  defineKind({
    name: "Application",
    properties: {
      CalculationMode: {
        get: ({ getters }) => getters.getOfficeWorkbook().calculationMode,
        set: ({ dispatch }, _, value) => {
          choiceArgument(value, CALCULATION_MODES, "Application.calculationMode");
          dispatch(WORKBOOK_RECORD, { changes: { calculationMode: value as string } });
        },
      },
      CalculationState: fixed("Done"),
    },
    methods: {
      // Between two syncs nothing is drawn or computed anyway.
      SuspendApiCalculationUntilNextSync: () => undefined,
      SuspendScreenUpdatingUntilNextSync: () => undefined,
      Calculate: ({ afterwards, model }, _, type) => {
        choiceArgument(type, { Recalculate: true, Full: true, FullRebuild: true }, "Application.calculate");
        afterwards(() => model.dispatch("EVALUATE_CELLS"));
      },
    },
  }),
  defineKind({
    name: "Runtime",
    properties: {
      EnableEvents: {
        get: ({ memory }) => memory.eventsEnabled,
        set: ({ memory }, _, value) => {
          memory.eventsEnabled = booleanArgument(value, "Runtime.enableEvents");
        },
      },
    },
  }),
  defineKind({
    name: "SettingCollection",
    elements: (book) => Object.keys(settings(book)).map((key) => ({ kind: "Setting", key })),
    byKey: (book, _, key) => findSetting(book, key),
    methods: {
      Add: (book, _, key, value) => {
        setSetting(book, String(key), value);
        return { kind: "Setting", key: String(key) };
      },
      GetItemOrNullObject: (book, _, key) => findSetting(book, key) ?? null,
      GetCount: (book) => Object.keys(settings(book)).length,
    },
  }),
  defineKind<Setting>({
    name: "Setting",
    identity: (_, { key }) => ({ _Id: key }),
    exists: (book, { key }) => findSetting(book, key) !== undefined,
    properties: {
      Key: { get: (_, { key }) => key },
      _Id: { get: (_, { key }) => key },
      Value: {
        get: (book, { key }) => settings(book)[key],
        set: (book, { key }, value) => setSetting(book, key, value),
      },
    },
    methods: {
      Delete: (book, { key }) => saveSettings(book, without(settings(book), key)),
    },
  }),
];

import { accessDenied, invalidOperation } from "../apiError";
import { recordArgument } from "../arguments";
import { defineKind, type Item } from "../kind";
import { SHEET_RECORD, WORKBOOK_RECORD } from "../plugins/records";

interface OfSheet extends Item {
  readonly sheetId: string;
}

const OPTIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
  "selectionMode",
];

const text = (password: unknown) => (typeof password === "string" ? password : "");

export const protectionKinds = [
  defineKind<OfSheet>({
    name: "WorksheetProtection",
    properties: {
      Protected: { get: ({ getters }, { sheetId }) => getters.getOfficeSheet(sheetId).protection !== undefined },
      Options: { get: ({ getters }, { sheetId }) => getters.getOfficeSheet(sheetId).protection?.options ?? null },
    },
    methods: {
      Protect: ({ getters, dispatch }, { sheetId }, options, password) => {
        const location = "WorksheetProtection.protect";
        if (getters.getOfficeSheet(sheetId).protection) throw invalidOperation(location, "The worksheet is protected.");
        const protection = { options: recordArgument(options ?? {}, OPTIONS, location), password: text(password) };
        dispatch(SHEET_RECORD, { sheetId, changes: { protection } });
      },
      Unprotect: ({ getters, dispatch }, { sheetId }, password) => {
        const kept = getters.getOfficeSheet(sheetId).protection;
        if (kept?.password && kept.password !== password) throw accessDenied("WorksheetProtection.unprotect");
        if (kept) dispatch(SHEET_RECORD, { sheetId, changes: { protection: undefined } });
      },
    },
  }),
  defineKind({
    name: "WorkbookProtection",
    properties: { Protected: { get: ({ getters }) => getters.getOfficeWorkbook().protection !== undefined } },
    methods: {
      Protect: ({ getters, dispatch }, _, password) => {
        if (getters.getOfficeWorkbook().protection)
          throw invalidOperation("WorkbookProtection.protect", "The workbook is protected.");
        dispatch(WORKBOOK_RECORD, { changes: { protection: { password: text(password) } } });
      },
      Unprotect: ({ getters, dispatch }, _, password) => {
        const kept = getters.getOfficeWorkbook().protection;
        if (kept?.password && kept.password !== password) throw accessDenied("WorkbookProtection.unprotect");
        if (kept) dispatch(WORKBOOK_RECORD, { changes: { protection: undefined } });
      },
    },
  }),
];

// Texts of the Workbook place: part of TEXT.
import { plural } from "./plural";

const list = (names: readonly string[]): string => names.join(", ");

export const WORKBOOK_TEXT = {
  // Its sheets
  workbookIntro: "The sheets that came from templates: what they say, and which results are saved.",
  refresh: "Refresh",
  readingSheets: "Reading the workbook",
  noSheets: "No sheet of this workbook came from a template yet.",
  toTemplates: "Choose a template",
  workbookElsewhere: "The sheets of a workbook show here when the pane is open in Excel.",
  sheetsFound: (count: number) => plural(count, "sheet"),
  fromTemplate: (name: string) => `From the template ${name}`,
  checksGood: "All checks are good",
  checksFailed: (count: number) => (count === 1 ? "1 check fails" : `${count} checks fail`),
  checksError: "The checks show an error",
  notSaved: "No results are saved yet.",
  saved: (at: string, version: string) => (version === "" ? `Saved ${at}.` : `Saved ${at} with ${version}.`),
  savedNote: (note: string) => `Note: ${note}`,
  liveFrom: (version: string) => `Live results come from ${version}.`,
  liveFromSame: "Live results come from the same version.",
  versionsDiffer: (version: string) => `Live results now come from ${version}; the saved ones may differ.`,
  functionsGone: "The functions do not answer in this workbook: saved results are all there is.",
  shows: "The sheet shows",
  live: "Live results",
  savedMode: "Saved results",
  goToSheet: "Go to sheet",
  goToSheetLabel: (sheet: string) => `Go to sheet ${sheet}`,
  going: (sheet: string) => `Going to ${sheet}`,
  went: (sheet: string) => `${sheet} is in front.`,
  save: "Save results",
  saveLabel: (sheet: string) => `Save results of ${sheet}`,
  saveNote: "Note for this save (optional)",
  saveNoteHint: "Approved for Q3",
  saveNow: "Save now",
  saveNever: "Do not save",
  saving: (sheet: string) => `Saving the results of ${sheet}`,
  savedNow: (sheet: string) => `Saved the results of ${sheet}. The sheet still shows live results.`,
  savedAgain: (sheet: string) => `Saved the results of ${sheet}.`,
  showSaved: "Show saved results",
  switching: (sheet: string) => `Switching ${sheet}`,
  nowLive: (sheet: string) => `${sheet} shows live results.`,
  nowSaved: (sheet: string) => `${sheet} shows saved results: they stay as they are, with or without GPUMEM.`,

  // Recalculation
  recalculate: "Recalculate all",
  recalculating: "Recalculating the workbook",
  recalculated: (sheets: number, results: number) =>
    results === 0
      ? "Recalculated. No result differs from what is saved."
      : `Recalculated. ${plural(results, "result")} on ${plural(sheets, "sheet")} ${results === 1 ? "differs" : "differ"} from what is saved.`,

  // Checks of all sheets
  rollUpGood: (sheets: number) => `The checks of all ${plural(sheets, "sheet")} are good.`,
  rollUpOneGood: "The checks of the sheet are good.",
  rollUpFailed: (failed: number, sheets: number) =>
    `${failed} of ${plural(sheets, "sheet")} ${failed === 1 ? "has" : "have"} failed checks:`,
  failedChecks: (count: number | undefined) => (count === undefined ? "(error)" : `(${count})`),

  // Changes
  changesOfAll: "Changes on all sheets",
  changesOf: (sheet: string) => `Changes on ${sheet}`,
  changed: (sheets: number, results: number) =>
    `${plural(results, "result")} on ${plural(sheets, "sheet")} ${results === 1 ? "differs" : "differ"} from what is saved.`,
  savedHead: "Saved",
  liveHead: "Live",
  changeHead: "Change",
  resultHead: "Result",
  noNumber: "differs",
  fromZero: "from 0",
  emptyValue: "(empty)",
  inputsChanged: "Saved with the same version: an input was changed since the save.",
  noVersion: "This sheet keeps no version: since the save an input was changed, or the engine.",
  noLine: "The changelog names no reason: look at the inputs.",
  errorsFound: (count: number) =>
    `${plural(count, "live result")} ${count === 1 ? "shows" : "show"} an error and cannot be accepted:`,
  moreErrors: (count: number) => `and ${count} more`,
  errorsKeepAll: (sheets: readonly string[]) =>
    `Not all can be accepted at once, because live results on ${list(sheets)} show errors.`,
  keep: "Keep saved",
  keepLabel: (what: string) => `Keep the saved results of ${what}`,
  keepNow: "Keep now",
  keeping: (what: string) => `Keeping the saved results of ${what}`,
  kept: (what: string, note: string) => `Kept what is saved of ${what}: the saved results show. ${note}`.trim(),
  accept: "Accept live",
  acceptLabel: (what: string) => `Accept the live results of ${what}`,
  acceptNow: "Accept now",
  accepting: (what: string) => `Accepting the live results of ${what}`,
  accepted: (what: string, note: string) =>
    `Accepted: the live results of ${what} are the saved ones now. ${note}`.trim(),
  changeNote: "Note for the change log (optional)",
  changeNever: "Decide later",

  // Short names
  shortHeading: "Short names",
  shortIntro:
    "=TRAIN_MEM(7e9) in place of =GPUMEM.TRAIN_MEM(7e9), by names of this workbook. For your own typing: sheets from templates never use them.",
  shortSwitch: "Short names in this workbook",
  shortOn: (count: number) => `${plural(count, "short name")} defined.`,
  shortOthers: (names: readonly string[]) =>
    `${list(names)} ${names.length === 1 ? "is a name" : "are names"} of your own and ${names.length === 1 ? "stays" : "stay"} as ${names.length === 1 ? "it is" : "they are"}.`,
  shortExcels: (names: readonly string[]) => `${list(names)} is a function of Excel itself: type GPUMEM.${names[0]}.`,
  shortDefining: "Defining short names",
  shortRemoving: "Removing short names",
  shortDefined: (count: number) => `Defined ${plural(count, "short name")}.`,
  shortRemoved: "Removed the short names.",

  // Self-check
  checkHeading: "Self-check",
  checkIntro: "Calculates every documented example in this Excel, on a sheet of its own, and compares.",
  checkRun: "Run the self-check",
  checkTemplate: "the self-check",
  checkAsk: (sheet: string) => `${sheet} is there already. Fill it anew? What else stands on it is lost.`,
  checkRefill: "Fill it anew",
  checkNew: "Make a new sheet",
  checkNever: "Do nothing",
  checkLooking: "Looking for an earlier self-check",
  checkFound: (sheet: string) => `${sheet} is there already: choose what to do with it.`,
  checkRunning: "Running the self-check",
  checkPassed: (count: number) => `All ${plural(count, "example")} pass.`,
  checkFailed: (failed: number, count: number) =>
    `${failed} of ${plural(count, "example")} ${failed === 1 ? "fails" : "fail"}.`,
  checkPending: (pending: number, count: number) =>
    `${pending} of ${plural(count, "example")} had no result yet when the wait ended.`,
  checkFailing: "Examples that do not pass",
  checkHere: "Here",
  checkDocumented: "Documented",
  checkPendingCell: "no result yet",
  checkPlatform: "Where it ran",
  checkHost: "Program",
  checkSystem: "Platform",
  checkVersion: "Version",
  checkSets: "Requirement sets",
  checkEngine: "Engine",
  checkSheet: "Sheet",
  checkCopy: "Copy report",
  checkCopied: "Copied the report. Paste it into a message.",
} as const;

const ERRORS: Readonly<Record<string, string>> = {
  "#VALUE!": "an input is none that the function takes",
  "#NAME?": "the functions do not answer here",
  "#N/A": "not known or not found",
  "#NUM!": "a number is out of range",
  "#DIV/0!": "a division by zero",
  "#REF!": "a cell that it needs was deleted",
  "#SPILL!": "cells are in the way of the results",
  "#CALC!": "Excel cannot calculate this",
  "#BUSY!": "still calculating",
  "#GETTING_DATA": "still calculating",
  "#CONNECT!": "still connecting",
};

/** “#VALUE!: an input is none that the function takes”. */
export const errorInWords = (error: string): string => (ERRORS[error] ? `${error}: ${ERRORS[error]}` : error);

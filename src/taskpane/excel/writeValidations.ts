// Dropdowns. They advise: what is not in the list may be typed all the same, for the functions know more spellings.
import type { Validation } from "../../sheets/grid";
import { rangeOf } from "./ranges";

/** Excel refuses longer prompts. */
const LONGEST_PROMPT = 255;
const TITLE = "Choose or type";

export function writeValidations(sheet: Excel.Worksheet, validations: readonly Validation[]): void {
  for (const { area, list, prompt } of validations) {
    const { dataValidation } = rangeOf(sheet, area);
    if (list !== undefined) offer(dataValidation, list);
    if (prompt !== undefined && prompt !== "")
      dataValidation.prompt = { showPrompt: true, title: TITLE, message: prompt.slice(0, LONGEST_PROMPT) };
  }
}

function offer(dataValidation: Excel.DataValidation, source: string): void {
  dataValidation.rule = { list: { inCellDropDown: true, source } };
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = {
    showAlert: true,
    style: "Warning",
    title: "Not in the list",
    message: "The functions know more spellings than this list. Keep it if you are sure.",
  };
}

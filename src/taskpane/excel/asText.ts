// What Excel would take for a formula, a number or a date although it is text.

const READ_AS_SOMETHING_ELSE =
  /^(?:[=+\-@'#＝＋－＠]|\s*[\d(.,$€£¥%]|\s*(?:true|false)\s*$|\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.\-/]*\d)/i;

/** An apostrophe in front keeps text what it is; the cell does not show it. */
export const asText = (text: string): string => (READ_AS_SOMETHING_ELSE.test(text) ? `'${text}` : text);

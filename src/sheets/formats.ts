// Number formats: negative in brackets, zero as a dash, thousands stated by the unit beside the number.
import type { NumberFormat } from "./grid";

export const NUMBER_FORMATS: Readonly<Record<NumberFormat, string>> = {
  general: "General",
  /** 0 is the good news: it is shown as 0. */
  check: "0;-0;0",
  whole: '#,##0;(#,##0);"–"',
  decimal: '#,##0.0;(#,##0.0);"–"',
  money: '#,##0;(#,##0);"–"',
  price: '#,##0.00;(#,##0.00);"–"',
  percent: '0.0%;(0.0%);"–"',
  date: "yyyy-mm-dd",
  factor: '0.000;(0.000);"–"',
  text: "General",
};

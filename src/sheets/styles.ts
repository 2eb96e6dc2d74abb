// The looks of a cell by what it is. Color never speaks alone: inputs are pale, links green, saved values grey and italic.
import type { CellRole, Condition } from "./grid";

export interface Style {
  readonly color?: string;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly align?: "left" | "right" | "center";
  readonly borderBelow?: boolean;
  readonly borderAbove?: boolean;
}

const INK = "#1B1F24";
const MUTED = "#4B5563";

export const STYLES: Readonly<Record<CellRole, Style>> = {
  title: { bold: true, size: 16, color: "#0B3A6F" },
  question: { italic: true, color: MUTED },
  verdict: { bold: true, size: 12, color: INK },
  header: { bold: true, color: "#FFFFFF", fill: "#0B3A6F" },
  section: { bold: true, color: "#0B3A6F", fill: "#DCE6F2", borderBelow: true },
  label: { color: INK },
  unit: { color: MUTED },
  source: { color: MUTED, size: 9 },
  note: { color: MUTED, size: 9, italic: true },
  input: { color: "#0000C0", fill: "#EEF4FF" },
  link: { color: "#0B6B2E" },
  formula: { color: INK },
  text: { color: INK, align: "left" },
  total: { color: INK, bold: true, borderAbove: true },
  live: { color: INK },
  saved: { color: "#6B7280", italic: true, fill: "#F3F4F6" },
  used: { color: INK, bold: true },
  check: { color: INK, align: "center" },
  spill: { color: MUTED, size: 9 },
};

/** Looks of conditions; a failed check also shows its number, a verdict its words. */
export const LOOKS: Readonly<Record<Condition["look"], { readonly color: string; readonly fill: string }>> = {
  failed: { color: "#9C0006", fill: "#FFC7CE" },
  warning: { color: "#7A4B00", fill: "#FFEB9C" },
  good: { color: "#0B5A22", fill: "#D6F0DC" },
};

/** Of series, in order; distinct in grey, too. */
export const SERIES_COLORS = [
  "#0B3A6F",
  "#2F77BC",
  "#7DB3E3",
  "#E08E0B",
  "#F3C56B",
  "#6B7280",
  "#A3AAB5",
  "#0B6B2E",
] as const;
export const LINE_COLOR = "#C00000";

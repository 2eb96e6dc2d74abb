import { DECIMAL_SUFFIX, TOKENS_PER_K } from "../engine/units";

export type NumberText =
  | { readonly kind: "number"; readonly value: number }
  /** A comma that is no thousands grouping: what to write instead. */
  | { readonly kind: "comma"; readonly write: string }
  | { readonly kind: "text" };

const PLAIN = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*([kmbt%]?)$/i;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+$/;
const DECIMAL_COMMA = /^[+-]?[\d.]*,\d+\s*[kmbt%]?$/i;

/**
 * A number written as text: "7B", "1.5T", "8,192", "35%", "4k". `.` is the decimal point; `,` groups the thousands of
 * whole numbers only. `k` is 1,000, or 1,024 where tokens are counted ("4k" of context).
 */
export function readNumber(text: string, k: "decimal" | "tokens" = "decimal"): NumberText {
  const trimmed = text.trim();
  if (GROUPED.test(trimmed)) return { kind: "number", value: Number(trimmed.replaceAll(",", "")) };
  if (DECIMAL_COMMA.test(trimmed)) return { kind: "comma", write: trimmed.replace(",", ".") };
  const match = PLAIN.exec(trimmed);
  if (!match) return { kind: "text" };
  const [number, suffix] = [Number(match[1]), (match[2] ?? "").toLowerCase()];
  return { kind: "number", value: suffix === "%" ? number / 100 : number * multiplier(suffix, k) };
}

function multiplier(suffix: string, k: "decimal" | "tokens"): number {
  if (suffix === "k" && k === "tokens") return TOKENS_PER_K;
  return suffix in DECIMAL_SUFFIX ? DECIMAL_SUFFIX[suffix as keyof typeof DECIMAL_SUFFIX] : 1;
}

/** A number as sentences print it: at most six significant digits, thousands grouped, never in a locale. */
export function print(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-4)) return String(Number(value.toPrecision(6)));
  const [whole = "0", fraction] = String(Number.isInteger(value) ? value : Number(value.toPrecision(6))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
}

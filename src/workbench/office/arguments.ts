// Arguments arrive unchecked: the client sends what the add-in wrote.
import { invalidArgument } from "./apiError";

export function textArgument(value: unknown, location: string): string {
  if (typeof value !== "string") throw invalidArgument(location);
  return value;
}

export function numberArgument(value: unknown, location: string, { min = -Infinity, max = Infinity } = {}): number {
  if (typeof value !== "number" || !(value >= min && value <= max)) throw invalidArgument(location);
  return value;
}

export function indexArgument(value: unknown, location: string): number {
  if (!Number.isInteger(value)) throw invalidArgument(location);
  return value as number;
}

export function booleanArgument(value: unknown, location: string): boolean {
  if (typeof value !== "boolean") throw invalidArgument(location);
  return value;
}

/** One of Excel's enumeration values, translated by the table. */
export function choiceArgument<T>(value: unknown, table: Readonly<Record<string, T>>, location: string): T {
  if (typeof value !== "string" || !Object.hasOwn(table, value)) throw invalidArgument(location);
  return table[value] as T;
}

/** A record with just these keys. */
export function recordArgument(
  value: unknown,
  keys: readonly string[],
  location: string,
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidArgument(location);
  if (Object.keys(value).some((key) => !keys.includes(key))) throw invalidArgument(location);
  return value as Record<string, unknown>;
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  purple: "#800080",
};

/** #RRGGBB in capitals, as Excel gives colors back. */
export function colorArgument(value: unknown, location: string): string {
  const text = textArgument(value, location);
  const color = NAMED_COLORS[text.toLowerCase()] ?? (text.startsWith("#") ? text : `#${text}`);
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw invalidArgument(location);
  return color.toUpperCase();
}

// Reads single keys of a parsed config.json; a key that is absent or null has its default, or is missing.

import { ConfigError } from "./issues";

export type Values = Readonly<Record<string, unknown>>;

export interface Config {
  readonly modelType: string;
  readonly values: Values;
}

/** The object that a JSON text holds. */
export function parseObject(json: string): Values {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    throw new ConfigError({ code: "not_json", detail: error instanceof Error ? error.message : String(error) });
  }
  if (!isObject(parsed)) throw new ConfigError({ code: "not_an_object", received: shown(parsed) });
  return parsed;
}

/** A whole number under the first of the spellings that is there. */
export function integer(config: Config, keys: readonly string[], fallback?: number, min = 1): number {
  const key = keys.find((each) => isGiven(config, each));
  if (key !== undefined) return checkedInteger(key, config.values[key], min);
  if (fallback !== undefined) return fallback;
  throw new ConfigError({ code: "missing_key", modelType: config.modelType, key: keys[0] ?? "" });
}

export function flag(config: Config, key: string, fallback: boolean): boolean {
  if (!isGiven(config, key)) return fallback;
  const value = config.values[key];
  if (typeof value === "boolean") return value;
  throw new ConfigError({ code: "wrong_type", key, received: shown(value), expected: "true or false" });
}

export function text(config: Config, keys: readonly string[], fallback: string): string {
  const key = keys.find((each) => isGiven(config, each));
  if (key === undefined) return fallback;
  const value = config.values[key];
  if (typeof value === "string") return value;
  throw new ConfigError({ code: "wrong_type", key, received: shown(value), expected: "a text" });
}

/** A list; empty if it is not there. */
export function list(config: Config, key: string): readonly unknown[] {
  if (!isGiven(config, key)) return [];
  const value = config.values[key];
  if (Array.isArray(value)) return value;
  throw new ConfigError({ code: "wrong_type", key, received: shown(value), expected: "a list" });
}

/** An object inside; empty if it is not there. */
export function section(config: Config, key: string): Config {
  if (!isGiven(config, key)) return { ...config, values: {} };
  const values = config.values[key];
  if (isObject(values)) return { ...config, values };
  throw new ConfigError({ code: "wrong_type", key, received: shown(values), expected: "an object { ... }" });
}

/** Refuses a setting that changes the tensors in a way that an Architecture does not describe. */
export function refuse(config: Config, key: string, condition: boolean): void {
  if (condition) {
    const received = shown(config.values[key]);
    throw new ConfigError({ code: "not_covered", modelType: config.modelType, key, received });
  }
}

export const isGiven = (config: Config, key: string): boolean => (config.values[key] ?? null) !== null;

const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function shown(value: unknown): string {
  try {
    return JSON.stringify(value)?.slice(0, 40) ?? String(value);
  } catch {
    return "lists in lists without end";
  }
}

function checkedInteger(key: string, value: unknown, min: number): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= min) return value;
  throw new ConfigError({ code: "not_an_integer", key, received: shown(value), min });
}

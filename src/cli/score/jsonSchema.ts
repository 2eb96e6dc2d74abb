// The part of JSON Schema (draft-07) that cases.schema.json uses. A finding is data: where, and what is wrong.

export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly description?: string;
}

export interface Finding {
  readonly path: string;
  readonly kind: "missing" | "type" | "value" | "unknown";
  readonly message: string;
}

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
const isType = (value: unknown, type: string): boolean =>
  typeOf(value) === type || (type === "number" && typeOf(value) === "integer");
const isRecord = (value: unknown): value is Record<string, unknown> => typeOf(value) === "object";
const at = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);
const shown = (value: unknown): string => JSON.stringify(value) ?? "undefined";

function typeFindings(schema: Schema, value: unknown, path: string): readonly Finding[] {
  if (schema.type === undefined) return [];
  const allowed = typeof schema.type === "string" ? [schema.type] : schema.type;
  if (allowed.some((type) => isType(value, type))) return [];
  return [{ path, kind: "type", message: `${path} must be ${allowed.join(" or ")}, not ${typeOf(value)}` }];
}

function valueFindings(schema: Schema, value: unknown, path: string): readonly Finding[] {
  const found = (message: string): readonly Finding[] => [{ path, kind: "value", message }];
  if (schema.enum && !schema.enum.includes(value))
    return found(`${path} = ${shown(value)} is not one of ${schema.enum.map(shown).join(", ")}`);
  if (schema.const !== undefined && value !== schema.const) return found(`${path} must be ${shown(schema.const)}`);
  if (schema.minimum !== undefined && typeof value === "number" && value < schema.minimum)
    return found(`${path} must be at least ${schema.minimum}, not ${value}`);
  return [];
}

function objectFindings(schema: Schema, value: Record<string, unknown>, path: string): readonly Finding[] {
  const known = schema.properties ?? {};
  const missing = (schema.required ?? [])
    .filter((key) => !(key in value))
    .map((key): Finding => ({ path: at(path, key), kind: "missing", message: `${at(path, key)} is missing` }));
  const entries = Object.entries(value).flatMap(([key, field]): readonly Finding[] => {
    const fieldSchema = known[key];
    if (fieldSchema) return findings(fieldSchema, field, at(path, key));
    if (schema.additionalProperties !== false) return [];
    return [{ path: at(path, key), kind: "unknown", message: `${at(path, key)} is not a field of a case` }];
  });
  return [...missing, ...entries];
}

/** The alternative that fits; where none does, the one that comes closest. */
function oneOfFindings(alternatives: readonly Schema[], value: unknown, path: string): readonly Finding[] {
  const tried = alternatives.map((alternative) => findings(alternative, value, path));
  const typed = tried.filter((found) => !found.some((finding) => finding.kind === "type" && finding.path === path));
  return [...(typed.length > 0 ? typed : tried)].sort((a, b) => a.length - b.length)[0] ?? [];
}

export function findings(schema: Schema, value: unknown, path = ""): readonly Finding[] {
  const wrongType = typeFindings(schema, value, path);
  if (wrongType.length > 0) return wrongType;
  return [
    ...valueFindings(schema, value, path),
    ...(isRecord(value) ? objectFindings(schema, value, path) : []),
    ...(Array.isArray(value) && schema.items
      ? value.flatMap((item, i) => findings(schema.items ?? {}, item, `${path}[${i}]`))
      : []),
    ...(schema.oneOf ? oneOfFindings(schema.oneOf, value, path) : []),
  ];
}

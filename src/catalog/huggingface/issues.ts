/** What can be wrong with a config.json, as data. */
export type ConfigIssue =
  | { readonly code: "not_json"; readonly detail: string }
  | { readonly code: "not_an_object"; readonly received: string }
  | { readonly code: "no_model_type"; readonly known: readonly string[] }
  | { readonly code: "unknown_model_type"; readonly received: string; readonly known: readonly string[] }
  | { readonly code: "missing_key"; readonly modelType: string; readonly key: string }
  | { readonly code: "not_an_integer"; readonly key: string; readonly received: string; readonly min: number }
  | { readonly code: "wrong_type"; readonly key: string; readonly received: string; readonly expected: string }
  | {
      readonly code: "not_divisible";
      readonly key: string;
      readonly received: number;
      readonly by: string;
      readonly divisor: number;
    }
  | {
      readonly code: "larger_than";
      readonly key: string;
      readonly received: number;
      readonly than: string;
      readonly limit: number;
    }
  | { readonly code: "not_covered"; readonly modelType: string; readonly key: string; readonly received: string };

/** Thrown for a config.json that no architecture can be read from. */
export class ConfigError extends Error {
  constructor(readonly issue: ConfigIssue) {
    super(configMessage(issue));
    this.name = "ConfigError";
  }
}

/** One sentence for a person. */
export function configMessage(issue: ConfigIssue): string {
  switch (issue.code) {
    case "not_json":
      return `config.json is not valid JSON (${issue.detail})`;
    case "not_an_object":
      return `config.json must be an object { ... }, not ${issue.received}`;
    case "no_model_type":
      return `config.json has no "model_type"; known: ${issue.known.join(", ")}`;
    case "unknown_model_type":
      return `model_type "${issue.received}" is not known; known: ${issue.known.join(", ")}`;
    case "missing_key":
      return `config.json of model_type "${issue.modelType}" needs "${issue.key}"`;
    case "not_an_integer":
      return `"${issue.key}" must be a whole number of at least ${issue.min}, not ${issue.received}`;
    case "wrong_type":
      return `"${issue.key}" must be ${issue.expected}, not ${issue.received}`;
    case "not_divisible":
      return `"${issue.key}" = ${issue.received} does not divide by ${issue.by} = ${issue.divisor}`;
    case "larger_than":
      return `"${issue.key}" = ${issue.received} is larger than ${issue.than} = ${issue.limit}`;
    case "not_covered":
      return `"${issue.key}": ${issue.received} of model_type "${issue.modelType}" is not covered`;
  }
}

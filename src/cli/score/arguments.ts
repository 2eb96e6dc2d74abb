// What was asked for.
const USAGE = "usage: npm run --silent score -- CASES.json [--pairs PAIRS.json] [--json]";

export interface Request {
  readonly cases: string;
  readonly pairs: string | null;
  readonly json: boolean;
}

export class UsageError extends Error {}

export function parseArguments(argv: readonly string[]): Request {
  const words = argv.filter((word) => word !== "--json");
  const at = words.indexOf("--pairs");
  const pairs = at < 0 ? null : (words[at + 1] ?? "");
  const files = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  const unknown = files.find((word) => word.startsWith("--"));
  if (unknown) throw new UsageError(`unknown option ${unknown}; ${USAGE}`);
  const [cases] = files;
  if (cases === undefined || files.length > 1 || pairs === "") throw new UsageError(USAGE);
  return { cases, pairs, json: argv.includes("--json") };
}

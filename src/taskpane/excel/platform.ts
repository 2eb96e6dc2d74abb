// Where the add-in runs, as Office tells it.
import { VERSION_TEXT } from "../../functions/version";
import type { Platform } from "../selfCheckHost";

const LAST_EXCEL_API = 20;
const SMALL_SETS = [
  ["CustomFunctionsRuntime", 5],
  ["SharedRuntime", 2],
] as const;

/** "ExcelApi 1.1-1.17", or what is missing. */
function supported(set: string, last: number): string {
  const minors = Array.from({ length: last }, (_, i) => i + 1).filter((minor) =>
    Office.context.requirements.isSetSupported(set, `1.${minor}`),
  );
  const highest = minors.at(-1);
  if (highest === undefined) return `${set}: none`;
  return highest === 1 ? `${set} 1.1` : `${set} 1.1-1.${highest}`;
}

/** Some hosts do not tell. */
const orUnknown = (told: unknown): string =>
  told === undefined || told === null || told === "" ? "unknown" : String(told);

export function readPlatform(): Platform {
  const { diagnostics } = Office.context;
  return {
    host: orUnknown(diagnostics?.host),
    platform: orUnknown(diagnostics?.platform),
    version: orUnknown(diagnostics?.version),
    sets: [supported("ExcelApi", LAST_EXCEL_API), ...SMALL_SETS.map(([set, last]) => supported(set, last))],
    engine: VERSION_TEXT,
  };
}

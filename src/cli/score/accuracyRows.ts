// The source text of src/catalog/accuracy.generated.ts, as Prettier would lay it out.
import type { Accuracy } from "./accuracy";

export const ACCURACY_ROWS = "src/catalog/accuracy.generated.ts";

const rounded = (value: number) => String(Number(value.toFixed(2)));

export function accuracyRows({ groups }: Accuracy): string {
  const rows = groups.map(
    (g) => `  {
    stack: ${JSON.stringify(g.group)},
    cases: ${g.n},
    families: ${g.families},
    medianErrorPct: ${rounded(g.median_error_pct)},
    p90ErrorPct: ${rounded(g.p90_error_pct)},
    signedMeanPct: ${rounded(g.mean_signed_error_pct)},
    insideRangePct: ${rounded(g.inside_share * 100)},
  },`,
  );
  return [
    "// Generated from the scores of the measured cases by `node dist/cli/records.cjs`.",
    'import type { AccuracyRow } from "./accuracyRow";',
    "",
    "export const accuracyRows: readonly AccuracyRow[] = [",
    ...rows,
    "];",
    "",
  ].join("\n");
}

// Scores as lines for people and as JSON for programs.
import { fromUnit } from "../../engine/units";
import type { Scored, Summary } from "./metrics";
import type { ScoredPair } from "./pairs";
import type { Group, Scores } from "./scores";

const GIB = fromUnit(1, "GiB");
const percent = (fraction: number, digits = 1): string =>
  Number.isFinite(fraction) ? `${(fraction * 100).toFixed(digits)}%` : "-";
const signed = (fraction: number): string => (fraction > 0 ? "+" : "") + percent(fraction, 2);
const gib = (bytes: number): string => (bytes / GIB).toFixed(2);

/** Columns as wide as their widest cell: the first ones to the left, the rest to the right. */
function columns(rows: readonly (readonly string[])[], toTheLeft: number): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? "").length)));
  const cell = (text: string, i: number) =>
    i < toTheLeft ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0);
  return rows.map((row) => row.map(cell).join("  ").trimEnd());
}

const isTokens = ({ measured }: Scored): boolean => measured.measure.quantity === "kv_tokens";

function caseRow(each: Scored): readonly string[] {
  const { id, stack, measure } = each.measured;
  const amount = isTokens(each) ? (tokens: number) => String(Math.round(tokens)) : gib;
  const { answer, low, predicted, high } = each;
  const numbers = each.unsupported === null ? [low, predicted, high].map(amount) : ["-", "-", "-"];
  const verdict = each.unsupported === null ? signed(each.error) : "unsupported";
  const remark = each.unsupported ?? (each.inside ? "" : "outside");
  return [id, stack, measure.quantity, amount(answer), ...numbers, verdict, remark];
}

const CASE_HEADS = ["case", "stack", "total", "measured", "low", "predicted", "high", "error", ""];

const GROUP_HEADS =
  "group,n,unsupported,families,median,median of families,p90,max,mean,too low,inside,above high,half-width median,p90,max,interval score";

const groupRow = ({ group, summary: s }: Group): readonly string[] => [
  group,
  ...[s.n, s.unsupported, s.families].map(String),
  ...[s.median, s.medianOverFamilies, s.p90, s.max].map((value) => percent(value, 2)),
  signed(s.mean),
  String(s.tooLow),
  ...[s.inside, s.aboveHigh, s.halfWidth.median, s.halfWidth.p90, s.halfWidth.max].map((value) => percent(value)),
  s.intervalScore.toFixed(3),
];

function pairRow({ pair, measured, predicted, error, within, unsupported }: ScoredPair): readonly string[] {
  const numbers = [gib(measured), unsupported === null ? gib(predicted) : "-", unsupported === null ? gib(error) : "-"];
  return [pair.id, pair.option, ...numbers, unsupported ?? (within ? "" : "off")];
}

const PAIR_HEADS = ["pair", "option", "measured", "predicted", "error", ""];

export function textReport(scores: Scores): string {
  const { steady, pairSummary: pairs } = scores;
  const lines = [
    "GiB; kv_tokens in tokens",
    ...columns([CASE_HEADS, ...scores.cases.map(caseRow)], 3),
    "",
    ...columns([GROUP_HEADS.split(","), ...scores.groups.map(groupRow)], 1),
  ];
  if (steady.n > 0)
    lines.push(
      "",
      `steady bytes: n ${steady.n}, median error ${percent(steady.median, 2)}, max ${percent(steady.max, 2)}, ` +
        `within max(1%, 32 MiB) ${percent(steady.within)}`,
    );
  if (pairs.n > 0)
    lines.push(
      "",
      ...columns([PAIR_HEADS, ...scores.pairs.map(pairRow)], 2),
      `differences: n ${pairs.n}, median error ${gib(pairs.medianBytes)} GiB, max ${gib(pairs.maxBytes)} GiB, ` +
        `within 10% or 0.3 GiB ${percent(pairs.within)}`,
    );
  return lines.map((line) => `${line}\n`).join("");
}

const caseJson = (each: Scored) => ({
  id: each.measured.id,
  stack: each.measured.stack,
  quantity: each.measured.measure.quantity,
  ...(isTokens(each) ? { unit: "tokens" } : {}),
  measured_bytes: each.answer,
  ...(each.unsupported === null
    ? {
        predicted_bytes: each.predicted,
        low_bytes: Math.floor(each.low),
        high_bytes: Math.ceil(each.high),
        error_pct: each.error * 100,
        inside: each.inside,
      }
    : {
        predicted_bytes: null,
        low_bytes: null,
        high_bytes: null,
        error_pct: null,
        inside: false,
        unsupported: each.unsupported,
      }),
  ...(each.steady ? { steady_measured_bytes: each.steady.answer, steady_predicted_bytes: each.steady.predicted } : {}),
});

const pairJson = ({ pair, measured, predicted, error, within, unsupported }: ScoredPair) => ({
  id: pair.id,
  option: pair.option,
  measured_delta_bytes: measured,
  predicted_delta_bytes: unsupported === null ? predicted : null,
  error_bytes: unsupported === null ? error : null,
  within,
  ...(unsupported === null ? {} : { unsupported }),
});

const PERCENT = 100;
export const summaryJson = (s: Summary) => ({
  n: s.n,
  unsupported: s.unsupported,
  families: s.families,
  median_error_pct: s.median * PERCENT,
  median_over_families_pct: s.medianOverFamilies * PERCENT,
  p90_error_pct: s.p90 * PERCENT,
  max_error_pct: s.max * PERCENT,
  mean_signed_error_pct: s.mean * PERCENT,
  too_low: s.tooLow,
  inside_share: s.inside,
  above_high_share: s.aboveHigh,
  half_width_median_pct: s.halfWidth.median * PERCENT,
  half_width_p90_pct: s.halfWidth.p90 * PERCENT,
  half_width_max_pct: s.halfWidth.max * PERCENT,
  mean_interval_score: s.intervalScore,
});

export function jsonReport(scores: Scores): string {
  const { steady, pairSummary: pairs } = scores;
  const summary = {
    groups: Object.fromEntries(scores.groups.map((each) => [each.group, summaryJson(each.summary)])),
    steady: {
      n: steady.n,
      median_error_pct: steady.median * PERCENT,
      max_error_pct: steady.max * PERCENT,
      within_share: steady.within,
    },
    pairs: {
      n: pairs.n,
      within_share: pairs.within,
      median_error_bytes: pairs.medianBytes,
      max_error_bytes: pairs.maxBytes,
    },
  };
  return JSON.stringify({ cases: scores.cases.map(caseJson), pairs: scores.pairs.map(pairJson), summary });
}

// Thumbnails of what a sheet shows: decoration, so out of the way of screen readers.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Picture as Kind } from "../../sheets/template";

const FORCED = "@media (forced-colors: active)";
const useStyles = makeStyles({
  frame: { display: "block", width: "72px", height: "54px", borderRadius: tokens.borderRadiusMedium, flexShrink: 0 },
  ground: { fill: tokens.colorNeutralBackground3, [FORCED]: { fill: "Canvas", stroke: "CanvasText" } },
  first: { fill: tokens.colorBrandStroke1, [FORCED]: { fill: "CanvasText" } },
  second: { fill: tokens.colorPaletteTealBorderActive, [FORCED]: { fill: "GrayText" } },
  third: { fill: tokens.colorBrandStroke2, [FORCED]: { fill: "Highlight" } },
  line: {
    fill: "none",
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeWidth: "1.5px",
    [FORCED]: { stroke: "CanvasText" },
  },
  curve: { fill: "none", stroke: tokens.colorBrandStroke1, strokeWidth: "2.5px", [FORCED]: { stroke: "CanvasText" } },
  other: {
    fill: "none",
    stroke: tokens.colorPaletteTealBorderActive,
    strokeWidth: "2.5px",
    [FORCED]: { stroke: "GrayText" },
  },
});
type Styles = ReturnType<typeof useStyles>;
type Box = readonly [x: number, y: number, width: number, height: number];

const boxes = (className: string, ...all: readonly Box[]) =>
  all.map(([x, y, width, height]) => (
    <rect key={`${x} ${y}`} className={className} x={x} y={y} width={width} height={height} rx={1} />
  ));

/** Every picture in a field of 72 × 54. */
const DRAWINGS: Readonly<Record<Kind, (s: Styles) => ReactElement>> = {
  stack: (s) => (
    <>
      {boxes(s.first, [14, 32, 18, 14], [40, 27, 18, 19])}
      {boxes(s.second, [14, 22, 18, 9], [40, 18, 18, 8])}
      {boxes(s.third, [14, 17, 18, 4], [40, 14, 18, 3])}
      <path className={s.line} d="M8 10H64" strokeDasharray="4 3" />
    </>
  ),
  bars: (s) => (
    <>
      {boxes(s.first, [11, 30, 8, 16], [28, 20, 8, 26], [45, 12, 8, 34])}
      {boxes(s.second, [20, 36, 6, 10], [37, 29, 6, 17], [54, 24, 6, 22])}
      <path className={s.line} d="M8 46.5H64" />
    </>
  ),
  lines: (s) => (
    <>
      <path className={s.line} d="M10 8V46H64" />
      <path className={s.curve} d="M11 42C28 40 46 32 62 10" />
      <path className={s.other} d="M11 43C30 42 48 38 62 31" />
    </>
  ),
  waterfall: (s) => (
    <>
      {boxes(s.first, [10, 10, 9, 36], [53, 32, 9, 14])}
      {boxes(s.second, [21, 10, 9, 10], [32, 20, 9, 7], [43, 27, 8, 5])}
      <path className={s.line} d="M8 46.5H64" />
    </>
  ),
  table: (s) => (
    <>
      {boxes(s.first, [10, 9, 52, 7])}
      {boxes(s.third, [10, 19, 16, 6], [10, 28, 16, 6], [10, 37, 16, 6])}
      {boxes(s.second, [29, 19, 15, 6], [47, 28, 15, 6])}
      <path className={s.line} d="M29 31H44M47 22H62M29 40H44M47 40H62" />
    </>
  ),
  timeline: (s) => (
    <>
      {boxes(s.first, [10, 12, 24, 7])}
      {boxes(s.second, [24, 23, 24, 7])}
      {boxes(s.third, [40, 34, 22, 7])}
      <path className={s.line} d="M8 46.5H64M22 44V49M36 44V49M50 44V49" />
    </>
  ),
};

export function Picture({ kind }: { readonly kind: Kind }) {
  const styles = useStyles();
  return (
    <svg className={styles.frame} viewBox="0 0 72 54" aria-hidden="true" focusable="false">
      <rect className={styles.ground} width={72} height={54} />
      {DRAWINGS[kind](styles)}
    </svg>
  );
}

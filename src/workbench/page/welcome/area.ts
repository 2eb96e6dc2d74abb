// Parts of a sheet as data: cells, styles and number formats by address.

const STYLES = {
  title: 1,
  heading: 2,
  header: 3,
  input: 4,
  total: 5,
  prose: 6,
  code: 7,
} as const;
export type StyleName = keyof typeof STYLES;

export const STYLE_DEFINITIONS = {
  [STYLES.title]: { bold: true, fontSize: 18 },
  [STYLES.heading]: { bold: true, fontSize: 13, textColor: "#0B5CAD" },
  [STYLES.header]: { bold: true, fillColor: "#E8EEF7" },
  [STYLES.input]: { textColor: "#0000C0", fillColor: "#EEF4FF" },
  [STYLES.total]: { bold: true, fillColor: "#F3F5F8" },
  [STYLES.prose]: { textColor: "#444B57" },
  [STYLES.code]: { textColor: "#0B5CAD", fillColor: "#F3F5F8" },
};

export const GB = 1;
export const WHOLE = 2;
export const SHARE = 3;
export const FORMATS = { [GB]: "#,##0.0", [WHOLE]: "#,##0", [SHARE]: "0%" };

export interface Area {
  readonly cells?: Readonly<Record<string, string>>;
  readonly styles?: Readonly<Record<string, StyleName>>;
  readonly formats?: Readonly<Record<string, number>>;
}

const merged = <T>(
  areas: readonly Area[],
  part: (area: Area) => Readonly<Record<string, T>> | undefined,
): Record<string, T> => Object.assign({}, ...areas.map((area) => part(area) ?? {})) as Record<string, T>;

/** Cells, styles and formats as a sheet's data wants them. */
export const contents = (areas: readonly Area[]) => ({
  cells: merged(areas, (area) => area.cells),
  styles: Object.fromEntries(
    Object.entries(merged(areas, (area) => area.styles)).map(([zone, name]) => [zone, STYLES[name]]),
  ),
  formats: merged(areas, (area) => area.formats),
});

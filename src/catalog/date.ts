/** The day on which the facts of the catalogs were last gathered. */
export const CATALOG_DATE = "2026-11-22";

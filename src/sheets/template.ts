// What a template is to whoever offers it. What it says on a sheet: sections.ts.

export type Picture = "stack" | "bars" | "lines" | "waterfall" | "table" | "timeline";

export interface TemplateCard {
  /** Stands in inserted sheets: never renamed. */
  readonly id: string;
  /** The sheet's name, as wished. */
  readonly name: string;
  /** Who asks what, as a planner says it. */
  readonly question: string;
  readonly summary: string;
  /** What else a search finds it by. */
  readonly keywords: readonly string[];
  readonly picture: Picture;
}

export type { SheetTemplate } from "./sections";

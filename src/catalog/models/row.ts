import type { Architecture, ExtraPart } from "../../engine/architecture";
import type { CatalogRow } from "../table";
import { architecture, type ArchitectureSpec, type Variant } from "../variants";

/** A parameter count as somebody else states it. */
export interface PublishedCount {
  readonly parameters: number;
  /** "remembered": an exact figure that was not found again in any source. */
  readonly kind: "exact" | "rounded" | "remembered";
  readonly source: string;
  /** What the figure counts beyond the model's own total: total + these = parameters. */
  readonly alsoCounts: readonly CountedAlso[];
}

export interface CountedAlso {
  readonly name: string;
  readonly parameters: number;
}

/** "corroborated": the exact count is stated by an independent source and agrees with the one computed here. */
export type Confidence = "corroborated" | "rounded" | "remembered";

export interface ModelRow extends CatalogRow {
  readonly family: string;
  readonly year: number;
  readonly architecture: Architecture;
  /** The type of the published weights. */
  readonly dtype: string;
  readonly published: PublishedCount;
  /** Active parameters per token as the authors state them, rounded by them. */
  readonly activePublished?: number;
  readonly confidence: Confidence;
  /** Where the hyper-parameters stand. */
  readonly source: string;
  readonly note?: string;
  /** Why a rounded figure is not the computed one. */
  readonly residualExplained?: string;
}

/** What the models of a family share. */
export interface Family {
  readonly family: string;
  readonly year: number;
  readonly dtype: string;
  readonly source: string;
  readonly publishedSource: string;
  readonly variant: Variant;
  readonly shape?: Partial<ArchitectureSpec>;
  readonly note?: string;
}

type OwnFacts = Omit<Family, "variant" | "shape"> & Pick<ModelRow, "activePublished" | "residualExplained">;

/** What one model adds to its family, or has different. */
export interface ModelSpec extends Partial<OwnFacts> {
  readonly aliases?: readonly string[];
  readonly parameters: number;
  readonly kind?: PublishedCount["kind"];
  readonly alsoCounts?: readonly CountedAlso[];
  readonly shape: Partial<ArchitectureSpec> & Pick<ArchitectureSpec, "numHiddenLayers" | "hiddenSize">;
}

const CONFIDENCE = { exact: "corroborated", rounded: "rounded", remembered: "remembered" } as const;

/** Makes the rows of a family. */
export const family =
  (shared: Family) =>
  (id: string, label: string, spec: ModelSpec): ModelRow => {
    const { variant, publishedSource, shape, aliases, parameters, kind, alsoCounts, ...facts } = {
      kind: "exact" as const,
      aliases: [],
      alsoCounts: [],
      ...shared,
      ...spec,
    };
    return {
      ...facts,
      id,
      label,
      aliases,
      architecture: architecture(variant, { ...shared.shape, ...shape } as ArchitectureSpec),
      published: { parameters, kind, source: publishedSource, alsoCounts },
      confidence: CONFIDENCE[kind],
    };
  };

/** Parts of a checkpoint that the published figure counts and the model's own total does not. */
export const apart = (parts: readonly CountedAlso[]): readonly ExtraPart[] =>
  parts.map((part) => ({ ...part, counted: false }));

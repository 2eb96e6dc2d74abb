import { bytes, type Bytes } from "./units";

/** Something that exists once per logit. */
export interface LogitComponent {
  readonly name: string;
  readonly bytes: number;
}

/** What a kind of loss keeps at its peak, counted per logit (token × vocabulary entry). */
export interface LossKind {
  /** For every token at the same time. */
  readonly perLogit: readonly LogitComponent[];
  /** For the tokens of one chunk only. */
  readonly perChunkLogit: readonly LogitComponent[];
  /** Tokens of a chunk; 0: not chunked. */
  readonly chunkTokens: number;
  /** Highest witnessed sum per logit, where the counted one has been exceeded. */
  readonly highPerLogit: number;
  /** A freed block per logit that no later request fits: reserved, not allocated. */
  readonly strandedPerLogit: number;
  /** The vocabulary is split over tensor-parallel ranks, and the bytes with it. */
  readonly vocabularyParallel: boolean;
  /** Gathered input of the head and its gradient, per token and hidden unit. */
  readonly gatheredInputBytes: number;
  /** Extra copies of the head's weight gradient, per parameter of the head. */
  readonly headGradientBytes: number;
  /** What waits for backward once the loss is computed. */
  readonly savedPerLogit: number;
  /** What software before a month ("2026-06") held in addition, and kept until backward. */
  readonly older: { readonly until: string; readonly perLogit: number } | null;
}

const sum = (components: readonly LogitComponent[]): number =>
  components.reduce((total, component) => total + component.bytes, 0);

/** Bytes per logit that exist for all tokens at once. */
export const bytesPerLogit = (loss: LossKind): number => sum(loss.perLogit);

/** T·V·Σ per logit + T_chunk·V·Σ per chunk logit; divide by tp where the loss is vocabulary-parallel. */
export function logitsBytes(tokens: number, vocab: number, loss: LossKind): Bytes {
  const chunkTokens = Math.min(tokens, loss.chunkTokens);
  return bytes(vocab * (tokens * bytesPerLogit(loss) + chunkTokens * sum(loss.perChunkLogit)));
}

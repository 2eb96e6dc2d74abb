import type { SavedWidths } from "../engine/activations/layer";
import { precisions } from "./precisions";
import { type CatalogRow, table } from "./table";

/** What saved activations are kept in: every training recipe, and INT8 for the one-pager's figures at one byte. */
export interface ActivationPrecisionRow extends CatalogRow, SavedWidths {
  /** Whether some recipe stores activations like this, so that the counting methods know it. */
  readonly counted: boolean;
}

const INT8: ActivationPrecisionRow = {
  id: "int8",
  label: "INT8",
  aliases: [],
  activationBytes: 1,
  matmulInputBytes: 1,
  counted: false,
};

export const activationPrecisions = table<ActivationPrecisionRow>("precision", [
  ...precisions.rows.map((row) => ({ ...row, counted: true })),
  INT8,
]);

/** One element under the one-pager's rule: FP8 and INT8 1, 16 bit 2, FP32 4. */
export const ruleBytesPerElement = (precision: ActivationPrecisionRow): number => precision.matmulInputBytes;

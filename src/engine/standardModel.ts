export interface StandardModel {
  readonly vocab: number;
  readonly hidden: number;
  readonly layers: number;
  /** MLP width; 4·hidden where not given. */
  readonly ffn?: number;
  readonly heads?: number;
  readonly keyValueHeads?: number;
  readonly gated: boolean;
  readonly tied: boolean;
}

/**
 * V·D + L·(4·D² + 8·D²) + V·D, the one-pager's §1, and its extensions: fewer key and value heads (K and V are D·D·k/a),
 * another MLP width, a third MLP matrix, a tied head. Weight matrices only: norms and biases are in `parameterCount`.
 */
export function standardParameters(model: StandardModel): number {
  const { vocab: V, hidden: D, layers: L, heads, keyValueHeads = heads, gated, tied } = model;
  const ffn = model.ffn ?? 4 * D;
  const keysAndValues = heads && keyValueHeads ? (2 * D * D * keyValueHeads) / heads : 2 * D * D;
  const attention = 2 * D * D + keysAndValues;
  const mlp = (gated ? 3 : 2) * D * ffn;
  return V * D + L * (attention + mlp) + (tied ? 0 : V * D);
}

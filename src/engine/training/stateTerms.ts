// States as terms, and when gradients exist.
import { baseBytes, type RankStates } from "./rankStates";
import { microbatches } from "./pipeline";
import type { TrainingRun } from "./run";
import type { Term } from "./terms";

const ZERO = "arXiv:1910.02054 §3.1, figure 1";

export function stateTerms(run: TrainingRun, states: RankStates): readonly Term[] {
  const { weights, master, optimizer, parameters, trained, stepped } = states;
  const { precision } = run;
  const held = parameters.dense + parameters.experts;
  const updated = trained.dense + trained.experts;
  return [
    exact("Weights", weights, () =>
      run.lora
        ? `${held} frozen × ${baseBytes(run)} + ${updated} of adapters × ${precision.weightBytes}, ZeRO-${run.zero}`
        : `${held} parameters of ${updated} trained, ${precision.weightBytes} bytes each, ZeRO-${run.zero}`,
    ),
    exact("Master weights", master, () => `${stepped} × ${precision.masterBytes}`),
    exact("Optimizer state", optimizer, () => `${stepped} × ${stepped > 0 ? optimizer / stepped : 0}`),
  ];
}

export const gradientTerm = (run: TrainingRun, { gradients }: RankStates): Term =>
  exact("Gradients", gradients, () => `${gradients / run.precision.gradientBytes} × ${run.precision.gradientBytes}`);

const exact = (component: string, bytes: number, formula: () => string): Term => ({
  component,
  bytes,
  basis: "exact",
  source: ZERO,
  formula,
});

/** Gradients outlive the step in a buffer, or pile up over microbatches; else `set_to_none` frees them before forward. */
export const gradientsPersist = (run: TrainingRun): boolean =>
  !run.optimizerInBackward && (run.stack.persistentGradients || run.torchMajor === 1 || microbatches(run) > 1);

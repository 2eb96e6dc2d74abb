import type { CaseModel, MeasuredCase, Question } from "./measuredCase";

function withoutId(model: MeasuredCase["model"]): CaseModel {
  const fields = Object.entries(structuredClone(model)).filter(([key]) => key !== "id");
  return Object.fromEntries(fields) as unknown as CaseModel;
}

/**
 * The question without its answer: a copy that lacks id, source, quote, notes, trust, model.id, and of `measure` everything
 * but the quantity (measured, steady and tolerance bytes, tokens, the unit of the source). Fields that the schema does not
 * name are not handed on either.
 */
export function strip(measured: MeasuredCase): Question {
  return {
    task: measured.task,
    stack: measured.stack,
    stack_version: measured.stack_version,
    stale: measured.stale,
    model: withoutId(measured.model),
    ...(measured.train ? { train: structuredClone(measured.train) } : {}),
    ...(measured.infer ? { infer: structuredClone(measured.infer) } : {}),
    measure: { quantity: measured.measure.quantity },
    gpu: { name: measured.gpu.name, memory_gib: measured.gpu.memory_gib },
  };
}

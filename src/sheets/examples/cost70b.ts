// What does our 70B cost? A budget with its range, and two published runs counted the same way.
import { clusterBudget } from "../templates/clusterBudget";
import { withInputs } from "../withInputs";
import { withSources } from "../withSources";
import { type Example, named } from "./example";

const LLAMA_405B = "Llama 405B";
const LLAMA_65B = "LLaMA 65B";
const PAPER_405B = "arXiv:2407.21783";
const PAPER_65B = "arXiv:2302.13971";

const ours = withInputs(clusterBudget, {
  model: "llama-3.1-70b",
  trainingTokens: 15e12,
  gpu: "h100-sxm",
  gpus: 2048,
  mfu: 0.4,
  sequenceLength: 8192,
});

/** Published hours are those of jobs: nothing is idle between them, and nothing else is paid. */
const AS_PUBLISHED = { allocation: 1, contingency: 0, otherCost: 0, budget: 0 };

const llama405b = named(
  LLAMA_405B,
  "Do the paper's MFU and tokens give the hours that its model card says?",
  withSources(
    withInputs(clusterBudget, {
      ...AS_PUBLISHED,
      model: "llama-3.1-405b",
      trainingTokens: 15.6e12,
      gpus: 16_384,
      mfu: 0.41,
      tp: 8,
      published: 30_840_000,
    }),
    {
      model: PAPER_405B,
      trainingTokens: `${PAPER_405B}: 15.6T`,
      gpu: PAPER_405B,
      gpus: `${PAPER_405B} §3.3: 16,384`,
      mfu: `${PAPER_405B} table 4: 41% on 16,384`,
      tp: `${PAPER_405B} table 4`,
      allocation: "published hours are those of jobs",
      published: "Llama 3.1 model card, 405B",
    },
  ),
);

const llama65b = named(
  LLAMA_65B,
  "Do the tokens per second that were measured give the hours that were published?",
  withSources(
    withInputs(clusterBudget, {
      ...AS_PUBLISHED,
      model: "llama-65b",
      trainingTokens: 1.4e12,
      gpu: "a100-sxm-80gb",
      gpus: 2048,
      mfu: 0.497,
      mfuRange: [0.47, 0.52],
      sequenceLength: 2048,
      goodput: 1,
      published: 1_022_362,
    }),
    {
      model: PAPER_65B,
      trainingTokens: `${PAPER_65B}: 1.4T`,
      gpu: PAPER_65B,
      gpus: `${PAPER_65B} §2.4: 2048`,
      mfu: `${PAPER_65B} §2.4: 380 tokens/s per GPU`,
      sequenceLength: PAPER_65B,
      goodput: "tokens per second are those of the jobs' time",
      allocation: "published hours are those of jobs",
      published: `${PAPER_65B} table 15`,
    },
  ),
);

export const cost70b: Example = {
  id: "cost-of-a-70b",
  title: "What does our 70B cost?",
  question: "Pretraining a 70B model on 15T tokens with 2,048 H100: how much, how long, and what moves it most?",
  summary: "GPU-hours, days and dollars with their range and a tornado, then two published runs counted the same way.",
  sheets: [ours, llama405b, llama65b],
};

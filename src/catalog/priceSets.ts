// Rental prices as they were read in full. A released set is never edited: add a new one at the end.

export type PriceKind = "on demand" | "hyperscaler" | "reserved" | "spot";

export interface PriceSource {
  /** The provider's page and who transcribed it. */
  readonly page: string;
  readonly provider: string;
}

export interface Quote {
  /** Id in `gpus`. */
  readonly gpu: string;
  readonly kind: PriceKind;
  readonly usdPerGpuHour: number;
  /** The day it was read off the provider's page. */
  readonly asOf: string;
  readonly source: PriceSource;
  readonly product: string;
}

export interface PriceSet {
  /** Release date; a set replaces all before it. */
  readonly date: string;
  readonly quotes: readonly Quote[];
}

type Prices = Readonly<Record<string, number>>;

/** Quotes of one provider, kind, product and day: GPU id -> USD per GPU-hour. */
const read = (source: PriceSource, asOf: string, kind: PriceKind, product: string, prices: Prices): readonly Quote[] =>
  Object.entries(prices).map(([gpu, usdPerGpuHour]) => ({ gpu, kind, usdPerGpuHour, asOf, source, product }));

const SILYBENCH = "transcribed in tgarg01/silybench-data gpu_prices.csv";
const LAMBDA = { provider: "Lambda", page: "lambda.ai/instances, transcribed in api-evangelist/lambda-labs" };
const RUNPOD = { provider: "RunPod", page: `runpod.io/pricing, ${SILYBENCH}` };
const NEBIUS = { provider: "Nebius", page: `nebius.com/prices, ${SILYBENCH}` };
const VAST = { provider: "Vast.ai", page: `console.vast.ai offers, ${SILYBENCH}` };
const GCP = { provider: "Google Cloud", page: `Cloud Billing catalog, ${SILYBENCH}` };
const GOOGLE_TPU = {
  provider: "Google Cloud",
  page: "cloud.google.com/tpu/pricing, in dstackai/gpuhunt tpu_pricing.json",
};
const HYPERSTACK = {
  provider: "Hyperstack",
  page: "hyperstack.cloud/gpu-pricing, transcribed in api-evangelist/nexgen-cloud",
};
const AKASH = { provider: "Akash", page: "akash.network/pricing/gpus, transcribed in api-evangelist/akash" };

const NOVEMBER_2026: readonly Quote[] = [
  ...read(LAMBDA, "2026-09-20", "on demand", "8 GPUs", {
    "b200-sxm": 6.69,
    "h100-sxm": 3.99,
    "a100-sxm-80gb": 2.79,
    "a100-sxm-40gb": 1.99,
    "v100-sxm2-16gb": 0.79,
  }),
  ...read(LAMBDA, "2026-09-20", "on demand", "1 GPU", {
    "b200-sxm": 6.99,
    "h100-sxm": 4.29,
    "h100-pcie": 3.29,
    "gh200-96gb": 2.29,
    a10: 1.29,
  }),
  ...read(LAMBDA, "2026-09-20", "on demand", "4 GPUs", { "rtx-a6000": 1.09 }),
  ...read(RUNPOD, "2026-09-25", "on demand", "Secure Cloud", {
    "b200-sxm": 6.79,
    "h200-sxm": 4.59,
    "h100-sxm": 3.49,
    "h100-pcie": 2.89,
    "h100-nvl": 3.19,
    "a100-sxm-80gb": 1.59,
    "a100-pcie-80gb": 1.59,
    l40s: 1.09,
    "rtx-4090": 0.74,
  }),
  ...read(RUNPOD, "2026-09-25", "on demand", "Community Cloud", {
    "b200-sxm": 5.98,
    "h200-sxm": 3.59,
    "h100-sxm": 2.69,
    "h100-pcie": 1.99,
    "h100-nvl": 2.59,
    "a100-sxm-80gb": 1.39,
    "a100-pcie-80gb": 1.19,
    l40s: 0.79,
    "rtx-4090": 0.34,
  }),
  ...read(NEBIUS, "2026-09-25", "on demand", "HGX and L40S (Intel)", {
    "b200-sxm": 7.15,
    "h200-sxm": 4.5,
    "h100-sxm": 3.85,
    l40s: 1.55,
  }),
  ...read(VAST, "2026-10-07", "on demand", "marketplace median of 3 verified offers", { "h100-sxm": 6.1489 }),
  ...read(HYPERSTACK, "2026-08-26", "on demand", "on-demand", {
    "b300-sxm": 7.4,
    "b200-sxm": 6,
    "h200-sxm": 3.99,
    "h100-sxm": 3.2,
    "h100-pcie": 2.5,
    "a100-sxm-80gb": 1.6,
    "a100-pcie-80gb": 1.35,
    "rtx-pro-6000-blackwell": 1.85,
    "rtx-a6000": 0.5,
  }),
  ...read(HYPERSTACK, "2026-08-26", "reserved", "lowest price of a term contract", {
    "b200-sxm": 5.1,
    "h200-sxm": 2.79,
    "h100-sxm": 2.72,
    "h100-pcie": 1.75,
    "a100-sxm-80gb": 1.36,
    "a100-pcie-80gb": 0.95,
    "rtx-pro-6000-blackwell": 1.3,
    "rtx-a6000": 0.35,
  }),
  ...read(HYPERSTACK, "2026-08-26", "spot", "spot VM", {
    "h100-pcie": 2,
    "a100-pcie-80gb": 1.08,
    "rtx-pro-6000-blackwell": 1.48,
    "rtx-a6000": 0.4,
  }),
  ...read(AKASH, "2026-09-20", "on demand", "marketplace, lowest price", {
    "b300-sxm": 6,
    "b200-sxm": 5,
    "h200-sxm": 4.45,
    "h100-sxm": 2.71,
    "a100-sxm-80gb": 1.71,
    "v100-sxm2-16gb": 0.36,
    t4: 0.15,
    "rtx-5090": 0.67,
    "rtx-4090": 0.39,
    "rtx-3090": 0.16,
  }),
  ...read(AKASH, "2026-09-20", "on demand", "marketplace, Server Edition", { "rtx-pro-6000-blackwell": 2.04 }),
  ...read(AKASH, "2026-09-20", "on demand", "marketplace, Workstation Edition", { "rtx-pro-6000-blackwell": 1.45 }),
  ...read(GCP, "2026-09-26", "hyperscaler", "a3-highgpu-1g us-central1, GPU + vCPU + RAM", { "h100-sxm": 10.9791 }),
  ...read(GCP, "2026-09-26", "spot", "a3-highgpu-1g us-central1, GPU + vCPU + RAM", { "h100-sxm": 6.571 }),
  ...read(GOOGLE_TPU, "2024-12-23", "hyperscaler", "lowest US price, per chip", {
    "tpu-v4": 3.22,
    "tpu-v5e": 1.2,
    "tpu-v5p": 4.2,
    "tpu-v6e": 2.7,
  }),
  ...read(GOOGLE_TPU, "2024-12-23", "spot", "us-east5 or us-east1, per chip", {
    "tpu-v5e": 0.6,
    "tpu-v5p": 2.1,
    "tpu-v6e": 1.89,
  }),
  ...read(GOOGLE_TPU, "2024-06-11", "reserved", "1-year commitment, per chip", {
    "tpu-v4": 2.0286,
    "tpu-v5e": 0.84,
    "tpu-v5p": 2.94,
  }),
];

export const priceSets: readonly PriceSet[] = [{ date: "2026-11-22", quotes: NOVEMBER_2026 }];

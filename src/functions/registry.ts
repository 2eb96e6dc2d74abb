import { ACT_MEM, FLASH_SAVING, LOGITS_MEM, RECOMPUTE_FLOPS } from "./activations";
import { ESTIMATE, RESULT } from "./scenario/answers";
import { BREAKDOWN } from "./scenario/breakdown";
import { FIT } from "./scenario/fitAnswers";
import { OOM_STEPS } from "./scenario/oomSteps";
import { PLAN } from "./scenario/plan";
import { SAVINGS } from "./scenario/savings";
import { SWEEP } from "./scenario/sweep";
import { TORNADO } from "./scenario/tornado";
import { WHY } from "./scenario/why";
import { GPU, GPU_LIST, MODEL, MODEL_LIST, OPTIMIZER_LIST, PRECISION_LIST, STACK_LIST } from "./catalog";
import { ENERGY, GPU_HOURS, MFU, TRAIN_FLOPS } from "./compute";
import { PRICE } from "./prices";
import { GPUS_NEEDED, INFER_MEM, KV_MEM, LORA_MEM, LORA_PARAMS, MAX_BATCH } from "./sizing";
import type { AnyFunction } from "./spec";
import { VERSION } from "./version";
import { GRAD_MEM, OPTIM_MEM, PARAM_COUNT, PARAM_MEM, TRAIN_MEM } from "./states";

/** Every function, in the order of the reference. Ids are stored in workbooks: entries are added, never renamed. */
export const registry: readonly AnyFunction[] = [
  BREAKDOWN,
  RESULT,
  ESTIMATE,
  FIT,
  PLAN,
  SWEEP,
  TORNADO,
  SAVINGS,
  WHY,
  OOM_STEPS,
  TRAIN_MEM,
  PARAM_COUNT,
  PARAM_MEM,
  GRAD_MEM,
  OPTIM_MEM,
  ACT_MEM,
  LOGITS_MEM,
  FLASH_SAVING,
  RECOMPUTE_FLOPS,
  KV_MEM,
  INFER_MEM,
  LORA_PARAMS,
  LORA_MEM,
  MAX_BATCH,
  GPUS_NEEDED,
  TRAIN_FLOPS,
  GPU_HOURS,
  MFU,
  ENERGY,
  MODEL,
  MODEL_LIST,
  GPU,
  GPU_LIST,
  OPTIMIZER_LIST,
  PRECISION_LIST,
  STACK_LIST,
  PRICE,
  VERSION,
];

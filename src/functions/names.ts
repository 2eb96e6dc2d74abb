// Arguments that name something of the catalog.
import type { Architecture } from "../engine/architecture";
import { usableBytes } from "../engine/gpu";
import { parameterTensors, sumParameters } from "../engine/parameters";
import type { ParameterSet } from "../engine/tensors";
import type { Bytes } from "../engine/units";
import { gpus, type GpuRow } from "../catalog/gpus";
import { architectureFromConfig, ConfigError, configMessage } from "../catalog/huggingface";
import { LORA_TARGET_SEPARATORS, type LoraTargetRow, loraTargets } from "../catalog/loraTargets";
import { models, type ModelRow } from "../catalog/models";
import { resolveModel } from "../catalog/models/resolve";
import { type CatalogRow, idsOf, resolve, type Resolved } from "../catalog/table";
import type { Value } from "./cells";
import { refuse } from "./inputIssues";
import { choice, toNumber } from "./kinds";
import type { NamedArchitecture } from "./modelFields";
import { readNumber } from "./numbers";
import type { Kind } from "./spec";

/** The row, or the sentence that names the nearest ones. */
function found<R extends CatalogRow>(resolved: Resolved<R>, noun: string, received: string, otherwise: string): R {
  if (resolved.kind === "found") return resolved.row;
  if (resolved.kind === "ambiguous")
    return refuse({ code: "ambiguous_name", received, candidates: idsOf(resolved.candidates) });
  return refuse({ code: "unknown_name", noun, received, nearest: idsOf(resolved.nearest), otherwise });
}

const MODEL_ACCEPTS = 'a model\'s name in quotes, such as "llama-3.1-8b"';

export const model: Kind<ModelRow> = {
  accepts: MODEL_ACCEPTS,
  zeroIsValue: false,
  choices: models,
  read: (cell) =>
    typeof cell === "string"
      ? found(resolveModel(cell), "model", cell, "MODEL_LIST() lists the known ones.")
      : refuse({
          code: "unknown_name",
          noun: "model",
          received: String(cell),
          nearest: [],
          otherwise: `Give ${MODEL_ACCEPTS}.`,
        }),
};

/** The text of a config.json instead of a name. */
const isConfig = (text: string): boolean => text.trimStart().startsWith("{");

function configured(json: string): NamedArchitecture {
  try {
    return { id: "config.json", label: "config.json", aliases: [], architecture: architectureFromConfig(json) };
  } catch (error) {
    if (error instanceof ConfigError) return refuse({ code: "bad_config", sentence: configMessage(error.issue) });
    throw error;
  }
}

/** The text of a Hugging Face config.json and nothing else. */
export const configText: Kind<NamedArchitecture> = {
  accepts: "the text of a Hugging Face config.json",
  zeroIsValue: false,
  read: (cell) => configured(String(cell)),
};

/** A model of the catalog, or the text of a Hugging Face config.json. */
export const anyModel: Kind<NamedArchitecture> = {
  accepts: `${MODEL_ACCEPTS}, or the text of a config.json`,
  zeroIsValue: false,
  choices: models,
  read: (cell) => (isConfig(String(cell)) ? configured(String(cell)) : model.read(cell)),
};

const PARAMETERS_ACCEPT = 'a number of parameters above 0 (7e9 or "7B") or a model\'s name';

/** 7e9, "7B", or a model's name: then its exact count and the shapes of its matrices. */
export const parameters: Kind<ParameterSet> = {
  accepts: PARAMETERS_ACCEPT,
  zeroIsValue: false,
  read: (cell) => (isName(cell) ? namedParameters(cell) : { count: countOfParameters(cell) }),
};

const isName = (cell: Value): cell is string => typeof cell === "string" && readNumber(cell).kind === "text";

function countOfParameters(cell: Value): number {
  const count = toNumber(cell, PARAMETERS_ACCEPT);
  return count > 0 ? count : refuse({ code: "out_of_range", received: count, accepts: PARAMETERS_ACCEPT });
}

/** Text that resembles no model at all is taken for a mistyped number. */
function namedParameters(name: string): ParameterSet {
  if (isConfig(name)) return exactParameters(configured(name).architecture);
  const resolved = resolveModel(name);
  if (resolved.kind === "unknown" && resolved.nearest.length === 0)
    return refuse({ code: "not_a_number", received: name, accepts: PARAMETERS_ACCEPT });
  return exactParameters(found(resolved, "model", name, "").architecture);
}

function exactParameters(architecture: Architecture): ParameterSet {
  const tensors = parameterTensors(architecture);
  return { count: sumParameters(tensors), tensors };
}

export const gpu: Kind<GpuRow> = {
  accepts: 'a GPU\'s name in quotes, such as "H100 SXM"',
  zeroIsValue: false,
  choices: gpus,
  read: (cell) => found(resolve(gpus, String(cell)), "GPU", String(cell), "GPU_LIST() lists the known ones."),
};

/** A GPU of the catalog, or its memory as a plain number in the unit of the call. */
export type GpuCapacity = { readonly usable: Bytes } | { readonly amount: number };

const CAPACITY_ACCEPTS = 'a GPU\'s name in quotes, such as "H100 SXM", or its memory as a number above 0';
export const gpuCapacity: Kind<GpuCapacity> = {
  accepts: CAPACITY_ACCEPTS,
  zeroIsValue: false,
  choices: gpus,
  read: (cell) => {
    // "4090" is a GPU before it is an amount.
    if (isName(cell) || resolve(gpus, String(cell)).kind !== "unknown") return { usable: usableBytes(gpu.read(cell)) };
    const amount = toNumber(cell, CAPACITY_ACCEPTS);
    return amount > 0 ? { amount } : refuse({ code: "out_of_range", received: amount, accepts: CAPACITY_ACCEPTS });
  },
};

/** One or more sets of matrices: "all", "q,v", "attention + down". */
export const targetSets: Kind<readonly LoraTargetRow[]> = {
  accepts: `${idsOf(loraTargets.rows).slice(0, 3).join(", ")} or names such as "q,v"`,
  zeroIsValue: false,
  choices: loraTargets,
  read: (cell) => {
    const text = String(cell);
    const whole = resolve(loraTargets, text);
    if (whole.kind === "found") return [whole.row];
    return text.split(LORA_TARGET_SEPARATORS).filter(Boolean).map(choice(loraTargets).read);
  },
};

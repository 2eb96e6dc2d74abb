// Short names for those who like to type less: TRAIN_MEM = LAMBDA(params, ..., GPUMEM.TRAIN_MEM(params, ...)).
import { registry } from "./registry";
import type { AnyFunction } from "./spec";

export interface ShortName {
  readonly name: string;
  /** For Excel versions that know LAMBDA. */
  readonly formula: string;
}

const NAMESPACE = "GPUMEM";

/** An omitted argument becomes an empty text, which every function reads as not given. */
function lambda({ id, params }: AnyFunction): string {
  const declared = params.map(({ name, optional }) => (optional ? `[${name}]` : name));
  const passed = params.map(({ name, optional }) => (optional ? `IF(ISOMITTED(${name}),"",${name})` : name));
  const call = `${NAMESPACE}.${id}(${passed.join(",")})`;
  return params.length === 0 ? `=LAMBDA(${call})` : `=LAMBDA(${[...declared, call].join(",")})`;
}

export const shortNames: readonly ShortName[] = registry.map((spec) => ({ name: spec.id, formula: lambda(spec) }));

// Labels of a layout that are more than a name or a number.
import type { RecomputeModule } from "../../engine/training/run";
import { scenarioRecomputes, type ScenarioRecomputeRow } from "../../catalog/scenarioModes";
import { refuse } from "../inputIssues";
import { choice } from "../kinds";
import type { Kind } from "../spec";

const MODULES: readonly RecomputeModule[] = [
  "core_attn",
  "layernorm",
  "mla_up_proj",
  "mlp",
  "moe",
  "moe_act",
  "shared_experts",
];
const isModule = (name: string): name is RecomputeModule => (MODULES as readonly string[]).includes(name);

const mode = choice(scenarioRecomputes);

/** A mode by name, or Megatron's modules as PLAN prints them: "layernorm + moe_act". */
export const recomputeMode: Kind<ScenarioRecomputeRow> = {
  ...mode,
  accepts: `${mode.accepts}, or modules such as "layernorm + mlp"`,
  read: (cell) => {
    const modules = String(cell)
      .split(/[+,]/)
      .map((name) => name.trim().toLowerCase());
    if (!modules.every(isModule) || modules.join() === "mlp") return mode.read(cell);
    const id = modules.join(" + ");
    return {
      id,
      label: id,
      aliases: [],
      doc: "Megatron's --recompute-modules",
      recompute: () => ({ kind: "modules", modules }),
    };
  },
};

const LAYOUT = /^[EtmL|*()\d\s,]+$/;

/** Megatron's own notation, checked further by the engine. */
export const layoutText: Kind<string> = {
  accepts: 'a pipeline layout such as "Et*3|t*4|t*4|t*3L"',
  zeroIsValue: false,
  read: (cell) => {
    const text = String(cell).replace(/[\s,]/g, "");
    return LAYOUT.test(text) && text.includes("t")
      ? text
      : refuse({
          code: "unknown_choice",
          received: String(cell),
          nearest: [],
          allowed: ["E, t, m, L, |, * and counts, as in Et*3|t*4L"],
        });
  },
};

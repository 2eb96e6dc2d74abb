// What llama.cpp's file types keep each tensor in: ggml-org/llama.cpp src/llama-quant.cpp llama_tensor_get_type_impl,
// quantized without an importance matrix.
import type { BlockType, LayerChoice, MixedRecipe, ModelClass, RecipeRule } from "../engine/serving/mixedRecipe";
import { dtypes, type DtypeRow } from "./dtypes";

const row = (id: string): DtypeRow => {
  const found = dtypes.rows.find((each) => each.id === id);
  if (!found) throw new Error(`ggufRecipes: no dtype ${id}`);
  return found;
};

const BLOCK = 32;
const SUPER_BLOCK = 256;
const plain = (id: string): BlockType => ({ format: row(id), block: BLOCK, fallback: null });
/** tensor_type_fallback: rows that are no multiple of 256. */
const superBlock = (id: string, fallback: string): BlockType => ({
  format: row(id),
  block: SUPER_BLOCK,
  fallback: plain(fallback),
});

const Q4_0 = plain("q4-0");
const Q5_0 = plain("q5-0");
const Q8_0 = plain("q8-0");
const Q2_K = superBlock("q2-k", "q4-0");
const Q3_K = superBlock("q3-k", "q4-0");
const Q4_K = superBlock("q4-k", "q5-0");
const Q5_K = superBlock("q5-k", "q5-1");
const Q6_K = superBlock("q6-k", "q8-0");
const IQ4_XS = superBlock("iq4-xs", "iq4-nl");

const VALUES = ["v_proj", "kv_b_proj"];
const rule = (
  tensors: readonly string[],
  type: BlockType,
  layers: LayerChoice = "all",
  models: ModelClass = "any",
): RecipeRule => ({ tensors, type, layers, models });

/** Models of eight experts: keys and values in 8 bits, whatever the file type. */
const EIGHT_EXPERTS = [rule([...VALUES, "k_proj"], Q8_0, "all", "experts8")];
const EIGHT_EXPERTS_OUTPUT = [rule(["o_proj"], Q5_K, "all", "experts8")];

const recipe = (base: BlockType, rules: readonly RecipeRule[], head: BlockType = Q6_K): MixedRecipe => ({
  base,
  head,
  rules: [...EIGHT_EXPERTS, ...rules],
});

/** By id in `dtypes`. */
export const ggufRecipes: ReadonlyMap<string, MixedRecipe> = new Map([
  ["q2-k-file", q2k()],
  ["q3-k-s", recipe(Q3_K, [...EIGHT_EXPERTS_OUTPUT, rule(VALUES, Q5_K, "all", "layers80")])],
  [
    "q3-k-l",
    recipe(Q3_K, [rule(["o_proj"], Q5_K, "all", "notExperts8"), rule(VALUES, Q5_K), rule(["down_proj"], Q5_K)]),
  ],
  [
    "q4-k-s",
    recipe(Q4_K, [
      ...EIGHT_EXPERTS_OUTPUT,
      rule(VALUES, Q5_K, "firstFour"),
      rule(VALUES, Q5_K, "all", "layers80"),
      rule(["down_proj"], Q5_K, "firstEighth"),
    ]),
  ],
  [
    "q4-k-m",
    recipe(Q4_K, [
      ...EIGHT_EXPERTS_OUTPUT,
      rule(VALUES, Q6_K, "moreBits"),
      rule(VALUES, Q5_K, "all", "layers80"),
      rule(["down_proj"], Q6_K, "moreBits"),
    ]),
  ],
  ["q5-k-s", recipe(Q5_K, [])],
  ["q5-k-m", recipe(Q5_K, [rule([...VALUES, "down_proj"], Q6_K, "moreBits")])],
  ["q4-0", recipe(Q4_0, [])],
  ["q5-0", recipe(Q5_0, [])],
  ["q6-k", recipe(Q6_K, [])],
  ["q8-0", recipe(Q8_0, [], Q8_0)],
  [
    "iq4-xs",
    recipe(IQ4_XS, [
      ...EIGHT_EXPERTS_OUTPUT,
      rule(VALUES, Q5_K, "all", "groups4"),
      rule(["down_proj"], Q5_K, "firstEighth"),
    ]),
  ],
]);

function q2k(): MixedRecipe {
  return recipe(Q2_K, [
    ...EIGHT_EXPERTS_OUTPUT,
    rule(["o_proj", "down_proj"], Q3_K),
    rule(VALUES, Q5_K, "all", "layers80"),
    rule(VALUES, Q4_K, "all", "groups4"),
    rule(VALUES, Q3_K),
  ]);
}

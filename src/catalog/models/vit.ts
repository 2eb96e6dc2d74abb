import type { ExtraPart } from "../../engine/architecture";
import { VIT } from "../variants";
import { family, type ModelRow } from "./row";

const VIT_L_PARTS: readonly ExtraPart[] = [
  { name: "patch_embedding", parameters: 16 * 16 * 3 * 1024 + 1024, counted: true },
  { name: "cls_token", parameters: 1024, counted: true },
  { name: "classifier", parameters: 1024 * 1000 + 1000, counted: true },
];

const vit = family({
  family: "ViT",
  year: 2020,
  dtype: "float32",
  source: "torchvision vision_transformer.py ViT_L_16_Weights; arXiv:2010.11929 Table 1",
  publishedSource: "torchvision vit_l_16 num_params",
  variant: VIT,
});

export const VIT_MODELS: readonly ModelRow[] = [
  vit("vit-l-16", "ViT-L/16", {
    aliases: ["vit-large-patch16-224", "ViT-L", "ViT Large"],
    parameters: 304_326_632,
    note: "224 pixels: 196 patches and the class token; classifier of 1,000 classes with bias.",
    shape: {
      numHiddenLayers: 24,
      hiddenSize: 1024,
      numAttentionHeads: 16,
      intermediateSize: 4096,
      maxPositionEmbeddings: 197,
      learnedPositions: 197,
      vocabSize: 0,
      extraParts: VIT_L_PARTS,
    },
  }),
];

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { models } from "../../src/catalog/models";
import { architecture, EXPERTS, GPT2, LLAMA, QWEN3 } from "../../src/catalog/variants";
import { layerCounts, type Architecture } from "../../src/engine/architecture";
import { linearTensors, parameterCount, parameterTensors, sumParameters } from "../../src/engine/parameters";

function model(id: string): Architecture {
  const row = models.rows.find((each) => each.id === id);
  if (!row) throw new Error(id);
  return row.architecture;
}

describe("by hand", () => {
  test("GPT-2 small (MHA, biases, learned positions, tied head): 124,439,808", () => {
    // D = 768, L = 12, F = 3072, V = 50,257, 1,024 positions.
    // Attention: 4 matrices 4·768²                            =  2,359,296, biases 4·768        = 3,072
    // MLP:       2 matrices 2·768·3072                        =  4,718,592, biases 3072 + 768   = 3,840
    // Norms:     2 · (weight + bias) · 768                                                      = 3,072
    // Layer: 2,359,296 + 3,072 + 4,718,592 + 3,840 + 3,072    =  7,087,872
    // 12 layers                                               = 85,054,464
    // Tokens 50,257·768 = 38,597,376; positions 1,024·768 = 786,432; last norm 2·768 = 1,536
    // 85,054,464 + 38,597,376 + 786,432 + 1,536               = 124,439,808
    const count = parameterCount(model("gpt2"));
    expect(count.perLayer.dense).toBe(7_087_872);
    expect(count.byPart).toMatchObject({ embedding: 38_597_376, positions: 786_432, head: 0 });
    expect(count.total).toBe(124_439_808);
  });

  test("Llama 3.1 8B (GQA, gated, untied): 8,030,261,248", () => {
    // D = 4096, L = 32, H = 32, K = 8, d = 128, F = 14,336, V = 128,256.
    // q and o: 2 · 4096·4096                                  =  33,554,432
    // k and v: 2 · 1024·4096                                  =   8,388,608
    // MLP:     3 · 4096·14,336                                = 176,160,768
    // Norms:   2 · 4096                                       =       8,192
    // Layer                                                   = 218,112,000; 32 of them = 6,979,584,000
    // Tokens 128,256·4096 = 525,336,576, the head as many again; last norm 4,096
    // 6,979,584,000 + 2·525,336,576 + 4,096                   = 8,030,261,248
    const count = parameterCount(model("llama-3.1-8b"));
    expect(count.perLayer).toEqual({ average: 218_112_000, dense: 218_112_000, sparse: 0 });
    expect(count.byPart).toMatchObject({ embedding: 525_336_576, head: 525_336_576 });
    expect(count.total).toBe(8_030_261_248);
    expect(count.active).toBe(count.total);
  });

  test("DeepSeek-V3 (MLA, 256 experts and a shared one, 3 dense layers): 671,026,419,200", () => {
    // D = 7168, L = 61, H = 128, q_r = 1536, kv_r = 512, d_nope = 128, d_rope = 64, d_v = 128.
    // q_a 7168·1536 = 11,010,048; q_b 1536·128·192 = 37,748,736; kv_a 7168·576 = 4,128,768;
    // kv_b 512·128·256 = 16,777,216; o 128·128·7168 = 117,440,512: attention  = 187,105,280
    // Norms: 1536 + 512 + 2·7168                                             =      16,384
    // Dense MLP: 3·7168·18,432                                               = 396,361,728
    // One expert 3·7168·2048 = 44,040,192; 256 of them 11,274,289,152; the shared one 44,040,192;
    // router 256·7168 + 256 = 1,835,264: experts                              = 11,320,164,608
    // Dense layer 187,105,280 + 16,384 + 396,361,728                         =    583,483,392
    // Sparse layer 187,105,280 + 16,384 + 11,320,164,608                     = 11,507,286,272
    // 3 · 583,483,392 + 58 · 11,507,286,272                                  = 669,173,053,952
    // Tokens 129,280·7168 = 926,679,040, the head as many; last norm 7168
    // 669,173,053,952 + 1,853,358,080 + 7,168                                = 671,026,419,200
    // Active: 58 layers without 248 of the 256 experts: - 58·248·44,040,192 = 633,474,121,728
    const count = parameterCount(model("deepseek-v3"));
    expect(count.perLayer).toMatchObject({ dense: 583_483_392, sparse: 11_507_286_272 });
    expect(count.total).toBe(671_026_419_200);
    expect(count.active).toBe(671_026_419_200 - 633_474_121_728);
    expect(count.apart).toMatchObject([{ name: "mtp_layer", counted: false }]);
  });
});

describe("figures of papers and cards", () => {
  test("gpt-oss: 5.13B and 3.61B active without the input embedding (model card Table 1)", () => {
    const active = (id: string): number => {
      const count = parameterCount(model(id));
      return Number(((count.active - count.embedding) / 1e9).toFixed(2));
    };
    expect(active("gpt-oss-120b")).toBe(5.13);
    expect(active("gpt-oss-20b")).toBe(3.61);
  });

  test("Mixtral 8x22B: 39,160,774,656 active without the norms", () => {
    const { active, byPart } = parameterCount(model("mixtral-8x22b"));
    expect(active - byPart.norms).toBe(39_160_774_656);
  });

  test("Pythia 12B: 11,327,027,200 outside the embedding and the head (arXiv:2304.01373 Table 1)", () => {
    expect(parameterCount(model("pythia-12b")).nonEmbedding).toBe(11_327_027_200);
  });

  test("BLOOM: 3,596,615,680 in the embedding (model card)", () => {
    expect(parameterCount(model("bloom-176b")).embedding).toBe(3_596_615_680);
  });

  test("Nemotron-4 340B: 9.4B embedding + 331.6B (arXiv:2406.11704 §2)", () => {
    const { embedding, head, nonEmbedding } = parameterCount(model("nemotron-4-340b"));
    expect([embedding + head, nonEmbedding]).toEqual([9_437_184_000, 331_592_011_776]);
  });

  /** r·(in + out) of every adapted matrix, as PEFT prints it. */
  const loraParameters = (id: string, rank: number, targets: readonly string[]): number =>
    linearTensors(model(id))
      .filter((tensor) => targets.includes(tensor.name))
      .reduce((sum, { shape, copies }) => sum + rank * ((shape[0] ?? 0) + (shape[1] ?? 0)) * copies, 0);

  test("LoRA on the listed matrices: 4,194,304 and 41,943,040 (PEFT)", () => {
    const all = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"];
    expect(loraParameters("llama-2-7b", 8, ["q_proj", "v_proj"])).toBe(4_194_304);
    expect(loraParameters("llama-3.1-8b", 16, all)).toBe(41_943_040);
  });
});

describe("laws", () => {
  const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });
  const sizes = fc
    .record({ layers: size(96), heads: size(64), d: size(256), groups: size(8), F: size(9999), V: size(99999) })
    .map(({ layers, heads, d, groups, F, V }) => ({
      numHiddenLayers: layers,
      numAttentionHeads: heads * groups,
      numKeyValueHeads: heads,
      hiddenSize: heads * groups * d,
      intermediateSize: F,
      vocabSize: V,
      maxPositionEmbeddings: 4096,
    }));
  const experts = fc.record({ E: size(64), k: size(64), F: size(4096), first: fc.nat(96), freq: size(4) });
  const variant = fc.constantFrom(LLAMA, GPT2, QWEN3);
  const total = (a: Architecture): number => parameterCount(a).total;

  test("the total is the sum of the tensors and of the parts; the list holds nothing empty", () => {
    for (const { architecture: a } of models.rows) {
      const count = parameterCount(a);
      expect(sumParameters(parameterTensors(a))).toBe(count.total);
      expect(Object.values(count.byPart).reduce((sum, part) => sum + part, 0)).toBe(count.total);
      expect(parameterTensors(a).every(({ copies, shape }) => copies > 0 && shape.every((n) => n > 0))).toBe(true);
    }
  });

  test("tying the head saves V·D", () => {
    fc.assert(
      fc.property(variant, sizes, (v, s) => {
        const tied = total(architecture(v, { ...s, tieWordEmbeddings: true }));
        expect(total(architecture(v, { ...s, tieWordEmbeddings: false })) - tied).toBe(s.vocabSize * s.hiddenSize);
      }),
    );
  });

  test("multi-query is at most grouped-query is at most multi-head", () => {
    fc.assert(
      fc.property(variant, sizes, (v, s) => {
        const withHeads = (numKeyValueHeads: number): number => total(architecture(v, { ...s, numKeyValueHeads }));
        expect(withHeads(1)).toBeLessThanOrEqual(withHeads(s.numKeyValueHeads));
        expect(withHeads(s.numKeyValueHeads)).toBeLessThanOrEqual(withHeads(s.numAttentionHeads));
      }),
    );
  });

  test("active is at most the total, and the total when every expert is chosen", () => {
    fc.assert(
      fc.property(variant, sizes, experts, (v, s, { E, k, F, first, freq }) => {
        const mixture = (numExpertsPerTok: number): Architecture => {
          const layers = { firstDenseLayers: Math.min(first, s.numHiddenLayers), moeLayerFreq: freq };
          const chosen = { ...EXPERTS, ...layers, numExperts: E, numExpertsPerTok, moeIntermediateSize: F };
          return architecture(v, { ...s, experts: chosen });
        };
        const some = parameterCount(mixture(Math.min(k, E)));
        expect(some.active).toBeLessThanOrEqual(some.total);
        expect(parameterCount(mixture(E)).active).toBe(some.total);
      }),
    );
  });

  test("layers add up: the average layer times their number is the whole less embeddings, head and last norm", () => {
    for (const { architecture: a } of models.rows) {
      const { perLayer } = parameterCount(a);
      const { all, dense, sparse } = layerCounts(a);
      expect(dense * perLayer.dense + sparse * perLayer.sparse).toBeCloseTo(all * perLayer.average, 0);
    }
  });
});

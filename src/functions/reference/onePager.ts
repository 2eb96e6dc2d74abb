// The document that the product was asked for from, figure by figure: what it prints, and the call that answers.
// The tests walk this table; the reference page prints it, with its errata.

export interface OnePagerFigure {
  readonly section: string;
  /** What the document prints. */
  readonly figure: string;
  /** exact: to the digits printed; rounded: the document rounds; erratum: the document is inconsistent. */
  readonly status: "exact" | "rounded" | "erratum";
  readonly calls: readonly (readonly [formula: string, result: number])[];
  readonly note?: string;
}

const exact = (section: string, figure: string, calls: OnePagerFigure["calls"], note?: string): OnePagerFigure => ({
  section,
  figure,
  status: "exact",
  calls,
  note,
});
const rounded = (section: string, figure: string, calls: OnePagerFigure["calls"], note: string): OnePagerFigure => ({
  section,
  figure,
  status: "rounded",
  calls,
  note,
});
const erratum = (section: string, figure: string, calls: OnePagerFigure["calls"], note: string): OnePagerFigure => ({
  section,
  figure,
  status: "erratum",
  calls,
  note,
});

export const ONE_PAGER: readonly OnePagerFigure[] = [
  exact("1", "GPT-3 175B: FP32 700 GB, FP16 350 GB", [
    ['=GPUMEM.PARAM_MEM(175e9,"fp32")', 700],
    ['=GPUMEM.PARAM_MEM(175e9,"fp16")', 350],
  ]),
  exact("1", "BERT-Base 110M: 440 MB, 220 MB", [
    ['=GPUMEM.PARAM_MEM("110M","fp32","MB")', 440],
    ['=GPUMEM.PARAM_MEM("110M","fp16","MB")', 220],
  ]),
  exact("1", "BERT-Large 340M: 1.36 GB, 680 MB", [
    ['=GPUMEM.PARAM_MEM("340M","fp32")', 1.36],
    ['=GPUMEM.PARAM_MEM("340M","fp16","MB")', 680],
  ]),
  exact("1", "GPT-2 1.5B: 6 GB, 3 GB", [
    ['=GPUMEM.PARAM_MEM("1.5B","fp32")', 6],
    ['=GPUMEM.PARAM_MEM("1.5B","fp16")', 3],
  ]),
  exact("1", "LLaMA-7B: 28 / 14 GB; 70B: 280 / 140 GB", [
    ['=GPUMEM.PARAM_MEM(7e9,"fp32")', 28],
    ['=GPUMEM.PARAM_MEM(7e9,"fp16")', 14],
    ['=GPUMEM.PARAM_MEM(70e9,"fp32")', 280],
    ['=GPUMEM.PARAM_MEM(70e9,"fp16")', 140],
  ]),
  exact("1", "INT8: 1 byte per parameter", [['=GPUMEM.PARAM_MEM(7e9,"int8")', 7]]),
  exact("1", "GPT-3 embedding V·D = 617M", [
    ["=GPUMEM.PARAM_COUNT(50257,12288,96)-GPUMEM.PARAM_COUNT(50257,12288,96,,,,,TRUE)", 617_558_016],
  ]),
  exact("1", "Per layer 12·D² = 4·D² + 8·D² (+ 4·D for the norms)", [
    ["=GPUMEM.PARAM_COUNT(50257,12288,2)-GPUMEM.PARAM_COUNT(50257,12288,1)", 1_811_939_328],
    ["=4*12288", 49_152],
  ]),
  exact("1", "Total V·D + L·12·D² + V·D", [["=GPUMEM.PARAM_COUNT(50257,12288,96)", 175_181_291_520]]),
  exact("2", "7B FP16 gradients: 14 GB", [['=GPUMEM.GRAD_MEM(7e9,"fp16")', 14]]),
  exact(
    "2",
    "Gradient accumulation needs no extra memory",
    [['=GPUMEM.GRAD_MEM(7e9,"bf16")', 14]],
    "One buffer, whatever the number of micro batches.",
  ),
  exact("2", "Checkpointing: +33% FLOPs", [['=GPUMEM.RECOMPUTE_FLOPS("full")', 4 / 3]], "4/3 of 6·N per token."),
  exact("3", "Adam in mixed precision: 2 + 2 + 4 + 4 + 4 = 16 bytes per parameter", [
    ['=GPUMEM.TRAIN_MEM(1,"fp16","adam",,,,"B")', 16],
  ]),
  exact("3", "SGD with momentum: 2 + 2 + 4 + 4 = 12 bytes per parameter", [
    ['=GPUMEM.TRAIN_MEM(1,"fp16","sgd momentum",,,,"B")', 12],
  ]),
  exact(
    "3",
    "7B FP32 Adam: 28 + 28 + 28 + 28 = 112 GB",
    [
      ['=GPUMEM.PARAM_MEM(7e9,"fp32")', 28],
      ['=GPUMEM.GRAD_MEM(7e9,"fp32")', 28],
      ['=GPUMEM.OPTIM_MEM(7e9,"fp32","adam")', 56],
      ['=GPUMEM.TRAIN_MEM(7e9,"fp32","adam")', 112],
    ],
    "No master copy: the weights are the master.",
  ),
  exact("3", "7B mixed precision Adam: 14 + 14 + 28 + 28 + 28 = 112 GB", [
    ['=GPUMEM.OPTIM_MEM(7e9,"fp16","adam")', 84],
    ['=GPUMEM.TRAIN_MEM(7e9,"fp16","adam")', 112],
  ]),
  rounded(
    "3",
    "8-bit optimizer: 10 bytes per parameter, ~37% saved",
    [
      ['=GPUMEM.TRAIN_MEM(7e9,"fp16","adamw 8-bit",,,,,"rule")', 70],
      ['=1-GPUMEM.TRAIN_MEM(7e9,"fp16","adamw 8-bit",,,,,"rule")/GPUMEM.TRAIN_MEM(7e9,"fp16","adam")', 0.375],
      ['=GPUMEM.TRAIN_MEM(7e9,"fp16","adamw 8-bit")', 70.21875],
    ],
    "37.5% by the rule; the block scales, which the default counts, add 0.016 bytes per state.",
  ),
  exact(
    "3",
    '112 GB is "4× model size"; "2× from optimizer"',
    [
      ['=GPUMEM.TRAIN_MEM(7e9,"fp16","adam")/GPUMEM.PARAM_MEM(7e9,"fp32")', 4],
      ['=GPUMEM.OPTIM_MEM(7e9,"fp32","adam")/GPUMEM.PARAM_MEM(7e9,"fp32")', 2],
      ['=GPUMEM.OPTIM_MEM(7e9,"fp16","adam")/GPUMEM.PARAM_MEM(7e9,"fp32")', 3],
    ],
    "4× the FP32 size. The moments alone are 2×, with the master copy 3×.",
  ),
  rounded(
    "4",
    "One layer: ~8·B·S·D + B·H·S·S",
    [
      [
        '=GPUMEM.ACT_MEM(2,512,1024,1,16,"int8","standard","none","rule","","B")',
        8 * 2 * 512 * 1024 + 2 * 16 * 512 * 512,
      ],
    ],
    "The document's parts add up to 9·B·S·D; the rule keeps 8, the block's input being charged to the layer before.",
  ),
  exact("4", "GPT-3, B=1, S=2048, linear terms: 201 MB", [
    ['=GPUMEM.ACT_MEM(1,2048,12288,1,96,"int8","flash","none","rule",,"B")', 201_326_592],
  ]),
  erratum(
    "4",
    "The same, scores: 805 MB",
    [
      ['=GPUMEM.FLASH_SAVING(1,2048,1,96,"int8","B")', 402_653_184],
      ['=GPUMEM.FLASH_SAVING(1,2048,1,96,"fp16","B")', 805_306_368],
    ],
    "201 MB is at one byte per element, 805 MB at two: 403 MB at one byte.",
  ),
  erratum(
    "4",
    "1 GB per layer, 96 layers 96 GB; B=8: 768 GB",
    [
      ['=GPUMEM.ACT_MEM(1,2048,12288,96,96,"int8","standard","none","rule")', 57.982058496],
      ['=GPUMEM.ACT_MEM(1,2048,12288,96,96,"fp16","standard","none","rule")', 115.964116992],
      ['=GPUMEM.ACT_MEM(8,2048,12288,96,96,"int8","standard","none","rule")', 463.856467968],
      ['=GPUMEM.ACT_MEM(8,2048,12288,96,96,"fp16","standard","none","rule")', 927.712935936],
    ],
    "Follows from the line above: the document adds a term at one byte to a term at two. 58 or 116 GB; with B=8, 464 or 928 GB.",
  ),
  rounded(
    "4",
    "S=512: linear ~200 MB, quadratic ~100 MB",
    [
      ['=GPUMEM.ACT_MEM(2,512,12288,1,96,"fp16","flash","none","rule",,"MB")', 201.326592],
      ['=GPUMEM.FLASH_SAVING(2,512,1,96,"fp16","MB")', 100.663296],
    ],
    "Holds for GPT-3 with batch × bytes = 4.",
  ),
  rounded(
    "4",
    "S=4096: linear ~1.6 GB, quadratic ~6.4 GB",
    [
      ['=GPUMEM.ACT_MEM(2,4096,12288,1,96,"fp16","flash","none","rule")', 1.610612736],
      ['=GPUMEM.FLASH_SAVING(2,4096,1,96,"fp16")', 6.442450944],
    ],
    "Holds for GPT-3 with batch × bytes = 4.",
  ),
  rounded(
    "5",
    "√L checkpointing, 24 layers: √24 ≈ 5 checkpoints, 5× less memory",
    [
      [
        '=GPUMEM.ACT_MEM(1,2048,4096,24,32,,"flash","sqrt","rule")/GPUMEM.ACT_MEM(1,2048,4096,1,32,,"flash","none","rule")',
        5,
      ],
      [
        '=GPUMEM.ACT_MEM(1,2048,4096,24,32,,"flash","none","rule")/GPUMEM.ACT_MEM(1,2048,4096,24,32,,"flash","sqrt","rule")',
        4.8,
      ],
    ],
    "4.9 → 5 checkpoints, each counted as one layer: 4.8× less.",
  ),
  exact(
    "5",
    "Checkpointing: +33% to +50% compute",
    [
      ['=GPUMEM.RECOMPUTE_FLOPS("full")-1', 1 / 3],
      ['=GPUMEM.RECOMPUTE_FLOPS("full",,"lora")-1', 0.5],
    ],
    "+33% when all weights train (backward = two forward passes), +50% with a frozen base (one).",
  ),
  rounded(
    "5",
    "Flash attention saves B·H·S·S: 3.2 GB per layer",
    [
      ['=GPUMEM.FLASH_SAVING(8,2048,1,96,"int8")', 3.221225472],
      ['=GPUMEM.FLASH_SAVING(8,2048,1,96,"fp16")', 6.442450944],
    ],
    "At one byte per element; 6.4 GB in 16 bit.",
  ),
  exact("5", "FP32 → FP16 activations: 2× less", [
    ['=GPUMEM.ACT_MEM(4,2048,4096,32,32,"fp32",,,"rule")/GPUMEM.ACT_MEM(4,2048,4096,32,32,"fp16",,,"rule")', 2],
  ]),
  exact(
    "6",
    "Training = 2M + 2M + 12M + A = 16M + A",
    [['=GPUMEM.TRAIN_MEM(7e9,"fp16","adam",,,GPUMEM.ACT_MEM(4,2048,4096,32,32,,,,"rule"))', 129.179869184]],
    'M is the number of parameters; the document calls it "size in bytes".',
  ),
  exact(
    "6",
    "Inference = 2M + B·S·D·(L + overhead)",
    [['=GPUMEM.INFER_MEM(7e9,"fp16",1*2048*4096*(32+2)/1e9)', 14.285212672]],
    "Elements at one byte, here with an overhead of 2 layers.",
  ),
  erratum(
    "6",
    'INT8 and INT4 weights: "M/2 or M/4"',
    [
      ['=GPUMEM.INFER_MEM(7e9,"int8")', 7],
      ['=GPUMEM.INFER_MEM(7e9,"int4")', 3.5],
    ],
    "M is a size in bytes there and the number of parameters one line above: M·1 and M·0.5 bytes.",
  ),
  exact("7", "LLaMA-7B: 14 + 14 + 28 + 28 + 28 = 112 GB", [['=GPUMEM.TRAIN_MEM("7B","fp16","adam")', 112]]),
  erratum(
    "7",
    "Activations, B=4, S=2048: ~500 MB per layer, ~16 GB",
    [
      ['=GPUMEM.ACT_MEM(4,2048,4096,1,32,"fp16","flash","none","rule",,"MB")', 536.870912],
      ['=GPUMEM.ACT_MEM(4,2048,4096,32,32,"fp16","flash","none","rule")', 17.179869184],
      ['=GPUMEM.ACT_MEM(4,2048,4096,32,32,"fp16","flash","none","rule",,"GiB")', 16],
    ],
    "512 MiB and 16 GiB, printed as MB and GB and then added to 112 GB.",
  ),
  rounded(
    "7",
    "LLaMA-7B grand total ~128 GB; fits on 2× A100 80GB with FSDP",
    [
      [
        '=GPUMEM.TRAIN_MEM(7e9,"fp16","adam",0,1,GPUMEM.ACT_MEM(4,2048,4096,32,32,"fp16","flash","none","rule"))',
        129.179869184,
      ],
      ['=GPUMEM.GPUS_NEEDED(129.18,"A100 80GB")', 2],
    ],
    "129.2 GB; 2 GPUs.",
  ),
  rounded(
    "7",
    "LLaMA-70B: states ~1.1 TB, activations ~100 GB, ~1.2 TB; 16+ A100 80GB with FSDP",
    [
      ['=GPUMEM.TRAIN_MEM(70e9,"fp16","adam",,,,"TB")', 1.12],
      ['=GPUMEM.ACT_MEM(4,2048,8192,80,64,"fp16","flash","none","rule")', 85.89934592],
      ['=GPUMEM.ACT_MEM(4,2048,8192,80,64,"fp16","flash","none","rule",,"GiB")', 80],
      [
        '=GPUMEM.TRAIN_MEM(70e9,"fp16","adam",,,GPUMEM.ACT_MEM(4,2048,8192,80,64,"fp16","flash","none","rule",,"TB"),"TB")',
        1.20589934592,
      ],
      ["=GPUMEM.GPUS_NEEDED(1206,80)", 16],
      ['=GPUMEM.GPUS_NEEDED(1206,"A100 80GB",10%)', 16],
      ['=GPUMEM.GPUS_NEEDED(1206,"A100 80GB")', 15],
      [
        '=GPUMEM.TRAIN_MEM(70e9,"fp16","adam",3,16,GPUMEM.ACT_MEM(4,2048,8192,80,64,"fp16","flash","none","rule"))',
        155.89934592,
      ],
    ],
    "16 by the label or with a margin of 10%, 15 without. The sum ignores that FSDP does not shard activations: 1120/16 + 85.9 = 155.9 GB per GPU at B=4 each.",
  ),
  exact(
    "8",
    "Max batch = (available − model) ÷ activations per sample",
    [['=GPUMEM.MAX_BATCH(80,14,GPUMEM.ACT_MEM(1,2048,4096,32,32,,,,"rule"))', 15]],
    "Rounded down, never negative; an error with a sentence if the model alone does not fit.",
  ),
  exact(
    "8",
    "Out of memory: params × 16; activations; halve the batch until it fits",
    [
      ["=GPUMEM.TRAIN_MEM(7e9)", 112],
      ['=GPUMEM.ACT_MEM(4,2048,4096,32,32,,,,"rule")/GPUMEM.ACT_MEM(2,2048,4096,32,32,,,,"rule")', 2],
    ],
    "Halving the batch halves the activations and nothing else.",
  ),
  exact(
    "8",
    "Priority: mixed precision, checkpointing, flash attention, FSDP/ZeRO, 8-bit optimizer",
    [
      ['=GPUMEM.ACT_MEM(4,2048,4096,32,32,"fp32","standard","none","rule")', 103.079215104],
      ['=GPUMEM.ACT_MEM(4,2048,4096,32,32,"bf16","standard","none","rule")', 51.539607552],
      ['=GPUMEM.ACT_MEM(4,2048,4096,32,32,"bf16","standard","sqrt","rule")', 9.663676416],
      ['=GPUMEM.ACT_MEM(4,2048,4096,32,32,"bf16","flash","sqrt","rule")', 3.221225472],
      ['=GPUMEM.TRAIN_MEM(7e9,"bf16","adam",3,8)', 14],
      ['=GPUMEM.TRAIN_MEM(7e9,"bf16","adamw 8-bit",3,8,,,"rule")', 8.75],
    ],
    "Each step in the document's order, for LLaMA-7B.",
  ),
  erratum(
    "8",
    '"8-bit optimizer: 37% savings on optimizer"',
    [
      ['=1-GPUMEM.TRAIN_MEM(7e9,,"adamw 8-bit",,,,,"rule")/GPUMEM.TRAIN_MEM(7e9)', 0.375],
      ['=1-GPUMEM.OPTIM_MEM(7e9,,"adamw 8-bit",,"rule")/GPUMEM.OPTIM_MEM(7e9)', 0.5],
      ['=1-GPUMEM.OPTIM_MEM(7e9,"fp32","adamw 8-bit",,"rule")/GPUMEM.OPTIM_MEM(7e9,"fp32")', 0.75],
    ],
    "37.5% of all states (16 → 10 bytes); 50% of master copy and moments; 75% of the moments.",
  ),
  erratum(
    "9",
    "Total training: FP32 20M + 4A; mixed precision 16M + 2A",
    [
      ['=GPUMEM.TRAIN_MEM(1,"fp32","adam",,,,"B")', 16],
      ['=GPUMEM.TRAIN_MEM(1,"fp16","adam",,,,"B")', 16],
      ['=GPUMEM.ACT_MEM(1,1,8,1,1,"fp32",,,"rule",,"B")/(8*8)', 4],
      ['=GPUMEM.ACT_MEM(1,1,8,1,1,"fp16",,,"rule",,"B")/(8*8)', 2],
    ],
    "The FP32 rows add up to 16M: 4 + 4 + 4 + 4.",
  ),
  erratum(
    "9",
    "Total inference: 4M + A; 2M + A",
    [
      ['=GPUMEM.INFER_MEM(7e9,"fp32",GPUMEM.ACT_MEM(1,2048,4096,1,32,"fp32",,,"rule"))', 28.268435456],
      ['=GPUMEM.INFER_MEM(7e9,"fp16",GPUMEM.ACT_MEM(1,2048,4096,1,32,"fp16",,,"rule"))', 14.134217728],
    ],
    "The training row scales A with the precision, this one does not: 4M + 4A and 2M + 2A.",
  ),
  exact(
    "10",
    'Adam "adds 8× parameter size"',
    [['=GPUMEM.TRAIN_MEM(7e9,"fp16","adam")/GPUMEM.PARAM_MEM(7e9,"fp16")', 8]],
    '8 times the FP16 size in total. Its split "4× + 4×" is an erratum: 2× weights and gradients, 6× master copy and moments.',
  ),
  erratum(
    "10",
    '"16× model size for training"',
    [
      ['=GPUMEM.TRAIN_MEM(1,,,,,,"B")', 16],
      ['=GPUMEM.TRAIN_MEM(7e9)/GPUMEM.PARAM_MEM(7e9,"fp16")', 8],
      ['=GPUMEM.TRAIN_MEM(7e9)/GPUMEM.PARAM_MEM(7e9,"fp32")', 4],
    ],
    "16 bytes × parameters: 8 times the FP16 size, 4 times the FP32 size.",
  ),
  exact(
    "10",
    "The peak is during the backward pass: all activations and the gradients",
    [
      // With accumulation the gradients are there when the next micro batch's activations are: 2 bytes × 6,738,415,616.
      ['=GPUMEM.RESULT({"model","llama-2-7b";"gpu","H200";"microbatches",2},"gradients")', 13.476831232],
      // Without it they come when activations go: at the peak there are none yet.
      ['=GPUMEM.RESULT({"model","llama-2-7b";"gpu","H200";"micro batch",8},"gradients")', 0],
    ],
    "True while gradients are accumulated. Without accumulation the peak is where the loss is computed or the first layers go backward, before most gradients exist.",
  ),
];

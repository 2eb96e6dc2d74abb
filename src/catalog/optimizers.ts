import type { Optimizer } from "../engine/optimizers";
import type { BlockState, ElementState, StateScope } from "../engine/optimizerStates";
import { table, type CatalogRow } from "./table";

export interface OptimizerRow extends CatalogRow, Optimizer {
  /** States live in unified memory and may be paged out to the host. */
  readonly paged: boolean;
  readonly source: string;
  readonly note: string;
}

const element = (name: string, on: StateScope = "all"): ElementState => ({ kind: "element", name, on });

/** bitsandbytes: 1 byte per element, an fp32 absmax per 256, tensors under 4,096 elements in 32 bit. */
const block = (name: string): BlockState => ({
  kind: "block",
  name,
  on: "all",
  elementBytes: 1,
  blockSize: 256,
  scaleBytes: 4,
  minElements: 4096,
});

const MOMENTS = [element("first moment"), element("second moment")];
const MOMENTS_8BIT = [block("first moment"), block("second moment")];
const ADAM_ON_REST = [element("first moment", "rest"), element("second moment", "rest")];
const BITSANDBYTES = "arXiv:2110.02861; bitsandbytes optim/optimizer.py";

type Facts = Pick<OptimizerRow, "states" | "source"> & Partial<Pick<OptimizerRow, "paged" | "note">>;
const optimizer = (id: string, label: string, aliases: readonly string[], facts: Facts): OptimizerRow => ({
  id,
  label,
  aliases,
  paged: false,
  note: "",
  ...facts,
});

const rows: readonly OptimizerRow[] = [
  optimizer("adamw", "AdamW", ["adam", "adamw torch", "adamw fused", "adamw 32bit", "fused adam"], {
    states: MOMENTS,
    source: "arXiv:1412.6980, arXiv:1711.05101",
  }),
  optimizer("adamw-8bit", "AdamW 8-bit", ["adam 8bit", "8bit adam", "adamw bnb 8bit", "8bit", "adamw8bit"], {
    states: MOMENTS_8BIT,
    source: BITSANDBYTES,
  }),
  optimizer("paged-adamw-8bit", "Paged AdamW 8-bit", ["paged adam 8bit", "paged adamw8bit", "pagedadamw8bit"], {
    states: MOMENTS_8BIT,
    paged: true,
    source: BITSANDBYTES,
    note: "states of tensors with 100,000 elements or more may be paged out to the host",
  }),
  optimizer("paged-adamw", "Paged AdamW", ["paged adam", "paged adamw 32bit"], {
    states: MOMENTS,
    paged: true,
    source: BITSANDBYTES,
    note: "states of tensors with 100,000 elements or more may be paged out to the host",
  }),
  optimizer("sgd", "SGD", ["sgd plain", "plain sgd", "no momentum"], { states: [], source: "no state" }),
  optimizer("sgd-momentum", "SGD with momentum", ["momentum", "sgdm", "sgd m", "nesterov"], {
    states: [element("momentum")],
    source: "PyTorch docs torch.optim.SGD",
  }),
  optimizer("sgd-momentum-8bit", "SGD with momentum, 8-bit", ["sgd 8bit", "momentum 8bit"], {
    states: [block("momentum")],
    source: BITSANDBYTES,
  }),
  optimizer("lion", "Lion", ["lion 32bit"], { states: [element("momentum")], source: "arXiv:2302.06675" }),
  optimizer("lion-8bit", "Lion 8-bit", ["lion8bit"], { states: [block("momentum")], source: BITSANDBYTES }),
  optimizer("rmsprop", "RMSprop", ["rms prop"], {
    states: [element("squared average")],
    source: "PyTorch docs torch.optim.RMSprop",
    note: "without momentum, not centered",
  }),
  optimizer("adagrad", "Adagrad", ["ada grad"], {
    states: [element("sum of squares")],
    source: "PyTorch docs torch.optim.Adagrad",
  }),
  optimizer("adafactor", "Adafactor", ["ada factor"], {
    states: [{ kind: "factored", name: "second moment", on: "all" }],
    source: "arXiv:1804.04235",
    note: "without first moment",
  }),
  optimizer("adafactor-momentum", "Adafactor with momentum", [], {
    states: [element("first moment"), { kind: "factored", name: "second moment", on: "all" }],
    source: "arXiv:1804.04235",
  }),
  optimizer("adam-mini", "Adam-mini", ["adammini"], {
    states: [element("first moment"), { kind: "row", name: "second moment", on: "all" }],
    source: "arXiv:2406.16793",
    note: "one value per output row; queries and keys have one per head, releases before 1.1 more for embeddings",
  }),
  optimizer("muon", "Muon", ["muon adamw", "moonlight"], {
    states: [element("momentum", "hidden"), ...ADAM_ON_REST],
    source: "arXiv:2502.16982",
    note: "AdamW for embedding, head and vectors",
  }),
  optimizer("shampoo", "Distributed Shampoo", ["shampoo", "distributed shampoo"], {
    states: [
      {
        kind: "kronecker",
        name: "factors and inverse roots",
        on: "all",
        perSide: 2,
        maxSide: 1024,
        longSide: "split",
        vectors: true,
      },
      element("filtered gradient"),
      element("grafted second moment"),
    ],
    source: "arXiv:2309.06497; facebookresearch/optimizers distributed_shampoo.py",
    note: "default blocks of at most 1,024; Adam grafting",
  }),
  optimizer("soap", "SOAP", [], {
    states: [
      {
        kind: "kronecker",
        name: "factors and eigenvectors",
        on: "all",
        perSide: 2,
        maxSide: 10_000,
        longSide: "skip",
        vectors: false,
      },
      ...MOMENTS,
    ],
    source: "arXiv:2409.11321; nikhilvyas/SOAP soap.py",
    note: "sides above 10,000 and vectors are not preconditioned",
  }),
  optimizer("galore", "GaLore AdamW, rank 128", ["galore adamw", "galore"], {
    states: [{ kind: "lowRank", name: "projector and moments", on: "hidden", rank: 128, moments: 2 }, ...ADAM_ON_REST],
    source: "arXiv:2403.03507 Table 1; transformers default rank",
    note: "AdamW for embedding, head and vectors",
  }),
];

export const optimizers = table("optimizer", rows);

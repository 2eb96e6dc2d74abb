// Everything of src/catalog that the add-in ships, for measuring its size.
import * as dtypes from "../../src/catalog/dtypes";
import * as engines from "../../src/catalog/engines";
import * as gpus from "../../src/catalog/gpus";
import * as huggingface from "../../src/catalog/huggingface";
import * as losses from "../../src/catalog/losses";
import * as mfu from "../../src/catalog/mfuBenchmarks";
import * as models from "../../src/catalog/models";
import * as optimizers from "../../src/catalog/optimizers";
import * as precisions from "../../src/catalog/precisions";
import * as prices from "../../src/catalog/prices";
import * as stacks from "../../src/catalog/stacks";

Object.assign(globalThis, {
  catalogs: [dtypes, engines, gpus, huggingface, losses, mfu, models, optimizers, precisions, prices, stacks],
});

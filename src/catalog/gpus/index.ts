import { table } from "../table";
import { amd } from "./amd";
import { aws } from "./aws";
import { google } from "./google";
import { intel } from "./intel";
import { nvidiaDatacenter } from "./nvidiaDatacenter";
import { nvidiaWorkstation } from "./nvidiaWorkstation";

export type { Confidence, ComputeDtype, GpuRow } from "./gpu";

export const gpus = table("GPU", [...nvidiaDatacenter, ...nvidiaWorkstation, ...amd, ...intel, ...google, ...aws]);

import { WATTS_PER_KILOWATT } from "./units";

export interface PowerDraw {
  readonly gpuWatts: number;
  /** A GPU's share of what the server draws besides its GPUs. */
  readonly serverWatts: number;
  /** Power usage effectiveness: what the site draws, over what its servers draw. */
  readonly pue: number;
}

/** GPU-hours × (GPU + server share) × PUE, in kWh: arXiv:2302.13971 §6 (Wh = GPU-h × GPU power × PUE). */
export function energyKwh(gpuHours: number, { gpuWatts, serverWatts, pue }: PowerDraw): number {
  return (gpuHours * (gpuWatts + serverWatts) * pue) / WATTS_PER_KILOWATT;
}

export type { MatmulPrecision, MfuBenchmark, Span } from "./benchmark";
export { type GpuMatch, nearestMfu, type MfuQuestion, type NearestMfu } from "./nearest";
export { mfuBenchmarks } from "./rows";

// The layout search: the bound is 100 ms for at least 2,000 layouts on one core.
import type { Bench } from "tinybench";
import { planLayouts } from "../../src/engine/plan/plan";
import { DEEPSEEK_V3_256, LLAMA_405B_512 } from "../engine/plan/requests";

/** A search takes as long as thousands of the estimates that the runner counts on. */
export const samples = 40;

export function register(bench: Bench): { readonly title: string } {
  for (const [name, request] of Object.entries({ LLAMA_405B_512, DEEPSEEK_V3_256 })) {
    const { considered, fitting } = planLayouts(request);
    bench.add(`${name}: ${considered} layouts, ${fitting} fit`, () => {
      planLayouts(request);
    });
  }
  return { title: "Engine: the layout search" };
}

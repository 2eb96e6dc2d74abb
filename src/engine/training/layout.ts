// Megatron's --pipeline-model-parallel-layout: "|" between chunks, E embedding, t layer, m MTP layer, L loss,
// "X*n" or "(group)*n" repeats (megatron/core/transformer/pipeline_parallel_layer_layout.py).

/** "Et*2|(tt|)*2tL" -> ["Ett", "tt", "tt", "tL"] */
export function parseLayout(layout: string): readonly string[] {
  let text = layout.replace(/\s/g, "");
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(/\(([^()]*)\)\*(\d+)/, (_, group: string, n: string) => group.repeat(Number(n)));
    text = text.replace(/\(([^()]*)\)(?!\*)/, "$1");
  }
  return text.replace(/([EtmL|])\*(\d+)/g, (_, symbol: string, n: string) => symbol.repeat(Number(n))).split("|");
}

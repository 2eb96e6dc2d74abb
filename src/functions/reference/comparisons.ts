// The activation methods side by side, and the one-pager figure by figure.
import { activationMethods } from "../../catalog/modes";
import { ACT_MEM } from "../activations";
import { invoke } from "../invoke";
import { code, escape, htmlTable, printed } from "./html";
import { ONE_PAGER, type OnePagerFigure } from "./onePager";

/** A model of LLaMA-7B's size: batch, sequence, hidden, layers, heads. */
const METHODS_MODEL = [4, 2048, 4096, 32, 32];
const METHODS_COLUMNS = [
  ["flash", "none"],
  ["standard", "none"],
  ["flash", "full"],
  ["flash", "sqrt"],
] as const;

export const methodsSection = (): string =>
  [
    `<section id="methods">`,
    `<h2>Activation methods side by side</h2>`,
    `<p>ACT_MEM of a model of LLaMA-7B's size (batch 4, sequence 2,048, hidden 4,096, 32 layers, 32 heads), in GB. The rule keeps about half of what is stored, and so must be asked for by name.</p>`,
    htmlTable(
      "ACT_MEM",
      ["Method", ...METHODS_COLUMNS.map(([attention, recompute]) => `${attention}, recompute ${recompute}`)],
      activationMethods.rows.map(({ id }) => [code(id), ...METHODS_COLUMNS.map((column) => methodResult(id, column))]),
    ),
    `</section>`,
  ].join("\n");

function methodResult(method: string, [attention, recompute]: (typeof METHODS_COLUMNS)[number]): string {
  const [[result] = []] = invoke(ACT_MEM, [...METHODS_MODEL, "bf16", attention, recompute, method]);
  return typeof result === "number" ? result.toFixed(2) : "";
}

export const onePagerSection = (): string =>
  [
    `<section id="one-pager">`,
    `<h2>The one-pager, figure by figure</h2>`,
    `<p>The document that GPUMEM was asked for from counts activations in elements, uses decimal units, and contradicts itself in places. Where it does, the functions return the consistent value and the note says why. Section 10 is its list of quick facts.</p>`,
    htmlTable("Figures", ["§", "The document", "Status", "Formula and result", "Note"], ONE_PAGER.map(figureRow)),
    `</section>`,
  ].join("\n");

const figureRow = ({ section, figure, status, calls, note = "" }: OnePagerFigure) => [
  section,
  escape(figure),
  status,
  calls.map(([formula, result]) => `${code(formula)} → ${printed(result)}`).join("<br>"),
  escape(note),
];

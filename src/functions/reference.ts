// reference.html: the page that Excel's "Help on this function" opens, made from the specs alone.
import type { CatalogRow, Table } from "../catalog/table";
import { activationMethods } from "../catalog/modes";
import { ACT_MEM } from "./activations";
import { invoke } from "./invoke";
import { parameterHelp } from "./metadata";
import { ONE_PAGER, type OnePagerFigure } from "./onePager";
import { REFERENCE_STYLE } from "./referenceStyle";
import type { AnyFunction, Param } from "./spec";

const NAMESPACE = "GPUMEM";
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
const join = (parts: readonly string[]) => parts.join("\n");

export const referencePage = (registry: readonly AnyFunction[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GPUMEM functions</title>
<style>${REFERENCE_STYLE}</style>
</head>
<body>
<nav aria-label="Functions">
<h2>Functions</h2>
${contents(registry)}
<p><a href="#conventions">Conventions</a></p>
<p><a href="#choices">What may be chosen</a></p>
<p><a href="#methods">Activation methods</a></p>
<p><a href="#one-pager">The one-pager and its errata</a></p>
</nav>
<main>
<h1>GPUMEM functions</h1>
<p>GPU memory of transformer models in spreadsheet cells. Every result below is executed by the tests.</p>
${CONVENTIONS}
${join(registry.map(functionSection))}
<h2 id="choices">What may be chosen</h2>
${join(choiceTables(registry))}
${methodsSection()}
${onePagerSection()}
</main>
</body>
</html>
`;

function contents(registry: readonly AnyFunction[]): string {
  const topics = [...new Set(registry.map((spec) => spec.topic))];
  const links = (topic: string) =>
    registry.filter((spec) => spec.topic === topic).map((spec) => `<li><a href="#${spec.id}">${spec.id}</a></li>`);
  return join(topics.map((topic) => `<h3>${topic}</h3><ul>${links(topic).join("")}</ul>`));
}

const CONVENTIONS = `<section id="conventions">
<h2>Conventions</h2>
<ul>
<li>Every argument takes a constant, a cell, a range or a spilled array. A column against a row makes a table: <code>=GPUMEM.TRAIN_MEM(A2:A40,B1:F1)</code>.</li>
<li>An empty or omitted argument means its default. 0 reads as empty wherever 0 makes no sense, because Excel hands empty cells of a range over as 0.</li>
<li>Memory is in decimal GB (1e9 bytes) unless the argument <code>unit</code> says otherwise: B, MB, GB, TB, MiB, GiB or TiB. Amounts that go in are in the same unit as the result.</li>
<li>Numbers may be text: "7B", "350M", "1.5T", "8,192", "35%". The point is the decimal point; a comma groups the thousands of whole numbers only. "4k" tokens are 4,096.</li>
<li>Names and choices ignore case, spaces, dashes and underscores.</li>
<li>#VALUE! means that an input is wrong, #N/A that a name is not in the catalog. Hover over the cell's error flag for the sentence. In a range, only the element concerned is an error; an error among the inputs passes through.</li>
</ul>
</section>`;

const signature = (spec: AnyFunction) =>
  `=${NAMESPACE}.${spec.id}(${spec.params.map((param) => (param.optional ? `[${param.name}]` : param.name)).join(", ")})`;

const functionSection = (spec: AnyFunction): string => `<section class="function">
<h2 id="${spec.id}">${spec.id}</h2>
<p>${escape(spec.summary)}</p>
<p class="signature"><code>${escape(signature(spec))}</code></p>
<table><caption>Arguments</caption>
<tr><th scope="col">Argument</th><th scope="col">Meaning</th></tr>
${join(spec.params.map(parameterRow))}
</table>
<p><b>Returns</b> ${escape(spec.returns.doc)}${spec.returns.unit === "memory" ? " In GB unless unit says otherwise." : ""}</p>
<p><b>Formula</b> ${escape(spec.formula)}</p>
${join((spec.notes ?? []).map((note) => `<p>${escape(note)}</p>`))}
<table><caption>Examples</caption>
<tr><th scope="col">Formula</th><th scope="col">Result</th><th scope="col">Which is</th></tr>
${join(spec.examples.map(({ formula, result, says = "" }) => row([`<code>${escape(formula)}</code>`, escape(printed(result)), escape(says)])))}
</table>
<p class="sources">Sources: ${escape(spec.sources.join("; "))}</p>
</section>`;

const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const parameterRow = (param: Param) =>
  row([
    `<code>${param.name}</code>${param.optional ? "" : " <b>required</b>"}`,
    `${escape(parameterHelp(param))} <span class="accepts">Takes ${escape(param.kind.accepts)}.</span>`,
  ]);

/** Ten significant digits, thousands grouped. */
function printed(result: number | string | boolean): string {
  if (typeof result !== "number") return String(result);
  const [whole = "", fraction] = String(Number(result.toPrecision(10))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
}

/** One table per list that some argument chooses from. */
function choiceTables(registry: readonly AnyFunction[]): readonly string[] {
  const lists = new Map<Table<CatalogRow>, string[]>();
  for (const spec of registry)
    for (const { name, kind } of spec.params)
      if (kind.choices) lists.set(kind.choices, [...(lists.get(kind.choices) ?? []), `${spec.id} ${name}`]);
  return [...lists].map(([list, uses]) => choiceTable(list, uses));
}

const choiceTable = (list: Table<CatalogRow>, uses: readonly string[]): string => `<table>
<caption>${escape(list.noun)} <span class="accepts">(${escape(uses.join(", "))})</span></caption>
<tr><th scope="col">Write</th><th scope="col">Meaning</th><th scope="col">Also</th></tr>
${join(list.rows.map((entry) => row([`<code>${escape(entry.id)}</code>`, escape(meaning(entry)), escape(entry.aliases.join(", "))])))}
</table>`;

const meaning = (entry: CatalogRow & { readonly doc?: string }) =>
  entry.doc ? `${entry.label}: ${entry.doc}` : entry.label;

/** A model of LLaMA-7B's size: batch, sequence, hidden, layers, heads. */
const METHODS_MODEL = [4, 2048, 4096, 32, 32];
const METHODS_COLUMNS = [
  ["flash", "none"],
  ["standard", "none"],
  ["flash", "full"],
  ["flash", "sqrt"],
] as const;

const methodsSection = (): string => `<section id="methods">
<h2>Activation methods side by side</h2>
<p>ACT_MEM of a model of LLaMA-7B's size (batch 4, sequence 2,048, hidden 4,096, 32 layers, 32 heads), in GB. The rule keeps about half of what is stored, and so must be asked for by name.</p>
<table>
<tr><th scope="col">Method</th>${METHODS_COLUMNS.map(([attention, recompute]) => `<th scope="col">${attention}, recompute ${recompute}</th>`).join("")}</tr>
${join(activationMethods.rows.map(({ id }) => row([`<code>${id}</code>`, ...METHODS_COLUMNS.map((column) => methodResult(id, column))])))}
</table>
</section>`;

function methodResult(method: string, [attention, recompute]: (typeof METHODS_COLUMNS)[number]): string {
  const [[result] = []] = invoke(ACT_MEM, [...METHODS_MODEL, "bf16", attention, recompute, method]);
  return typeof result === "number" ? result.toFixed(2) : "";
}

function onePagerSection(): string {
  return `<section id="one-pager">
<h2>The one-pager, figure by figure</h2>
<p>The document that GPUMEM was asked for from counts activations in elements, uses decimal units, and contradicts itself in places. Where it does, the functions return the consistent value and the note says why. Section 10 is its list of quick facts.</p>
<table>
<tr><th scope="col">§</th><th scope="col">The document</th><th scope="col">Status</th><th scope="col">Formula and result</th><th scope="col">Note</th></tr>
${join(ONE_PAGER.map(figureRow))}
</table>
</section>`;
}

const figureRow = ({ section, figure, status, calls, note = "" }: OnePagerFigure): string =>
  row([
    section,
    escape(figure),
    status,
    calls.map(([formula, result]) => `<code>${escape(formula)}</code> → ${printed(result)}`).join("<br>"),
    escape(note),
  ]);

// reference.html: the page that Excel's "Help on this function" opens, made from the specs and catalogs alone.
import type { AnyFunction } from "../spec";
import { choiceTables } from "./choices";
import { methodsSection, onePagerSection } from "./comparisons";
import { functionSection } from "./functionSection";
import { scenarioSection } from "./scenarioSection";
import { REFERENCE_STYLE } from "./style";

/** A section that somebody else made, with its entry in the contents. */
export interface ExtraSection {
  readonly id: string;
  readonly title: string;
  readonly html: string;
}

export function referencePage(registry: readonly AnyFunction[], extra: readonly ExtraSection[] = []): string {
  const sections: readonly ExtraSection[] = [
    { id: "conventions", title: "Conventions", html: CONVENTIONS },
    { id: "scenarios", title: "Scenarios: labels and outputs", html: scenarioSection() },
    ...extra,
    { id: "methods", title: "Activation methods", html: methodsSection() },
    { id: "one-pager", title: "The one-pager and its errata", html: onePagerSection() },
    {
      id: "choices",
      title: "What may be chosen",
      html: `<h2 id="choices">What may be chosen</h2>\n${choiceTables(registry).join("\n")}`,
    },
  ];
  const links = sections.map(({ id, title }) => `<p><a href="#${id}">${title}</a></p>`);
  const [conventions, ...others] = sections.map(({ html }) => html);
  return `${HEAD}
<body>
<nav aria-label="Functions">
<h2>Functions</h2>
${contents(registry)}
${links.join("\n")}
</nav>
<main>
<h1>GPUMEM functions</h1>
<p>GPU memory, GPUs, hours and dollars of transformer models in spreadsheet cells. Every result below is executed by the tests.</p>
${conventions}
${registry.map(functionSection).join("\n")}
${others.join("\n")}
</main>
</body>
</html>
`;
}

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GPUMEM functions</title>
<style>${REFERENCE_STYLE}</style>
</head>`;

function contents(registry: readonly AnyFunction[]): string {
  const topics = [...new Set(registry.map((spec) => spec.topic))];
  const links = (topic: string) =>
    registry.filter((spec) => spec.topic === topic).map((spec) => `<li><a href="#${spec.id}">${spec.id}</a></li>`);
  return topics.map((topic) => `<h3>${topic}</h3><ul>${links(topic).join("")}</ul>`).join("\n");
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

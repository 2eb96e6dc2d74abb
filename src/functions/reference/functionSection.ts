import { parameterHelp } from "../metadata";
import type { AnyFunction, Param } from "../spec";
import { code, escape, htmlTable, printed } from "./html";

const NAMESPACE = "GPUMEM";

const signature = (spec: AnyFunction) =>
  `=${NAMESPACE}.${spec.id}(${spec.params.map((param) => (param.optional ? `[${param.name}]` : param.name)).join(", ")})`;

const parameterRow = (param: Param) => [
  `${code(param.name)}${param.optional ? "" : " <b>required</b>"}`,
  `${escape(parameterHelp(param))}${param.kind.choices ? "" : ` <span class="accepts">Takes ${escape(param.kind.accepts)}.</span>`}`,
];

/** One function: arguments, formula, notes, executed examples, sources. */
export const functionSection = (spec: AnyFunction): string =>
  [
    `<section class="function">`,
    `<h2 id="${spec.id}">${spec.id}</h2>`,
    `<p>${escape(spec.summary)}</p>`,
    `<p class="signature">${code(signature(spec))}</p>`,
    spec.params.length > 0 ? htmlTable("Arguments", ["Argument", "Meaning"], spec.params.map(parameterRow)) : "",
    `<p><b>Returns</b> ${escape(spec.returns.doc)}${spec.returns.unit === "memory" ? " In GB unless unit says otherwise." : ""}</p>`,
    `<p><b>Formula</b> ${escape(spec.formula)}</p>`,
    ...(spec.notes ?? []).map((note) => `<p>${escape(note)}</p>`),
    htmlTable(
      "Examples",
      ["Formula", "Result", "Which is"],
      spec.examples.map(({ formula, result, says = "" }) => [code(formula), escape(printed(result)), escape(says)]),
    ),
    `<p class="sources">Sources: ${escape(spec.sources.join("; "))}</p>`,
    `</section>`,
  ].join("\n");

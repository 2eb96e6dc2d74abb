// Short names pass an empty text for what is omitted: that must mean the same as leaving it out.
import { expect, test } from "@jest/globals";
import { registry } from "../../src/functions/registry";
import { shortNames } from "../../src/functions/shortNames";
import { calculate } from "../support/workbook";

test("a name per function, spelled as Excel's LAMBDA wants it", () => {
  expect(shortNames.map(({ name }) => name)).toEqual(registry.map(({ id }) => id));
  expect(shortNames.find(({ name }) => name === "ACT_MEM")?.formula).toMatch(
    /^=LAMBDA\(batch,sequence,hidden,layers,heads,\[precision\],.*GPUMEM\.ACT_MEM\(batch,.*IF\(ISOMITTED\(precision\),"",precision\)/,
  );
  for (const { name, formula } of shortNames) {
    // A name must not read as a cell, nor hide a function of Excel's own.
    expect(name).not.toMatch(/^[A-Z]{1,3}\d+$/);
    expect(formula.length).toBeLessThan(8192);
  }
  for (const { params } of registry)
    for (const { name } of params) expect(name).not.toMatch(/^([A-Za-z]{1,3}\d+|[RrCc])$/);
});

/** The arguments of a call, split at the commas of its own level. */
function argumentsOf(call: string): string[] {
  const parts: string[] = [""];
  let [depth, quoted] = [0, false];
  for (const char of call) {
    if (char === '"') quoted = !quoted;
    if (!quoted && "({".includes(char)) depth++;
    if (!quoted && ")}".includes(char)) depth--;
    if (char === "," && depth === 0 && !quoted) parts.push("");
    else parts[parts.length - 1] += char;
  }
  const none = parts.length === 1 && parts[0]?.trim() === "";
  return none ? [] : parts.map((part) => (part.trim() === "" ? '""' : part));
}

const calls = registry.flatMap(({ id, params, examples }) =>
  examples
    .filter(({ formula }) => formula.startsWith(`=GPUMEM.${id}(`) && formula.endsWith(")"))
    .map(({ formula, result }) => {
      const given = argumentsOf(formula.slice(`=GPUMEM.${id}(`.length, -1));
      const all = [...given, ...params.slice(given.length).map(() => '""')];
      return [`=GPUMEM.${id}(${all.join(",")})`, result] as const;
    }),
);

test.each(calls)("%s", (formula, result) => {
  const answer = calculate(formula);
  const first = Array.isArray(answer) ? (answer as unknown[][])[0]?.[0] : answer;
  if (typeof result === "number") expect(first).toBeCloseTo(result, 9);
  else expect(first).toBe(result);
});

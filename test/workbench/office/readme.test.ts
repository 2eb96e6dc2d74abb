// The README names every member that the workbench answers: the list is the claim.
import fs from "node:fs";
import { expect, test } from "@jest/globals";
import { answeredMembers } from "../../../src/workbench/office/members";

/** A line per class: "Range: values, formulas, ...". */
function lines(): readonly string[] {
  const byClass = new Map<string, string[]>();
  for (const member of answeredMembers()) {
    const [owner = "", name = ""] = member.split(".");
    byClass.set(owner, [...(byClass.get(owner) ?? []), name]);
  }
  return [...byClass].sort(([a], [b]) => (a < b ? -1 : 1)).map(([owner, names]) => `${owner}: ${names.join(", ")}`);
}

const words = (text: string) => text.replaceAll("`", "").replaceAll("\\_", "_").replace(/\s+/g, " ");

test("the README lists the members that are answered, class by class", () => {
  const readme = words(fs.readFileSync("README.md", "utf8"));
  expect(lines().filter((line) => !readme.includes(line))).toEqual([]);
  expect(readme).toContain(`${answeredMembers().length} members`);
});

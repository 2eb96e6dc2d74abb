// The committed files that derive from the specs are up to date.
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { generatedAssets } from "../src/cli/generatedAssets";

const ROOT = path.resolve(__dirname, "..");

test.each(Object.entries(generatedAssets()))("%s is what `npm run generate` writes", (file, content) => {
  expect(fs.readFileSync(path.join(ROOT, file), "utf8") === content).toBe(true);
});

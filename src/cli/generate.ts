// Writes assets/functions.json and assets/reference.html; test/generated.test.ts checks that they are up to date.
import fs from "node:fs";
import { generatedAssets } from "./generatedAssets";

for (const [file, content] of Object.entries(generatedAssets())) {
  fs.writeFileSync(file, content);
  process.stdout.write(`wrote ${file}\n`);
}

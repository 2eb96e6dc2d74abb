// Writes assets/functions.json, the reference and the guide; test/generated.test.ts checks that they are up to date.
import fs from "node:fs";
import path from "node:path";
import { generatedAssets } from "./generatedAssets";

for (const [file, content] of Object.entries(generatedAssets())) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  process.stdout.write(`wrote ${file}\n`);
}

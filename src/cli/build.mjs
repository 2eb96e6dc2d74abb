// `npm run build`: the add-in and the programs, with webpack's arguments, then what the programs make of them.
import { spawnSync } from "node:child_process";

const WEBPACK = ["node_modules/webpack/bin/webpack.js", "--mode", "production", "--stats", "errors-warnings"];

for (const args of [[...WEBPACK, ...process.argv.slice(2)], ["dist/cli/examples.cjs"]]) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

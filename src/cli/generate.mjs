// `npm run generate`: writes what is derived from the function specs into assets/.
import { spawnSync } from "node:child_process";

const steps = [
  ["node_modules/webpack/bin/webpack.js", "--mode", "production", "--config-name", "cli", "--stats", "errors-warnings"],
  ["dist/cli/generate.cjs"],
];
for (const args of steps) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

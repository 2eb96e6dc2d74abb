// `npm test`: everything. With arguments, jest alone with those arguments.
import { spawnSync } from "node:child_process";
import fs from "node:fs";

const JEST_REPORT = "reports/jest.json";
const SUMMARY = "reports/summary.json";

const bin = (path) => `node_modules/${path}`;
const jest = [bin("jest/bin/jest.js"), ...(process.env.CI ? ["--ci"] : [])];
const run = (args) => spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;

/** Checks that are one pass or one failure each; jest's report counts its own. */
const CHECKS = [
  ["types", [bin("typescript/bin/tsc"), "--noEmit"]],
  ["lint and layers", [bin("eslint/bin/eslint.js"), "."]],
  ["formatting", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
  ["manifest", ["src/cli/validate.mjs", "--offline"]],
];

function runChecks() {
  return CHECKS.map(([name, args]) => {
    const passed = run(args) === 0;
    console.log(`${passed ? "ok" : "FAILED"}  ${name}`);
    return passed;
  });
}

/** Runs jest and counts from its own report; a report that is missing or has suites that did not run is a failure. */
function runJest() {
  fs.rmSync(JEST_REPORT, { force: true });
  const status = run([...jest, "--json", `--outputFile=${JEST_REPORT}`, "--testLocationInResults=false", "--silent"]);
  if (!fs.existsSync(JEST_REPORT)) return { passed: 0, failed: 1 };
  const report = JSON.parse(fs.readFileSync(JEST_REPORT, "utf8"));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + report.numPendingTests;
  return { passed: report.numPassedTests, failed: failed || (status === 0 && report.numPassedTests > 0 ? 0 : 1) };
}

function main(args) {
  if (args.length > 0) return run([...jest, ...args]);
  fs.mkdirSync("reports", { recursive: true });
  const checks = runChecks();
  const tests = runJest();
  const passed = checks.filter(Boolean).length + tests.passed;
  const failed = checks.filter((ok) => !ok).length + tests.failed;
  fs.writeFileSync(SUMMARY, JSON.stringify({ passed, failed }));
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));

// The first command in a fresh clone: Node built-ins only. Installs and builds what is missing or out of date, then runs
// the step that was asked for in the same terminal.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const OLDEST_NODE = [20, 19];
const INSTALL_STAMP = "node_modules/.install-stamp";
const BUILD_STAMP = "dist/.build-stamp";
const BUILD_INPUTS = ["package.json", "package-lock.json", "webpack.config.js", "manifest.xml", "assets", "src"];

const WEBPACK = ["node_modules/webpack/bin/webpack.js", "--mode", "production", "--stats", "errors-warnings"];
/** The worked examples as workbooks: calculated by the functions that were just built. */
const EXAMPLES = ["dist/cli/examples.cjs"];

/** name -> does it need dist/?, the program with its fixed arguments, and what runs after it. */
const STEPS = {
  start: { built: true, run: ["src/cli/start.mjs"] },
  test: { built: true, run: ["src/cli/test.mjs"] },
  calc: { built: true, run: ["dist/cli/calc.cjs"] },
  score: { built: true, run: ["dist/cli/score.cjs"] },
  validate: { built: true, run: ["src/cli/validate.mjs"] },
  "start:excel": { built: true, run: ["src/cli/excel.mjs", "start"] },
  "stop:excel": { built: false, run: ["src/cli/excel.mjs", "stop"] },
  bench: { built: true, run: ["test/bench/run.mjs"] },
  build: { built: false, run: WEBPACK, then: EXAMPLES },
  generate: { built: false, run: ["src/cli/generate.mjs"] },
};

const here = `${process.platform}-${process.arch}-${process.versions.modules}`;
const hashOf = (files) => {
  const hash = createHash("sha256").update(here);
  for (const file of files) hash.update(file).update(fs.readFileSync(file));
  return hash.digest("hex");
};
const filesBelow = (entry) =>
  fs.statSync(entry).isDirectory()
    ? fs
        .readdirSync(entry)
        .sort()
        .flatMap((name) => filesBelow(path.join(entry, name)))
    : [entry];
const installStamp = () => hashOf(["package-lock.json"]);
const buildStamp = () => hashOf(BUILD_INPUTS.flatMap(filesBelow));
const holds = (file, stamp) => fs.existsSync(file) && fs.readFileSync(file, "utf8") === stamp;

let child;
/** Runs a program with our terminal; resolves to its exit status, 128 + n after signal n. */
const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    child = spawn(command, args, { stdio: "inherit", ...options });
    child.once("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once("exit", (code, signal) => {
      child = undefined;
      resolve(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0));
    });
  });
/** The same with standard output sent to standard error: a pipeline reads only what the step itself prints. */
const runQuietly = (args) => run(process.execPath, args, { stdio: ["inherit", 2, 2] });

function passSignalsOn() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      // Ctrl-C already reached the whole foreground group; a plain kill reached only us.
      if (child && (signal !== "SIGINT" || !process.stdin.isTTY)) child.kill(signal);
    });
  // npm killed by SIGTERM leaves its script behind: stop when the parent is gone.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid === parent) return;
    if (child) child.kill("SIGTERM");
    else process.exit(143);
  }, 500).unref();
}

/** npm as a script of the running Node: no shell, works on Windows too. */
function npm(args) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.js$/.test(script))
    return run(process.execPath, [script, ...args], { stdio: ["inherit", 2, 2] });
  const windows = process.platform === "win32";
  return run(windows ? "npm.cmd" : "npm", args, { stdio: ["inherit", 2, 2], shell: windows });
}

async function install() {
  if (holds(INSTALL_STAMP, installStamp())) return 0;
  console.error("Installing packages (first run, or the lockfile changed) ...");
  const status = await npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (status === 0) fs.writeFileSync(INSTALL_STAMP, installStamp());
  else console.error("npm ci failed: is the npm registry reachable?");
  return status;
}

async function build() {
  const stamp = buildStamp();
  if (holds(BUILD_STAMP, stamp)) return 0;
  console.error("Building ...");
  const status = (await runQuietly(WEBPACK)) || (await runQuietly(EXAMPLES));
  if (status === 0) fs.writeFileSync(BUILD_STAMP, stamp);
  return status;
}

async function main() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(`Node ${OLDEST_NODE.join(".")} or newer is needed; this is ${process.versions.node}.`);
    return 1;
  }
  const [name, ...rest] = process.argv.slice(2);
  const step = STEPS[name];
  if (!step) {
    console.error(`usage: node src/cli/bootstrap.mjs ${Object.keys(STEPS).join("|")} [arguments]`);
    return 2;
  }
  process.chdir(ROOT);
  passSignalsOn();
  return (
    (await install()) ||
    (step.built && (await build())) ||
    (await run(process.execPath, [...step.run, ...rest])) ||
    (step.then ? run(process.execPath, step.then) : 0)
  );
}

process.exitCode = await main();

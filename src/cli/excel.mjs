// npm run start:excel and stop:excel: serves the built add-in on this machine and has Excel load it.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DEVELOPMENT_URL } from "./manifest.mjs";
import { close, serve } from "./serve.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const MANIFEST = path.join(root, "manifest.xml");
const DIST = path.join(root, "dist");
const TOOL = path.join(root, "node_modules/office-addin-debugging/cli.js");
const { hostname, port } = new URL(DEVELOPMENT_URL);

/** Why Excel cannot be started on a platform, or nothing. */
export function platformProblem(platform) {
  return platform === "win32" || platform === "darwin"
    ? undefined
    : `Excel for Windows or Mac is needed to sideload; this is ${platform}. In Excel on the web upload dist/manifest.xml by hand: see README`;
}

/** The tool exits with 0 also when it failed: what it says tells. The first line of a failure, or nothing. */
export function toolFailure(code, output) {
  const lines = output.split(/\r?\n/).map((line) => line.trim());
  const failed = lines.findIndex((line) => /^(Error: )?Unable to (start|stop|sideload|unregister)/.test(line));
  if (failed >= 0)
    return lines
      .slice(failed, failed + 2)
      .join(" ")
      .trim();
  return code === 0 ? undefined : (lines.findLast((line) => /Error: /.test(line)) ?? `it ended with status ${code}`);
}

/** Runs office-addin-debugging with its output on our terminal; throws what went wrong in one line. */
async function debuggingTool(...args) {
  const child = spawn(process.execPath, [TOOL, ...args], { cwd: root, stdio: ["inherit", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      output += data;
      process.stdout.write(data);
    });
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const failure = toolFailure(code, output);
  if (failure) throw new Error(`office-addin-debugging: ${failure}`);
}

/** The certificate of localhost that Excel trusts; the first time the system asks whether to install it. */
async function certificate() {
  try {
    const { getHttpsServerOptions } = await import("office-addin-dev-certs");
    return await getHttpsServerOptions();
  } catch (error) {
    throw new Error(`No certificate for ${hostname}: ${error.message.split("\n")[0]}`, { cause: error });
  }
}

const listen = (tls) =>
  serve(DIST, { port: Number(port), host: hostname, tls }).catch((error) => {
    throw error.code === "EADDRINUSE"
      ? new Error(`Port ${port} is taken: stop what uses it, the manifest names it`)
      : error;
  });

const interrupted = () =>
  new Promise((resolve) => ["SIGINT", "SIGTERM", "SIGHUP"].forEach((signal) => process.once(signal, resolve)));

async function start() {
  if (!fs.existsSync(path.join(DIST, "taskpane.html")))
    throw new Error("There is no built add-in: run `npm run build` first");
  const server = await listen(await certificate());
  try {
    console.log(`The add-in is served at ${DEVELOPMENT_URL}`);
    const stopped = interrupted();
    await debuggingTool("start", MANIFEST, "desktop", "--app", "excel", "--no-debug", "--no-live-reload");
    console.log("Excel has been asked to load it. Keep this running; Ctrl-C takes the add-in out again.");
    await stopped;
    await debuggingTool("stop", MANIFEST);
  } finally {
    await close(server);
  }
}

async function main([command]) {
  const commands = { start, stop: () => debuggingTool("stop", MANIFEST) };
  if (!Object.hasOwn(commands, command ?? "")) throw new Error("usage: node src/cli/excel.mjs start|stop");
  const problem = platformProblem(process.platform);
  if (problem) throw new Error(problem);
  await commands[command]();
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  main(process.argv.slice(2)).then(
    () => process.exit(0),
    (error) => {
      console.error(error.message);
      process.exit(1);
    },
  );

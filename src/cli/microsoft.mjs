// Microsoft's own validation of a manifest: a service on the network, asked through office-addin-manifest.
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const TIME_LIMIT_MS = 20_000;
const TOOL = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  "../../node_modules/office-addin-manifest/cli.js",
);

/** What Microsoft's validation service says: {ran: true, valid, lines}, or {ran: false, reason}. */
export async function askMicrosoft(manifestFile, limit = TIME_LIMIT_MS) {
  const child = spawn(process.execPath, [TOOL, "validate", manifestFile]);
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill();
  }, limit);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearTimeout(timer);
  return timedOut ? { ran: false, reason: `no answer in ${limit / 1000} s` } : microsoftVerdict(code, output);
}

/** Reads what office-addin-manifest printed: only a verdict on the manifest counts as having run. */
export function microsoftVerdict(code, output) {
  const text = output.replace(/\u001b\[[0-9;]*m/g, "").trim();
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  if (code === 0 && /The manifest is valid/.test(text)) return { ran: true, valid: true, lines };
  if (/The manifest is not valid/.test(text)) return { ran: true, valid: false, lines };
  const status = /Unable to validate the manifest\.\s+(\d+)\s*(.*)/.exec(text);
  if (status) return { ran: false, reason: `the service answered ${status[1]} ${status[2]}`.trim() };
  const network = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|[A-Z]+_CERT\w*)\b/.exec(text);
  if (network) return { ran: false, reason: `the service cannot be reached (${network[1]})` };
  return { ran: false, reason: lines.at(-1) ?? `it ended with status ${code} and said nothing` };
}

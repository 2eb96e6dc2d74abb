// npm run validate: is the manifest one that Excel will load? Our checks need no network; Microsoft's service is asked too.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { withBaseUrl } from "./manifest.mjs";
import { baseUrlOf, checkManifest } from "./manifestChecks.mjs";
import { parseManifest } from "./manifestStructure.mjs";
import { askMicrosoft } from "./microsoft.mjs";

const USAGE = "usage: npm run validate -- [--manifest FILE] [--dist FOLDER] [--offline]";
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const shownPath = (file) => path.relative(process.cwd(), file) || file;

/** Problems as lines: file:line: sentence. */
function problemLines(file, problems) {
  return problems.map(({ at, text }) => (typeof at === "number" ? `${file}:${at}: ${text}` : `${at}: ${text}`));
}

/** Does the built manifest say what the source says, but for the address? */
function staleProblem(source, builtFile) {
  const built = fs.readFileSync(builtFile, "utf8");
  const baseUrl = baseUrlOf(parseManifest(built).root ?? { children: [] });
  return baseUrl && withBaseUrl(source, baseUrl) !== built
    ? [`${shownPath(builtFile)}: it is not what manifest.xml gives: run \`npm run build\``]
    : [];
}

function offlineProblems(manifestFile, distDir) {
  const xml = fs.readFileSync(manifestFile, "utf8");
  return problemLines(shownPath(manifestFile), checkManifest(xml, { distDir }));
}

async function microsoftLines(manifestFile) {
  const answer = await askMicrosoft(manifestFile);
  if (!answer.ran) return { note: `Microsoft's validation did not run: ${answer.reason}.`, problems: [] };
  if (answer.valid) return { note: "Microsoft's validation ran: the manifest is valid.", problems: [] };
  return {
    note: "Microsoft's validation ran: the manifest is not valid.",
    problems: answer.lines.map((line) => `Microsoft: ${line.trim()}`),
  };
}

async function main() {
  const { values } = parseArgs({
    options: { manifest: { type: "string" }, dist: { type: "string" }, offline: { type: "boolean" } },
  });
  const manifestFile = path.resolve(values.manifest ?? path.join(root, "manifest.xml"));
  const distDir = path.resolve(values.dist ?? path.join(root, "dist"));
  if (!fs.existsSync(manifestFile)) throw new Error(`There is no ${shownPath(manifestFile)}.`);
  const built = path.join(distDir, "manifest.xml");
  // Without --manifest the built one, which is what is uploaded, is checked too.
  const both = values.manifest === undefined && fs.existsSync(built);
  const problems = offlineProblems(manifestFile, distDir);
  if (both) {
    const stale = staleProblem(fs.readFileSync(manifestFile, "utf8"), built);
    problems.push(...(stale.length ? stale : offlineProblems(built, distDir)));
  }
  const files = [manifestFile, ...(both ? [built] : [])].map(shownPath).join(" and ");
  const microsoft = values.offline
    ? { note: "Microsoft's validation did not run: --offline.", problems: [] }
    : await microsoftLines(both ? built : manifestFile);
  const all = [...new Set([...problems, ...microsoft.problems])];
  for (const line of all) console.error(line);
  console.log(`Offline checks of ${files} ran: ${problems.length ? "problems found" : "no problems"}.`);
  console.log(microsoft.note);
  return all.length ? 1 : 0;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  main().then(
    (code) => (process.exitCode = code),
    (error) => {
      console.error(
        error.code?.startsWith("ERR_PARSE_ARGS") ? `${error.message.split(". ")[0]}. ${USAGE}` : error.message,
      );
      process.exitCode = error.code?.startsWith("ERR_PARSE_ARGS") ? 2 : 1;
    },
  );

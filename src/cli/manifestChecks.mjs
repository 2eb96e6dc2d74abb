// What the order of elements cannot say about a manifest: resources, the shared runtime, icons, and the files behind URLs.
import fs from "node:fs";
import path from "node:path";
import { checkFunctions } from "./functionsChecks.mjs";
import { DEVELOPMENT_URL } from "./manifest.mjs";
import { checkStructure, parseManifest, problem, shown } from "./manifestStructure.mjs";

const POOLS = ["Images", "Urls", "ShortStrings", "LongStrings"];
const RIBBON_ICON_SIZES = [16, 32, 80];
const ICON_SIZE = { IconUrl: 32, HighResolutionIconUrl: 64 };

const descendants = (node) => [node, ...node.children.flatMap(descendants)];
const named = (nodes, name) => nodes.filter((node) => node.name === name);

function declaredResources(nodes) {
  return POOLS.flatMap((pool) =>
    named(nodes, `bt:${pool}`).flatMap((list) =>
      list.children.map(({ attributes, line }) => ({ pool, line, id: attributes.id, value: attributes.DefaultValue })),
    ),
  );
}

function referenceProblem({ node, pool, resid }, resources) {
  const declared = resources.find(({ id }) => id === resid);
  if (!declared) return problem(node.line, `resid "${resid}" of ${shown(node.name)} is not declared in <bt:${pool}>`);
  if (declared.pool === pool) return undefined;
  return problem(
    node.line,
    `resid "${resid}" of ${shown(node.name)} is declared in <bt:${declared.pool}>: it must be in <bt:${pool}>`,
  );
}

function checkResources(resources, references) {
  const used = new Set(references.map(({ resid }) => resid));
  return [
    ...references.map((reference) => referenceProblem(reference, resources)),
    ...resources
      .filter(({ id }) => !used.has(id))
      .map(({ id, line, pool }) => problem(line, `"${id}" is declared in <bt:${pool}> but nothing uses it`)),
    ...repeated(resources.map(({ id, line }) => [id, line])).map(([id, line]) =>
      problem(line, `"${id}" is declared twice`),
    ),
  ].filter(Boolean);
}

const repeated = (pairs) => pairs.filter(([key], index) => pairs.findIndex(([other]) => other === key) < index);

/** Excel starts a shared runtime only where page, task pane and function file are the page of the runtime. */
function checkSharedRuntime(nodes) {
  const shared = named(nodes, "ov:Runtime").find(({ attributes }) => attributes.lifetime === "long");
  if (!shared) return [];
  const page = shared.attributes.resid;
  const users = [
    ...named(nodes, "ov:Page").flatMap(({ children }) => children),
    ...named(nodes, "ov:Action").flatMap(({ children }) => named(children, "ov:SourceLocation")),
    ...named(nodes, "ov:FunctionFile"),
  ];
  return users
    .filter(({ attributes }) => attributes.resid !== page)
    .map(({ line, name, attributes }) =>
      problem(line, `resid of ${shown(name)} is "${attributes.resid}": with the shared runtime it must be "${page}"`),
    );
}

function checkIds(nodes) {
  const pairs = (names) =>
    nodes.filter(({ name }) => names.includes(name)).map(({ attributes, line }) => [attributes.id, line]);
  return [...repeated(pairs(["ov:Group"])), ...repeated(pairs(["ov:Control", "ov:Item"]))].map(([id, line]) =>
    problem(line, `the id "${id}" is used twice`),
  );
}

function checkIconSizes(nodes) {
  return named(nodes, "ov:Icon").flatMap(({ children, line }) => {
    const sizes = children.map(({ attributes }) => Number(attributes.size));
    const missing = RIBBON_ICON_SIZES.filter((size) => !sizes.includes(size));
    return missing.map((size) => problem(line, `<Icon> has no image of size ${size}`));
  });
}

function checkNamespace(nodes, valueOf) {
  return named(nodes, "ov:Namespace")
    .map(({ line, attributes }) => ({ line, value: valueOf(attributes.resid) }))
    .filter(({ value }) => value !== undefined && !/^[A-Za-z][A-Za-z0-9_.]{2,}$/.test(value))
    .map(({ line, value }) =>
      problem(line, `the namespace "${value}" must be a letter and at least two letters, digits, dots or underscores`),
    );
}

/** The folder that the add-in is served from: the one of its task pane. */
export function baseUrlOf(root) {
  const location = descendants(root).find(({ name }) => name === "SourceLocation");
  const url = location?.attributes.DefaultValue ?? "";
  return URL.canParse(url) ? new URL(".", url).href : undefined;
}

/** Width and height that a PNG states, or nothing for another file. */
function pngSize(file) {
  const bytes = fs.readFileSync(file);
  return bytes.length > 24 && bytes.toString("latin1", 1, 4) === "PNG"
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : undefined;
}

const fileOf = (url, baseUrl, distDir) =>
  path.join(distDir, decodeURIComponent(new URL(url).pathname.slice(new URL(baseUrl).pathname.length)));
const isFile = (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

function checkFiles(urls, baseUrl, distDir) {
  return urls.flatMap(({ at, what, url }) => {
    if (!url.startsWith(baseUrl))
      return url.startsWith(DEVELOPMENT_URL)
        ? [problem(at, `${what} is ${url}: the other pages are served from ${baseUrl}`)]
        : [];
    const file = fileOf(url, baseUrl, distDir);
    return isFile(file) ? [] : [problem(at, `${what} is ${url}, but ${path.relative(distDir, file)} is not in dist/`)];
  });
}

function checkImages(nodes, baseUrl, distDir, valueOf) {
  const images = [
    ...named(nodes, "bt:Image")
      .filter(({ attributes }) => attributes.size)
      .map(({ line, attributes }) => ({ line, size: Number(attributes.size), url: valueOf(attributes.resid) })),
    ...nodes
      .filter(({ name }) => name in ICON_SIZE)
      .map(({ line, name, attributes }) => ({ line, size: ICON_SIZE[name], url: attributes.DefaultValue })),
  ];
  return images.flatMap(({ line, size, url }) => {
    if (!url?.startsWith(baseUrl) || !isFile(fileOf(url, baseUrl, distDir))) return [];
    const png = pngSize(fileOf(url, baseUrl, distDir));
    return png && (png.width !== size || png.height !== size)
      ? [problem(line, `${url} is ${png.width}×${png.height}: an image of size ${size} is needed here`)]
      : [];
  });
}

/** Script, page and metadata come from the folder of the task pane (Microsoft's policy 1120.5.2); the metadata must be good. */
function checkFunctionFiles(nodes, baseUrl, distDir, valueOf) {
  return ["ov:Script", "ov:Page", "ov:Metadata"].flatMap((name) =>
    named(nodes, name).flatMap(({ line, children }) => {
      const url = valueOf(children[0]?.attributes.resid);
      if (!url || !URL.canParse(url)) return [];
      if (!url.startsWith(baseUrl))
        return [problem(line, `${shown(name)} is ${url}: it must be served from ${baseUrl}`)];
      const file = fileOf(url, baseUrl, distDir);
      if (name !== "ov:Metadata" || !isFile(file)) return [];
      const helpProblems = checkFiles(helpPages(file), baseUrl, distDir);
      return [
        ...checkFunctions(fs.readFileSync(file, "utf8")).map((text) => problem(path.basename(file), text)),
        ...helpProblems,
      ];
    }),
  );
}

/** The help pages that functions name, each once, without the place in the page. */
function helpPages(file) {
  try {
    const urls = JSON.parse(fs.readFileSync(file, "utf8")).functions.map(({ helpUrl }) => helpUrl);
    const pages = urls.filter((url) => URL.canParse(url ?? "")).map((url) => url.replace(/#.*$/, ""));
    return [...new Set(pages)].map((url) => ({ at: path.basename(file), what: "helpUrl", url }));
  } catch {
    return [];
  }
}

/** Everything that is wrong with a manifest and with the files that it names in the folder of the build. */
export function checkManifest(xml, { distDir }) {
  const { root, problem: unreadable } = parseManifest(xml);
  if (unreadable) return [unreadable];
  const nodes = descendants(root);
  const { problems, urls, references } = checkStructure(root);
  const resources = declaredResources(nodes);
  const valueOf = (resid) => resources.find(({ id }) => id === resid)?.value;
  const found = [
    ...problems,
    ...checkResources(resources, references),
    ...checkSharedRuntime(nodes),
    ...checkIds(nodes),
    ...checkIconSizes(nodes),
    ...checkNamespace(nodes, valueOf),
  ];
  const baseUrl = baseUrlOf(root);
  if (!baseUrl) return found;
  if (!fs.existsSync(distDir))
    return [...found, problem("dist", "there is no built add-in: run `npm run build` first")];
  return [
    ...found,
    ...checkFiles(urls, baseUrl, distDir),
    ...checkImages(nodes, baseUrl, distDir, valueOf),
    ...checkFunctionFiles(nodes, baseUrl, distDir, valueOf),
  ];
}

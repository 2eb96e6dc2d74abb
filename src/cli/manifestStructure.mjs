// A manifest against the table in manifestSchema.mjs: elements, their order and number, attributes, values.
import { XmlDocument, XmlElement } from "libxml2-wasm";
import { NAMESPACES, TYPES, VALUES } from "./manifestSchema.mjs";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** What is wrong, and where: a line of the manifest or the name of a file beside it. */
export const problem = (at, text) => ({ at, text });

const qualified = (name, namespace) => {
  const prefix = Object.keys(NAMESPACES).find((key) => NAMESPACES[key] === namespace);
  if (prefix === undefined) return `{${namespace}}${name}`;
  return prefix ? `${prefix}:${name}` : name;
};

/** An element as people read it in the file: the overrides' own namespace has no prefix there. */
export const shown = (name) => `<${name.replace(/^ov:|^\{.*\}/, "")}>`;

function plain(element) {
  const children = [];
  for (let node = element.firstChild; node; node = node.next)
    if (node instanceof XmlElement) children.push(plain(node));
  const attributes = element.attrs
    .filter((attribute) => !attribute.namespaceUri || attribute.namespaceUri === XSI)
    .map((attribute) => [attribute.namespaceUri ? `xsi:${attribute.name}` : attribute.name, attribute.content]);
  return {
    name: qualified(element.name, element.namespaceUri),
    line: element.line,
    attributes: Object.fromEntries(attributes),
    children,
    text: element.content.trim(),
  };
}

/** The elements of a manifest as plain records, or the reason why it is not XML. */
export function parseManifest(xml) {
  try {
    const document = XmlDocument.fromString(xml);
    try {
      return { root: plain(document.root) };
    } finally {
      document.dispose();
    }
  } catch (error) {
    const [detail] = error.details ?? [];
    return {
      problem: problem(
        detail?.line ?? 1,
        `not well-formed XML: ${(detail?.message ?? error.message).split("\n")[0].trim()}`,
      ),
    };
  }
}

const particle = (text) => {
  const [, names, occurs, type] = /^(\S+?)([?*+]?) (\S+)$/.exec(text);
  return {
    names: names.split("|"),
    least: /[?*]/.test(occurs) ? 0 : 1,
    most: /[*+]/.test(occurs) ? Infinity : 1,
    type,
  };
};

function checkValue(at, what, value, kind, found) {
  const { pattern, means } = VALUES[kind];
  if (!pattern.test(value)) found.problems.push(problem(at, `${what} is "${value}": it must be ${means}`));
  else if (kind === "url") found.urls.push({ at, what, url: value });
}

function checkAttributes(node, declared, found) {
  const known = new Set();
  for (const [key, kind] of Object.entries(declared)) {
    const name = key.replace("?", "");
    known.add(name);
    if (name in node.attributes)
      checkValue(node.line, `${name} of ${shown(node.name)}`, node.attributes[name], kind, found);
    else if (!key.endsWith("?")) found.problems.push(problem(node.line, `${shown(node.name)} has no ${name}`));
  }
  for (const name of Object.keys(node.attributes))
    if (!known.has(name) && name !== "xsi:type" && !name.startsWith("xsi:"))
      found.problems.push(problem(node.line, `${shown(node.name)} may not have the attribute ${name}`));
}

function unexpected(child, parent, particles) {
  const local = child.name.replace(/^.*[:}]/, "");
  const meant = particles.flatMap(({ names }) => names).find((name) => name.replace(/^.*:/, "") === local);
  const prefix = meant?.includes(":") ? meant.split(":")[0] : "";
  return meant
    ? `${shown(child.name)} in ${shown(parent.name)} is in the wrong namespace: it must be ${NAMESPACES[prefix]}`
    : `${shown(child.name)} is not allowed in ${shown(parent.name)}`;
}

function checkChildren(node, texts, found) {
  const particles = texts.map(particle);
  const counts = particles.map(() => 0);
  let reached = 0;
  for (const child of node.children) {
    const place = particles.findIndex(({ names }) => names.includes(child.name));
    if (place < 0) {
      found.problems.push(problem(child.line, unexpected(child, node, particles)));
      continue;
    }
    counts[place]++;
    if (place < reached) {
      const after = particles[reached].names[0];
      found.problems.push(
        problem(child.line, `${shown(child.name)} in ${shown(node.name)} must come before ${shown(after)}`),
      );
    }
    reached = Math.max(reached, place);
    checkElement(child, particles[place].type, found);
  }
  particles.forEach(({ names, least, most }, place) => {
    const what = names.map(shown).join(" or ");
    if (counts[place] < least) found.problems.push(problem(node.line, `${what} is missing in ${shown(node.name)}`));
    if (counts[place] > most)
      found.problems.push(problem(node.line, `${shown(node.name)} has ${counts[place]} ${what}: only one is allowed`));
  });
}

/** Where the type is chosen by xsi:type, the chosen one, with what holds for all of them. */
function chosenType(node, spec, found) {
  if (!spec.byXsiType) return spec;
  const given = node.attributes["xsi:type"];
  const name = Object.hasOwn(spec.byXsiType, given ?? "") ? spec.byXsiType[given] : undefined;
  if (!name) {
    const allowed = Object.keys(spec.byXsiType).join(", ");
    const said =
      given === undefined ? `${shown(node.name)} has no xsi:type` : `xsi:type of ${shown(node.name)} is "${given}"`;
    found.problems.push(problem(node.line, `${said}: it must be one of ${allowed}`));
    return undefined;
  }
  return { ...TYPES[name], attributes: { ...spec.attributes, ...TYPES[name].attributes } };
}

function checkElement(node, type, found) {
  const spec = chosenType(node, TYPES[type], found);
  if (!spec) return;
  checkAttributes(node, spec.attributes ?? {}, found);
  if (spec.pool) found.references.push({ node, pool: spec.pool, resid: node.attributes.resid });
  if (spec.text) checkValue(node.line, shown(node.name), node.text, spec.text, found);
  checkChildren(node, spec.children ?? [], found);
}

/** The problems of the structure, and what the later checks look at: every URL and every reference to a resource. */
export function checkStructure(root) {
  const found = { problems: [], urls: [], references: [] };
  if (root.name === "OfficeApp") checkElement(root, "OfficeApp", found);
  else
    found.problems.push(
      problem(root.line, `the root is ${shown(root.name)}: <OfficeApp> in ${NAMESPACES[""]} is needed`),
    );
  return found;
}

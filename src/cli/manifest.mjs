// Where the add-in is served from.

/** What every URL of manifest.xml starts with while developing. */
export const DEVELOPMENT_URL = "https://localhost:3000/";

/** Says what is wrong with the address of a folder to serve the add-in from, or nothing. */
export function baseUrlProblem(baseUrl) {
  if (!URL.canParse(baseUrl)) return `"${baseUrl}" is not a URL`;
  const url = new URL(baseUrl);
  if (url.protocol !== "https:") return `"${baseUrl}" must start with https://: Excel loads nothing else`;
  if (url.search || url.hash || /[\s"'<>&]/.test(baseUrl)) return `"${baseUrl}" may not have ?, #, &, quotes or spaces`;
  if (!baseUrl.endsWith("/")) return `"${baseUrl}" must end with a slash: it is the folder that holds the files`;
  return undefined;
}

/** A manifest for another address: every URL that starts with the development address is moved there. */
export function withBaseUrl(xml, baseUrl = DEVELOPMENT_URL) {
  requireBaseUrl(baseUrl);
  return String(xml).replaceAll(DEVELOPMENT_URL, () => baseUrl);
}

/** A functions.json whose help pages, written relative to the add-in, are absolute as Excel needs them. */
export function withHelpUrls(json, baseUrl = DEVELOPMENT_URL) {
  requireBaseUrl(baseUrl);
  const metadata = JSON.parse(String(json));
  const absolute = (each) => (each.helpUrl ? { ...each, helpUrl: new URL(each.helpUrl, baseUrl).href } : each);
  return `${JSON.stringify({ ...metadata, functions: metadata.functions.map(absolute) }, null, 2)}\n`;
}

function requireBaseUrl(baseUrl) {
  const problem = baseUrlProblem(baseUrl);
  if (problem) throw new Error(`baseUrl: ${problem}. Example: https://example.com/gpumem/`);
}

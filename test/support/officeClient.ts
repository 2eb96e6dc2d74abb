// Microsoft's own Office.js client, its files unchanged, in a Node context with what it needs of a browser.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

export interface OfficeClient {
  readonly window: Record<string, unknown>;
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  /** Runs code among the client's own objects: some of its checks refuse objects of another realm. */
  readonly runInContext: (code: string, filename?: string) => unknown;
}

const DIST = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const BASE = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const scripts = new Map<string, vm.Script>();

function script(file: string): vm.Script {
  const known = scripts.get(file);
  if (known) return known;
  const read = new vm.Script(fs.readFileSync(path.join(DIST, file), "utf8"), { filename: file });
  scripts.set(file, read);
  return read;
}

/** Ready to run an add-in, as after Office.onReady. `external` is the native side. */
export async function loadOfficeClient(external: unknown): Promise<OfficeClient> {
  const window = browserWindow(external, (file) => script(file).runInContext(context));
  const context = vm.createContext(window);
  script("office.js").runInContext(context);
  const client = window as unknown as OfficeClient;
  await new Promise<void>((ready) => void client.Office.onReady(() => ready()));
  // Off by default: with it, a member beyond the declared requirement sets throws ApiNotFound.
  Object.assign((client.OfficeExtension as unknown as { CommonUtility: object }).CommonUtility, {
    _doApiNotSupportedCheck: true,
  });
  return {
    ...client,
    window,
    runInContext: (code, filename = "addin.js") => vm.runInContext(code, context, { filename }),
  };
}

function browserWindow(external: unknown, run: (file: string) => void): Record<string, unknown> {
  const location = {
    ...{ href: "https://addin.test/taskpane.html", hash: "", search: "", pathname: "/taskpane.html" },
    ...{ protocol: "https:", host: "addin.test", hostname: "addin.test", origin: "https://addin.test" },
  };
  const window: Record<string, unknown> = {
    ...{ console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, URL, performance },
    ...{ addEventListener: nothing, removeEventListener: nothing },
    ...{ external, location, opener: null, name: "", history: {} },
    navigator: { userAgent: "node", appVersion: "5.0", platform: "Linux", language: "en-US", appName: "node" },
    sessionStorage: storage(),
    localStorage: storage(),
  };
  Object.assign(window, { window, self: window, globalThis: window, top: window, parent: window });
  window.document = browserDocument(location, run);
  return window;
}

const nothing = () => undefined;

function browserDocument(location: { readonly href: string }, run: (file: string) => void) {
  const loader = { src: `${BASE}office.js`, getAttribute: () => null };
  const [head, body] = [element("head", run), element("body", run)];
  return {
    ...element("document", run),
    createElement: (tag: string) => element(tag, run),
    getElementsByTagName: (tag: string) => (tag === "script" ? [loader] : tag === "head" ? [head] : []),
    getElementById: () => null,
    ...{ head, body, documentElement: element("html", run), cookie: "", location, URL: location.href },
    readyState: "complete",
  };
}

interface ScriptTag {
  readonly src?: string;
  readonly onload?: () => void;
}

/** A script of Microsoft's that is appended anywhere is read from the package. */
const element = (tagName: string, run: (file: string) => void) => ({
  tagName,
  style: {},
  setAttribute: nothing,
  getAttribute: () => null,
  addEventListener: nothing,
  removeEventListener: nothing,
  getElementsByTagName: () => [],
  appendChild: (child: ScriptTag) => {
    if (child.src?.startsWith(BASE))
      setTimeout(() => {
        run(String(child.src).slice(BASE.length));
        child.onload?.();
      }, 0);
    return child;
  },
});

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: unknown) => void kept.set(key, String(value)),
    removeItem: (key: string) => void kept.delete(key),
    key: () => null,
    length: 0,
  };
}

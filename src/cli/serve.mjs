// A static server of a folder, for development and for the workbench: Node built-ins only.
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import path from "node:path";
import { pipeline } from "node:stream";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml; charset=utf-8",
};

/** Excel on the web reads functions.json from another origin; nothing is kept, so that a new build shows at once. */
const HEADERS = {
  "access-control-allow-origin": "*",
  "cache-control": "no-cache",
  "x-content-type-options": "nosniff",
};

const answer = (response, status, text, headers = {}) =>
  response
    .writeHead(status, { ...HEADERS, "content-type": "text/plain; charset=utf-8", ...headers })
    .end(response.req.method === "HEAD" ? undefined : `${text}\n`);

/** The part of a URL that names a file, decoded; undefined where it cannot name one. */
function requestedPath(url) {
  try {
    const decoded = decodeURIComponent(new URL(url, "http://host").pathname);
    const hidden = decoded.split(/[\\/]/).some((part) => part.startsWith("."));
    return hidden || decoded.includes("\0") ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** The file of a path: of the mount with the longest prefix that fits. Never outside of that mount's folder. */
function fileFor(pathname, mounts) {
  const mount = mounts
    .filter(({ prefix }) => pathname.startsWith(prefix))
    .sort((one, other) => other.prefix.length - one.prefix.length)[0];
  if (!mount) return undefined;
  const base = path.resolve(mount.dir);
  const file = path.join(base, pathname.slice(mount.prefix.length));
  return file === base || file.startsWith(base + path.sep) ? file : undefined;
}

/** What a path leads to; nothing for "a.json/", which is neither file nor folder. */
function statOf(file) {
  try {
    return fs.statSync(file);
  } catch {
    return undefined;
  }
}

function send(file, stat, response) {
  const type = TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream";
  response.writeHead(200, { ...HEADERS, "content-type": type, "content-length": stat.size });
  if (response.req.method === "HEAD") return response.end();
  return pipeline(fs.createReadStream(file), response, () => {});
}

function handle(request, response, mounts, home) {
  if (request.method !== "GET" && request.method !== "HEAD")
    return answer(response, 405, "only GET and HEAD", { allow: "GET, HEAD" });
  const pathname = requestedPath(request.url);
  if (home && request.url.split("?")[0] === "/") return answer(response, 302, "moved", { location: home });
  const file = pathname === undefined ? undefined : fileFor(pathname, mounts);
  const stat = file && statOf(file);
  if (!stat) return answer(response, 404, "not found");
  if (stat.isFile()) return pathname.endsWith("/") ? answer(response, 404, "not found") : send(file, stat, response);
  // Pages name their files relative to themselves: a folder needs its slash.
  if (!pathname.endsWith("/"))
    return answer(response, 301, "moved", { location: `./${encodeURIComponent(path.basename(file))}/` });
  const index = path.join(file, "index.html");
  const indexStat = statOf(index);
  return indexStat?.isFile() ? send(index, indexStat, response) : answer(response, 404, "not found");
}

/**
 * Serves a folder, and other folders below prefixes such as "/fonts/"; over https where a certificate is given.
 * The address without a path leads to `home`, where one is given. Resolves to the listening server; rejects where the port is taken.
 */
export function serve(dir, { port = 3000, host = "localhost", tls, mounts = [], home } = {}) {
  const folders = [{ prefix: "/", dir }, ...mounts];
  const listener = (request, response) => {
    try {
      handle(request, response, folders, home);
    } catch {
      if (!response.headersSent) answer(response, 500, "cannot be read");
    }
  };
  const server = tls ? https.createServer(tls, listener) : http.createServer(listener);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

/** Stops a server together with the connections that browsers keep open. */
export function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

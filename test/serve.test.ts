import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { platformProblem, toolFailure } from "../src/cli/excel.mjs";
import { close, serve } from "../src/cli/serve.mjs";

let folder = "";
let server: http.Server;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "gpumem-serve-"));
  const files = {
    "dist/a.json": "{}",
    "dist/sub/index.html": "<p>",
    "dist/.stamp": "s",
    "dist-secret/b": "b",
    "fonts/f.woff2": "f",
  };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const mounts = [{ prefix: "/fonts/", dir: path.join(folder, "fonts") }];
  server = await serve(path.join(folder, "dist"), { port: 0, host: "127.0.0.1", mounts, home: "/sub/" });
});
afterAll(async () => {
  await close(server);
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Without fetch, which tidies up ".." before it asks. */
const ask = (
  target: string,
  method = "GET",
): Promise<{ status?: number; body: string; headers: http.IncomingHttpHeaders }> =>
  new Promise((done, fail) => {
    const { port } = server.address() as AddressInfo;
    const request = http.request({ port, host: "127.0.0.1", path: target, method }, (response) => {
      let body = "";
      response.on("data", (data) => (body += data));
      response.on("end", () => done({ status: response.statusCode, body, headers: response.headers }));
    });
    request.on("error", fail);
    request.end();
  });

test("the address without a path leads home", async () => {
  const { status, headers } = await ask("/");
  expect([status, headers.location]).toEqual([302, "/sub/"]);
});

test("a file with its type, for every origin, not kept", async () => {
  const { status, body, headers } = await ask("/a.json?x=1");
  expect([status, body]).toEqual([200, "{}"]);
  expect(headers).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "access-control-allow-origin": "*",
    "cache-control": "no-cache",
    "content-length": "2",
  });
});
test("HEAD without the body", async () => {
  const { status, body, headers } = await ask("/a.json", "HEAD");
  expect([status, body, headers["content-length"]]).toEqual([200, "", "2"]);
});
test("a folder's page, with its slash", async () => {
  expect(await ask("/sub")).toMatchObject({ status: 301, headers: { location: "./sub/" } });
  expect(await ask("/sub/")).toMatchObject({ status: 200, body: "<p>" });
});
test("another folder below its prefix", async () => {
  expect(await ask("/fonts/f.woff2")).toMatchObject({ status: 200, headers: { "content-type": "font/woff2" } });
});
test.each([
  "/../dist-secret/b",
  "/%2e%2e/dist-secret/b",
  "/..%2fdist-secret%2fb",
  "/..%5cdist-secret%5cb",
  "/fonts/..%2f..%2fdist/a.json",
  "/.stamp",
  "/none",
  "/a.json/",
  "/%00",
  "/%",
  "//a.json",
])("%s is not there", async (target) => expect((await ask(target)).status).toBe(404));
test("only reading", async () => expect(await ask("/a.json", "POST")).toMatchObject({ status: 405 }));
test("a taken port is said", async () => {
  const { port } = server.address() as AddressInfo;
  await expect(serve(folder, { port, host: "127.0.0.1" })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("sideloading: where there is no Excel it says so", () => {
  expect(platformProblem("linux")).toMatch(/^Excel for Windows or Mac is needed to sideload; this is linux\./);
  expect([platformProblem("win32"), platformProblem("darwin")]).toEqual([undefined, undefined]);
});
test("sideloading: a failure that ends with status 0 is one", () => {
  expect(toolFailure(0, "Error: Unable to start debugging.\nError: no Excel\n")).toBe(
    "Error: Unable to start debugging. Error: no Excel",
  );
  expect(toolFailure(0, "Started.")).toBeUndefined();
  expect(toolFailure(1, "")).toBe("it ended with status 1");
});

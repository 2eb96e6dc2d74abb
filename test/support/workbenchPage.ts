// The workbench as `npm start` serves it, in a headless browser.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Frame, Page, Request } from "playwright-core";
import { serve } from "../../src/cli/serve.mjs";
import { workbenchMounts } from "../../src/cli/workbenchMounts.mjs";
import { DIST } from "./workbook";

const ROOT = path.resolve(DIST, "..");

/** Served with Microsoft's client, as `npm start` does, or without, as a published dist/ is. */
export async function serveWorkbench({ published = false } = {}): Promise<{
  readonly server: Server;
  readonly address: string;
}> {
  const mounts = published ? [] : workbenchMounts(ROOT);
  const server = (await serve(DIST, { port: 0, host: "127.0.0.1", mounts })) as Server;
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** What went wrong on a page, and the requests that reached the network beyond the server's own address. */
export function watch(page: Page, address: string) {
  const problems: string[] = [];
  const foreign: Request[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) foreign.push(request);
  });
  /** The service worker answers Microsoft's address on this machine: such a request goes nowhere. */
  const left = async () => {
    const answered = await Promise.all(
      foreign.map(async (one) => (await one.response())?.fromServiceWorker() ?? false),
    );
    return foreign.filter((_, i) => !answered[i]).map((request) => request.url());
  };
  return { problems, left };
}

export async function openWorkbench(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/workbench/`);
  await page.evaluate(() => window.workbench.then(() => undefined));
}

/** The pane's frame, once Office.js says that it is in Excel. */
export async function readyPane(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[title="GPUMEM pane"]', { state: "attached" });
  const frame = await element.contentFrame();
  if (!frame) throw new Error("the pane has no frame");
  await frame.waitForURL(/taskpane\.html$/);
  await frame.evaluate(async () => {
    const { host } = await Office.onReady();
    if (String(host) !== "Excel") throw new Error(`the pane's host is ${String(host)}`);
  });
  return frame;
}

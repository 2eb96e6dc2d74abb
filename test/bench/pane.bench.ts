// The pane in the workbench: from the start of its frame's navigation until Office.js is in Excel and its first tab can
// be pressed. The bound is one second.
import type { Browser, Page } from "playwright-core";
import type { Bench } from "tinybench";
import { close } from "../../src/cli/serve.mjs";
import { launchBrowser } from "../support/chromium";
import { openWorkbench, readyPane, serveWorkbench } from "../support/workbenchPage";

export const samples = 20;

let workbench: Awaited<ReturnType<typeof serveWorkbench>>;
let browser: Browser;
let page: Page;

async function beforeAll(): Promise<void> {
  workbench = await serveWorkbench();
  browser = await launchBrowser();
  page = await browser.newPage();
  await openWorkbench(page, workbench.address);
  await readyPane(page);
}

async function afterAll(): Promise<void> {
  await browser.close();
  await close(workbench.server);
}

/** Loads the pane's frame anew. */
async function load(): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((loaded) => {
        const frame = document.querySelector<HTMLIFrameElement>("#pane iframe");
        frame?.addEventListener("load", () => loaded(), { once: true });
        frame?.contentWindow?.location.reload();
      }),
  );
  const frame = await readyPane(page);
  await frame.getByRole("tab").first().click({ trial: true });
}

/** A failed run ends at once, without `afterAll`: a browser that stays open would keep the program from ending. */
const loadOrEnd = () =>
  load().catch(async (error: unknown) => {
    await afterAll();
    throw error;
  });

export function register(bench: Bench): { readonly title: string } {
  bench.add("navigation until the pane can be used", loadOrEnd, { beforeAll, afterAll });
  return { title: "Workbench: the pane" };
}

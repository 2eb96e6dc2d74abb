// Microsoft's Office.js client for the pane's frame: copies that `npm start` serves, which a service worker gives to the
// frame in answer to the address that taskpane.html names.

const CLIENT = "../office-js/office.js";
const WORKER = "../gpumem-worker.js";
const WORKER_TIMEOUT_MS = 10_000;

/** Are the copies there? By their type too: some hosts answer every address with a page. */
export async function isClientServed(): Promise<boolean> {
  try {
    const { ok, headers } = await fetch(CLIENT, { method: "HEAD" });
    return ok && /javascript/.test(headers.get("content-type") ?? "");
  } catch {
    return false;
  }
}

/** Rejects where this browser, or this address, allows no service worker. */
export const startWorker = async (): Promise<void> =>
  activated(await navigator.serviceWorker.register(WORKER, { scope: "../" }));

/** A frame is under the worker's control once that is active when the frame's navigation begins; the page itself need not be. */
function activated({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting ?? active;
  return new Promise((done, failed) => {
    const look = () => {
      if (worker?.state === "activated") done();
      if (!worker || worker.state === "redundant") failed(new Error("the service worker could not be installed"));
    };
    worker?.addEventListener("statechange", look);
    setTimeout(() => failed(new Error("the service worker took too long")), WORKER_TIMEOUT_MS);
    look();
  });
}

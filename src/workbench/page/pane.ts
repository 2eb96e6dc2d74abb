// The add-in's pane beside the spreadsheet: the shipped taskpane.html in a frame, opened and closed as Excel's is.
import { moveFocusWithF6 } from "./focus";

export type PaneTheme = "light" | "dark";

/** What stands behind Office.js in the frame. */
export interface PaneHost {
  /** The frame's window.external. */
  readonly external: unknown;
  readonly setTheme: (theme: PaneTheme) => void;
}

declare global {
  interface Window {
    /** worker.js has the frame call it before Office.js starts there. */
    officeWorkbench?: { readonly attach: (frame: Window) => unknown };
  }
}

const PANE = "../taskpane.html";
const NARROW = "(max-width: 800px)";
/** What Office.js keeps for the tab: a taskpane.html that is opened here later, by itself, would take the tab for Excel. */
const KEPT_BY_OFFICE = "hostInfoValue";

const place = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

/** Puts the pane and its buttons on the page. `say` hears when the frame did not find its way to the host. */
export function showPane(host: PaneHost, say: (text: string) => void): void {
  const [pane, toggle, dark] = [place("pane"), place("pane-toggle"), place("pane-dark")];
  const frame = document.createElement("iframe");
  frame.title = "GPUMEM pane";
  let attached = false;
  window.officeWorkbench = {
    attach: (frameWindow) => {
      attached = true;
      moveFocusWithF6(frameWindow);
      return host.external;
    },
  };
  frame.addEventListener("load", () => {
    sessionStorage.removeItem(KEPT_BY_OFFICE);
    if (!attached) say("The add-in's pane did not find this spreadsheet: reload the page.");
  });
  const show = (open: boolean) => {
    pane.hidden = dark.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    if (!open || frame.isConnected) return;
    frame.src = PANE;
    pane.append(frame);
  };
  toggle.addEventListener("click", () => show(pane.hidden));
  dark.addEventListener("click", () => {
    host.setTheme(pressed(dark) ? "dark" : "light");
    frame.contentWindow?.location.reload();
  });
  toggle.hidden = false;
  moveFocusWithF6(window);
  show(!window.matchMedia(NARROW).matches);
}

/** Turns a toggle button over; is it pressed now? */
function pressed(button: HTMLElement): boolean {
  const now = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(now));
  return now;
}

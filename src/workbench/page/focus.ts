// F6, as in Excel: from the spreadsheet to the pane and back. The spreadsheet keeps the Tab key for itself.

let lastInGrid: HTMLElement | undefined;

/** Listens in a window: the page's, or the frame's, whose keys do not reach the page. */
export function moveFocusWithF6(where: Window): void {
  where.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || document.getElementById("pane")?.hidden) return;
    event.preventDefault();
    if (where === window) focusPane();
    else focusGrid();
  });
}

function focusPane(): void {
  const active = document.activeElement;
  if (active instanceof HTMLElement && active.closest("#grid")) lastInGrid = active;
  document.querySelector<HTMLIFrameElement>("#pane iframe")?.contentWindow?.focus();
}

function focusGrid(): void {
  window.focus();
  const inGrid = lastInGrid?.isConnected ? lastInGrid : document.querySelector<HTMLElement>("#grid [tabindex]");
  inGrid?.focus();
}

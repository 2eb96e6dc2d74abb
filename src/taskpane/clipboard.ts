// Copying where a host may forbid the clipboard.

function select(node: Node): void {
  const range = document.createRange();
  range.selectNodeContents(node);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Excel on the web may forbid the clipboard to panes: then the old way, and at last a selection to copy by hand. */
export async function copyFrom(shown: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(shown.textContent ?? "");
    return true;
  } catch {
    select(shown);
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  }
}

// Elements, and what happens when a text is copied.
import { TEXT } from "./strings";

export type Child = Node | string;

/** An element with attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`taskpane.html has no #${id}`);
  return found;
};

export const section = (id: string, heading: string, ...children: readonly Child[]): HTMLElement =>
  element("section", { "aria-labelledby": id }, element("h2", { id }, heading), ...children);

export const link = (href: string, text: string): HTMLElement =>
  element("a", { href, target: "_blank", rel: "noopener", title: TEXT.newWindow }, text);

function select(node: Node): void {
  const range = document.createRange();
  range.selectNodeContents(node);
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Excel on the web may forbid the clipboard to panes: then the old way, and at last a selection to copy by hand. */
async function copy(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? "");
    return true;
  } catch {
    select(code);
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  }
}

const tell = (text: string): void => {
  place("status").textContent = "";
  place("status").textContent = text;
};

/** A button that copies what an element says. */
export function copyButton(label: string, source: HTMLElement, copied: string = TEXT.copied): HTMLButtonElement {
  const button = element("button", { type: "button", "aria-label": label }, TEXT.copy);
  button.addEventListener("click", async () => tell((await copy(source)) ? copied : TEXT.notCopied));
  return button;
}

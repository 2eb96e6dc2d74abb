// Light or dark: as Excel says, elsewhere as the system does.
import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

const DARK = "(prefers-color-scheme: dark)";
/** Is a color such as #1F1F1F a dark one? */
export function isDark(color: string): boolean {
  const [red = 255, green = 255, blue = 255] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((hex) => parseInt(hex, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

const officeBackground = (): string | undefined =>
  typeof Office === "undefined" ? undefined : Office.context?.officeTheme?.bodyBackgroundColor;

function darkNow(): boolean {
  const background = officeBackground();
  return background ? isDark(background) : window.matchMedia(DARK).matches;
}

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(DARK);
  media.addEventListener("change", changed);
  // Excel does not tell panes that its theme changed: it is read again when the pane gets the focus.
  window.addEventListener("focus", changed);
  return () => {
    media.removeEventListener("change", changed);
    window.removeEventListener("focus", changed);
  };
}

export function useHostTheme(): Theme {
  return useSyncExternalStore(subscribe, darkNow) ? webDarkTheme : webLightTheme;
}

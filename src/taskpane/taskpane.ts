// The pane of this stage: what GPUMEM is, formulas to start from, where to read on. It touches no cell.
import { copyButton, element, link, place, section } from "./dom";
import { modelImport } from "./modelImport";
import { FORMULAS, TEXT, type ShownFormula } from "./strings";

/** Put there by the build: the version of package.json. */
declare const GPUMEM_VERSION: string;

function formulaItem({ title, formula, result }: ShownFormula): HTMLElement {
  const code = element("code", {}, formula);
  const button = copyButton(TEXT.copyLabel(title), code);
  return element("li", {}, element("strong", {}, title), code, element("p", { class: "muted" }, result), button);
}

function render(): void {
  place("header").append(
    element("img", { src: "icon-64.png", alt: "", width: "32", height: "32" }),
    element("h1", {}, TEXT.name),
  );
  place("main").append(
    element("p", {}, TEXT.what),
    element("p", {}, TEXT.private),
    section(
      "formulas",
      TEXT.formulasHeading,
      element("ul", { class: "formulas" }, ...FORMULAS.map(formulaItem)),
      element("p", { class: "muted" }, TEXT.separators),
    ),
    modelImport(),
    section(
      "reference",
      TEXT.referenceHeading,
      element("p", {}, link("reference.html", TEXT.reference)),
      element("p", { class: "muted" }, TEXT.referenceHint),
    ),
  );
  place("footer").append(TEXT.version(GPUMEM_VERSION), " · ", link("support.html", TEXT.support));
}

/** The first thing on the page where it is opened outside Excel. */
function renderOutside(heading: string, text: string): void {
  const steps = TEXT.outsideSteps.map((step) => element("li", {}, step));
  place("main").prepend(section("outside", heading, element("p", {}, text), element("ul", {}, ...steps)));
}

/** Is a color such as #1F1F1F a dark one? */
const isDark = (color: string): boolean => {
  const [red = 255, green = 255, blue = 255] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((hex) => parseInt(hex, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
};

/** Excel's own theme where it tells it; elsewhere the page follows the system. */
function followOfficeTheme(): void {
  const background = Office.context?.officeTheme?.bodyBackgroundColor;
  if (background) document.documentElement.dataset.theme = isDark(background) ? "dark" : "light";
}

async function start(): Promise<void> {
  render();
  if (typeof Office === "undefined") return renderOutside(TEXT.noOfficeHeading, TEXT.noOfficeText);
  const { host } = await Office.onReady();
  if (host === Office.HostType.Excel) followOfficeTheme();
  else renderOutside(TEXT.outsideHeading, TEXT.outsideText);
}

void start();

// What all pages of the guide have in common: the look of the reference, links to each other, pictures of sheets.
import { escape } from "../../functions/reference/html";
import { REFERENCE_STYLE } from "../../functions/reference/style";

const GUIDE_STYLE = `${REFERENCE_STYLE}
main h2 { margin-top: 2rem; }
nav li { margin: .35rem 0; }
nav [aria-current] { font-weight: 600; }
img { max-width: 100%; height: auto; border: 1px solid var(--line); }
figure { margin: 1rem 0; }
figcaption { font-size: 13px; }
.answer { background: var(--soft); padding: .75rem 1rem; border-left: 4px solid var(--link); }
.download { font-weight: 600; }
`;

export interface Page {
  readonly title: string;
  /** What leads from this page's folder to the add-in's. */
  readonly root: string;
  readonly links: readonly { readonly title: string; readonly href: string; readonly isHere?: boolean }[];
  readonly main: readonly string[];
}

export const framed = ({ title, root, links, main }: Page): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – GPUMEM</title>
<style>${GUIDE_STYLE}</style>
</head>
<body>
<nav aria-label="Guide">
<h2>GPUMEM</h2>
<ul>
${links.map(linkItem).join("\n")}
<li><a href="${root}gallery.html">All sheets</a></li>
<li><a href="${root}reference.html">Functions</a></li>
</ul>
</nav>
<main>
<h1>${escape(title)}</h1>
${main.join("\n")}
</main>
</body>
</html>
`;

const linkItem = ({ title, href, isHere }: Page["links"][number]): string =>
  `<li><a href="${href}"${isHere ? ' aria-current="page"' : ""}>${escape(title)}</a></li>`;

/** Every picture of the gallery is as large: gallery.mjs. */
const [WIDTH, HEIGHT] = [1320, 990];

export const picture = (file: string, says: string): string =>
  `<figure><img src="${file}" width="${WIDTH}" height="${HEIGHT}" loading="lazy" alt="${escape(says)}"></figure>`;

export const paragraph = (text: string): string => `<p>${escape(text)}</p>`;

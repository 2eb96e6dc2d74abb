// The guide's first page, and the gallery of all sheets.
import { escape } from "../../functions/reference/html";
import { examples } from "../../sheets/examples";
import type { SheetTemplate } from "../../sheets/template";
import { linksOf, pageOf, pictureOf } from "./examplePage";
import { framed, paragraph, picture } from "./frame";

export const guideIndex = (): string =>
  framed({
    title: "Worked examples",
    root: "../",
    links: linksOf(examples),
    main: [
      paragraph(
        "Five questions of a planner, each answered by a ready workbook. Every number on these pages is read from the evaluated workbook; inputs have their sources beside them. In the pane, Templates, Worked examples inserts the same sheets into a workbook of yours.",
      ),
      ...examples.flatMap((example) => [
        `<h2><a href="${pageOf(example)}">${escape(example.title)}</a></h2>`,
        paragraph(example.summary),
        picture(pictureOf(example), `The first sheet of “${example.title}”`),
        `<p><a href="../examples/${example.id}.xlsx" download="">Download the workbook of ${escape(example.title)}</a></p>`,
      ]),
    ],
  });

/** For the reference page: what leads to the guide. */
export const examplesSection = (): string =>
  [
    `<h2 id="examples">Worked examples</h2>`,
    `<p>Questions of planners, answered by ready workbooks: <a href="guide/index.html">the guide</a>; every sheet with a picture: <a href="gallery.html">the gallery</a>.</p>`,
    `<ul>`,
    ...examples.map((one) => `<li><a href="guide/${pageOf(one)}">${escape(one.title)}</a> ${escape(one.summary)}</li>`),
    `</ul>`,
  ].join("\n");

export const galleryPage = (templates: readonly SheetTemplate[]): string =>
  framed({
    title: "All sheets",
    root: "",
    links: linksOf(examples).map((link) => ({ ...link, href: `guide/${link.href}`, isHere: false })),
    main: [
      paragraph("Every template of the pane, as it is inserted with its example inputs."),
      ...templates.flatMap(({ id, name, question, summary }) => [
        `<h2 id="${id}">${escape(name)}</h2>`,
        `<p><b>${escape(question)}</b> ${escape(summary)}</p>`,
        picture(`gallery/${id}.webp`, `The sheet ${name}`),
      ]),
    ],
  });

// A worked example's page: the question, its answer, what to look at, what was typed, what it was checked against.
import { escape, htmlTable } from "../../functions/reference/html";
import type { Example, ExamplePage, Passage, Source } from "../../sheets/examples/example";
import type { Quoted } from "../../sheets/examples/quotes";
import { framed, type Page, paragraph, picture } from "./frame";
import { typedTable } from "./typed";

export const pageOf = ({ id }: Example): string => `${id}.html`;
export const pictureOf = ({ id }: Example): string => `../gallery/example-${id}.webp`;

export const linksOf = (examples: readonly Example[], here?: Example): Page["links"] => [
  { title: "Worked examples", href: "index.html", isHere: here === undefined },
  ...examples.map((one) => ({ title: one.title, href: pageOf(one), isHere: one === here })),
];

export function examplePage(
  example: Example,
  { passages, checkedAgainst }: ExamplePage,
  examples: readonly Example[],
  quoted: Quoted,
): string {
  const { id, title, question, sheets } = example;
  const [first] = sheets;
  const main = [
    `<p>${escape(question)}</p>`,
    `<p class="download"><a href="../examples/${id}.xlsx" download>Download the workbook</a></p>`,
    paragraph(
      `${sheets.length} sheets (${sheets.map(({ name }) => name).join(", ")}), and the three that they share. It opens with all numbers in any spreadsheet program; where GPUMEM is loaded, type 1 into cell C4 of a sheet and it is live.`,
    ),
    ...passages.slice(0, 1).flatMap((passage) => passageHtml(passage, quoted)),
    picture(pictureOf(example), `The sheet ${String(first?.name)} of this example: inputs, results and charts`),
    ...passages.slice(1).flatMap((passage) => passageHtml(passage, quoted)),
    ...sourcesHtml(checkedAgainst, quoted),
    `<h2>What was typed</h2>`,
    ...sheets.flatMap((sheet) => typedTable(sheet, quoted)),
  ];
  return framed({ title, root: "../", links: linksOf(examples, example), main });
}

/** A sheet's own sentence stands out. */
const VERDICT = /\.verdict:text\}$/;

function passageHtml({ title, texts, table }: Passage, quoted: Quoted): readonly string[] {
  const said = texts.map((text) =>
    VERDICT.test(text) ? `<p class="answer">${escape(quoted(text))}</p>` : paragraph(quoted(text)),
  );
  const cells = table?.rows.map((row) => row.map((cell) => escape(quoted(cell))));
  return [
    `<h2>${escape(title)}</h2>`,
    ...said,
    ...(table && cells ? [htmlTable(escape(table.caption), table.heads, cells)] : []),
  ];
}

const sourcesHtml = (sources: readonly Source[], quoted: Quoted): readonly string[] => [
  `<h2>Checked against</h2>`,
  `<ul>`,
  ...sources.map(({ says, from }) => `<li>${escape(quoted(says))} <span class="sources">${escape(from)}.</span></li>`),
  `</ul>`,
];

// Worked examples: a question each, the sheets that answer it, and the page that explains them.
import { Button, mergeClasses } from "@fluentui/react-components";
import { examples } from "../../sheets/examples";
import type { Example } from "../../sheets/examples/example";
import { insertingExample } from "../exampleWork";
import { usePane } from "../paneContext";
import { Disclosure } from "../parts/disclosure";
import { OutsideLink } from "../parts/outsideLink";
import { useLayout, useText } from "../parts/styles";
import { TEXT } from "../strings";

export function WorkedExamples() {
  const [text, layout] = [useText(), useLayout()];
  return (
    <Disclosure group summary={TEXT.examplesHeading}>
      <div className={layout.stack}>
        <p className={mergeClasses(text.small, text.muted)}>{TEXT.examplesIntro}</p>
        <ul className={mergeClasses(layout.list, layout.stack)}>
          {examples.map((example) => (
            <li key={example.id} className={layout.tight}>
              <ExampleEntry example={example} />
            </li>
          ))}
        </ul>
        <OutsideLink href="guide/index.html">{TEXT.guide}</OutsideLink>
      </div>
    </Disclosure>
  );
}

function ExampleEntry({ example }: { readonly example: Example }) {
  const [text, layout] = [useText(), useLayout()];
  const { workbook, worker } = usePane();
  const { id, title, summary } = example;
  const { state, busy } = worker;
  const own = state.kind === "running" && state.title === TEXT.inserting(title);
  return (
    <>
      <h3 className={text.subheading}>{title}</h3>
      <p className={text.muted}>{summary}</p>
      <div className={layout.row}>
        <Button
          size="small"
          disabled={busy && !own}
          disabledFocusable={own || !workbook}
          aria-label={TEXT.insertTemplateLabel(title)}
          onClick={() => workbook && worker.run(insertingExample(workbook, example))}
        >
          {TEXT.insert}
        </Button>
        <OutsideLink href={`guide/${id}.html`}>{TEXT.readExample(title)}</OutsideLink>
      </div>
    </>
  );
}

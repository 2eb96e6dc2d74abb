import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { SheetTemplate } from "../../sheets/template";
import { usePane } from "../paneContext";
import { TEXT } from "../strings";
import { Picture } from "./picture";
import { useLayout, useText } from "./styles";

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  head: { display: "flex", gap: tokens.spacingHorizontalM, alignItems: "flex-start" },
  words: { minWidth: 0 },
  foot: { display: "flex", justifyContent: "flex-end" },
});

export function TemplateCard({ template }: { readonly template: SheetTemplate }) {
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const heading = useId();
  const { name, question, summary, picture } = template;
  return (
    <article aria-labelledby={heading} className={mergeClasses(layout.card, styles.card)}>
      <div className={styles.head}>
        <Picture kind={picture} />
        <div className={styles.words}>
          <h3 id={heading} className={text.subheading}>
            {name}
          </h3>
          <p className={text.paragraph}>{question}</p>
        </div>
      </div>
      <p className={text.muted}>{summary}</p>
      <div className={styles.foot}>
        <InsertTemplate template={template} />
      </div>
    </article>
  );
}

/** While one is inserted the other buttons leave the tab order: the next stop is Cancel. */
function InsertTemplate({ template }: { readonly template: SheetTemplate }) {
  const { workbook, worker } = usePane();
  const { state, busy, run } = worker;
  const title = TEXT.inserting(template.name);
  const own = state.kind === "running" && state.title === title;
  const insert = () =>
    workbook &&
    run({
      title,
      cancellable: true,
      work: (work) => workbook.insert(template, work),
      done: ({ sheet, note = "" }) => `${TEXT.inserted(sheet)} ${note}`.trim(),
    });
  return (
    <Button
      appearance="primary"
      disabled={busy && !own}
      disabledFocusable={own || !workbook}
      aria-label={TEXT.insertTemplateLabel(template.name)}
      onClick={insert}
    >
      {TEXT.insert}
    </Button>
  );
}

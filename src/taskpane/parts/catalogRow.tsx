// A model or a GPU: its name and size, and its main facts when opened.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CatalogEntry, ShownFact } from "../facts";
import { Disclosure } from "./disclosure";
import { Formula } from "./formula";
import { useLayout, useText } from "./styles";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "minmax(90px, max-content) 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
  },
  value: { margin: 0, overflowWrap: "anywhere" },
});

export function CatalogRow({ entry }: { readonly entry: CatalogEntry }) {
  const text = useText();
  return (
    <Disclosure
      summary={
        <>
          <strong>{entry.label}</strong> <span className={mergeClasses(text.small, text.muted)}>{entry.aside}</span>
        </>
      }
    >
      <CatalogFacts entry={entry} />
    </Disclosure>
  );
}

function CatalogFacts({ entry }: { readonly entry: CatalogEntry }) {
  const layout = useLayout();
  return (
    <div className={layout.stack}>
      <Facts facts={entry.facts()} />
      <Formula formula={entry.formula} />
    </div>
  );
}

export function Facts({ facts }: { readonly facts: readonly ShownFact[] }) {
  const [styles, text] = [useStyles(), useText()];
  return (
    <dl className={mergeClasses(styles.facts, text.small)}>
      {facts.map((fact) => (
        <Fact key={fact.label} {...fact} />
      ))}
    </dl>
  );
}

function Fact({ label, text: value }: ShownFact) {
  const [styles, text] = [useStyles(), useText()];
  return (
    <>
      <dt className={text.muted}>{label}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

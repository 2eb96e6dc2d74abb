// The reference before anything is searched: formulas to start from, and everything there is, in groups.
import { type ReactNode, useId } from "react";
import { registry } from "../../functions/registry";
import { type CatalogEntry, gpuEntries, modelEntries } from "../facts";
import { FORMULAS, TEXT } from "../strings";
import { CatalogRow } from "./catalogRow";
import { Disclosure } from "./disclosure";
import { Formula } from "./formula";
import { FunctionEntry } from "./functionEntry";
import { useLayout, useText } from "./styles";

const topics: readonly string[] = [...new Set(registry.map(({ topic }) => topic))];

export function ReferenceIndex() {
  const layout = useLayout();
  return (
    <div className={layout.stack}>
      <Section heading={TEXT.functionsHeading}>
        <Disclosure group startsOpen summary={TEXT.formulasHeading}>
          <FirstFormulas />
        </Disclosure>
        {topics.map((topic) => (
          <Topic key={topic} topic={topic} />
        ))}
      </Section>
      <Section heading={TEXT.catalogHeading}>
        <Catalog heading={TEXT.modelsHeading} entries={modelEntries} />
        <Catalog heading={TEXT.gpusHeading} entries={gpuEntries} />
      </Section>
    </div>
  );
}

function Section({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const text = useText();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={text.subheading}>
        {heading}
      </h3>
      {children}
    </section>
  );
}

function FirstFormulas() {
  const [text, layout] = [useText(), useLayout()];
  return (
    <div className={layout.stack}>
      {FORMULAS.map(({ title, formula, result }) => (
        <div key={formula} className={layout.tight}>
          <h4 className={text.subheading}>{title}</h4>
          <Formula formula={formula} result={result} />
        </div>
      ))}
      <p className={text.muted}>{TEXT.separators}</p>
    </div>
  );
}

function Topic({ topic }: { readonly topic: string }) {
  const specs = registry.filter((spec) => spec.topic === topic);
  return (
    <Disclosure group summary={`${topic} ${TEXT.count(specs.length)}`}>
      {specs.map((spec) => (
        <FunctionEntry key={spec.id} spec={spec} />
      ))}
    </Disclosure>
  );
}

function Catalog({ heading, entries }: { readonly heading: string; readonly entries: readonly CatalogEntry[] }) {
  return (
    <Disclosure group summary={`${heading} ${TEXT.count(entries.length)}`}>
      {entries.map((entry) => (
        <CatalogRow key={entry.id} entry={entry} />
      ))}
    </Disclosure>
  );
}

// What a search found, by kind; the first of many, and the rest on demand.
import { Button, mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import type { AnyFunction } from "../../functions/spec";
import type { CatalogEntry } from "../facts";
import { TEXT } from "../strings";
import { CatalogRow } from "./catalogRow";
import { FunctionEntry } from "./functionEntry";
import { useLayout, useText } from "./styles";

export interface SearchResultsProps {
  readonly functions: readonly AnyFunction[];
  readonly models: readonly CatalogEntry[];
  readonly gpus: readonly CatalogEntry[];
}

const MOST_AT_ONCE = 8;

const functionItem = (spec: AnyFunction) => <FunctionEntry spec={spec} />;
const catalogItem = (entry: CatalogEntry) => <CatalogRow entry={entry} />;

export function SearchResults({ functions, models, gpus }: SearchResultsProps) {
  const layout = useLayout();
  return (
    <div className={layout.stack}>
      <Results heading={TEXT.functionsHeading} items={functions} show={functionItem} />
      <Results heading={TEXT.modelsHeading} items={models} show={catalogItem} />
      <Results heading={TEXT.gpusHeading} items={gpus} show={catalogItem} />
    </div>
  );
}

interface ResultsProps<T> {
  readonly heading: string;
  readonly items: readonly T[];
  readonly show: (item: T) => ReactNode;
}

function Results<T extends { readonly id: string }>({ heading, items, show }: ResultsProps<T>) {
  const [all, setAll] = useState(false);
  const [text, layout] = [useText(), useLayout()];
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id} className={layout.tight}>
      <h3 id={id} className={text.subheading}>
        {heading} {TEXT.count(items.length)}
      </h3>
      <ul className={mergeClasses(layout.list)}>
        {items.slice(0, all ? undefined : MOST_AT_ONCE).map((item) => (
          <li key={item.id}>{show(item)}</li>
        ))}
      </ul>
      {!all && items.length > MOST_AT_ONCE && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {TEXT.showAll(items.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

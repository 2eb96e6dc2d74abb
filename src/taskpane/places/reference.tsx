// Reference: functions, models and GPUs, found by name or by what they are about.
import { mergeClasses } from "@fluentui/react-components";
import { useDeferredValue, useState } from "react";
import { registry } from "../../functions/registry";
import { gpuEntries, modelEntries } from "../facts";
import { found } from "../matching";
import { NothingFound } from "../parts/nothingFound";
import { OwnRows } from "../parts/own/ownRows";
import { ReferenceIndex } from "../parts/referenceIndex";
import { SearchField } from "../parts/searchField";
import { SearchResults } from "../parts/searchResults";
import { SelectedCell } from "../parts/selectedCell";
import { useLayout, useText } from "../parts/styles";
import { textsOfFunction } from "../searchTexts";
import { TEXT } from "../strings";

/** `active`: the place is the one in view. */
export function ReferencePlace({ active }: { readonly active: boolean }) {
  const [typed, setTyped] = useState("");
  const query = useDeferredValue(typed.trim());
  const [text, layout] = [useText(), useLayout()];
  const functions = found(registry, query, textsOfFunction);
  const models = found(modelEntries, query, ({ texts }) => texts);
  const gpus = found(gpuEntries, query, ({ texts }) => texts);
  const nothing = functions.length + models.length + gpus.length === 0;
  return (
    <div className={layout.stack}>
      <SelectedCell active={active} />
      <p className={text.paragraph}>{TEXT.referenceIntro}</p>
      <SearchField label={TEXT.referenceSearch} hint={TEXT.referenceSearchHint} query={typed} onQuery={setTyped} />
      <p role="status" className={mergeClasses(text.small, text.muted)}>
        {TEXT.referenceFound(functions.length, models.length, gpus.length)}
      </p>
      {nothing && <NothingFound query={query} onClear={() => setTyped("")} />}
      {query === "" ? <ReferenceIndex /> : <SearchResults functions={functions} models={models} gpus={gpus} />}
      <OwnRows />
    </div>
  );
}

// Templates: cards to choose from, found by what they answer.
import { mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { SheetTemplate } from "../../sheets/template";
import { found } from "../matching";
import { textsOfTemplate } from "../searchTexts";
import { usePane } from "../paneContext";
import { NothingFound } from "../parts/nothingFound";
import { SearchField } from "../parts/searchField";
import { useLayout, useText } from "../parts/styles";
import { TemplateCard } from "../parts/templateCard";
import { TEXT } from "../strings";
import { WorkedExamples } from "./workedExamples";

export function TemplatesPlace({ templates }: { readonly templates: readonly SheetTemplate[] }) {
  const [query, setQuery] = useState("");
  const [text, layout] = [useText(), useLayout()];
  const shown = found(templates, query, textsOfTemplate);
  if (templates.length === 0) return <p className={text.paragraph}>{TEXT.templatesNone}</p>;
  return (
    <div className={layout.stack}>
      <p className={text.paragraph}>{TEXT.templatesIntro}</p>
      <SearchField label={TEXT.templatesSearch} hint={TEXT.templatesSearchHint} query={query} onQuery={setQuery} />
      <Explanation found={shown.length} all={templates.length} />
      {query === "" && <WorkedExamples />}
      {shown.length === 0 && <NothingFound query={query} onClear={() => setQuery("")} />}
      <ul className={mergeClasses(layout.list, layout.stack)}>
        {shown.map((template) => (
          <li key={template.id}>
            <TemplateCard template={template} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How many there are, and what Insert does, or why it does nothing here. */
function Explanation({ found: count, all }: { readonly found: number; readonly all: number }) {
  const { workbook } = usePane();
  const text = useText();
  return (
    <p className={mergeClasses(text.small, text.muted)}>
      <span role="status">{TEXT.templatesFound(count, all)}</span>.{" "}
      {workbook ? TEXT.insertsSheet : TEXT.insertElsewhere}
    </p>
  );
}

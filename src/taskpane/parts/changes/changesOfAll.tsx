// The changes of all sheets at once, where there is more than one.
import { mergeClasses } from "@fluentui/react-components";
import { useId } from "react";
import { changedSheets, countOf, targetOf } from "../../changeWork";
import { TEXT } from "../../strings";
import type { SheetChanges, WorkbookChanges } from "../../workbookChanges";
import { Disclosure } from "../disclosure";
import { useLayout, useText } from "../styles";
import { ChangeActions } from "./changeActions";
import { ChangeTable } from "./changeTable";

export interface ChangesOfAllProps {
  readonly workbook: WorkbookChanges;
  readonly changes: readonly SheetChanges[];
}

export function ChangesOfAll({ workbook, changes }: ChangesOfAllProps) {
  const [text, layout] = [useText(), useLayout()];
  const heading = useId();
  const changed = changedSheets(changes);
  if (changed.length < 2) return null;
  const withErrors = changed.filter(({ errors }) => errors.length > 0).map(({ sheet }) => sheet);
  return (
    <section aria-labelledby={heading} className={mergeClasses(layout.card, layout.tight)}>
      <h3 id={heading} className={text.subheading}>
        {TEXT.changesOfAll}
      </h3>
      <Disclosure summary={TEXT.changed(changed.length, countOf(changed))}>
        <div className={layout.stack}>
          {changed.map((one) => (
            <div key={one.sheetId} className={layout.tight}>
              <h4 className={text.subheading}>{one.sheet}</h4>
              <ChangeTable changed={one} />
            </div>
          ))}
        </div>
      </Disclosure>
      {withErrors.length > 0 && <p className={text.small}>{TEXT.errorsKeepAll(withErrors)}</p>}
      <ChangeActions workbook={workbook} target={targetOf(changed)} canAccept={withErrors.length === 0} />
    </section>
  );
}

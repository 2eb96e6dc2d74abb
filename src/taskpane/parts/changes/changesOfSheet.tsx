// What the engine now sees otherwise than it is saved, on one sheet.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { changesInWords } from "../../difference";
import { targetOf } from "../../changeWork";
import { TEXT } from "../../strings";
import type { FailedResult, SheetChanges, WorkbookChanges } from "../../workbookChanges";
import { errorInWords } from "../../workbookTexts";
import { Disclosure } from "../disclosure";
import { useText } from "../styles";
import { ChangeActions } from "./changeActions";
import { ChangeTable } from "./changeTable";

const MOST_ERRORS = 5;

const useStyles = makeStyles({
  parts: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  errors: { margin: 0, paddingLeft: tokens.spacingHorizontalL, listStyleType: "disc" },
});

export interface ChangesOfSheetProps {
  readonly workbook: WorkbookChanges;
  readonly changed: SheetChanges;
}

export function ChangesOfSheet({ workbook, changed }: ChangesOfSheetProps) {
  const [styles, text] = [useStyles(), useText()];
  const { sheet, changes, errors, unreadable } = changed;
  if (unreadable !== undefined) return <p className={text.small}>{unreadable}</p>;
  if (changes.length === 0) return <Errors errors={errors} />;
  return (
    <div className={styles.parts} role="group" aria-label={TEXT.changesOf(sheet)}>
      <Disclosure summary={changesInWords(changes)}>
        <ChangeTable changed={changed} />
      </Disclosure>
      <Errors errors={errors} />
      <ChangeActions workbook={workbook} target={targetOf([changed])} canAccept={errors.length === 0} />
    </div>
  );
}

function Errors({ errors }: { readonly errors: readonly FailedResult[] }) {
  const [styles, text] = [useStyles(), useText()];
  if (errors.length === 0) return null;
  return (
    <div className={text.small}>
      <p className={text.small}>{TEXT.errorsFound(errors.length)}</p>
      <ul className={mergeClasses(styles.errors, text.small)}>
        {errors.slice(0, MOST_ERRORS).map(({ label, error }, i) => (
          <li key={i}>
            {label}: {errorInWords(error)}
          </li>
        ))}
        {errors.length > MOST_ERRORS && <li>{TEXT.moreErrors(errors.length - MOST_ERRORS)}</li>}
      </ul>
    </div>
  );
}

// Saved, live and change of the results that differ, under what the changelog says of them.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { changeText, type Explained, explained, firstOf, pairTexts } from "../../changeTexts";
import { TEXT } from "../../strings";
import type { ResultChange, SheetChanges, Shown } from "../../workbookChanges";
import { useLayout, useText } from "../styles";

const MOST_SHOWN = 8;

const useStyles = makeStyles({
  // As wide as the card: what is opened is set in otherwise.
  whole: { marginLeft: "-22px" },
  table: { width: "100%", borderCollapse: "collapse" },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: "left",
    verticalAlign: "top",
    fontWeight: tokens.fontWeightRegular,
  },
  value: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  number: { whiteSpace: "nowrap" },
  head: { fontWeight: tokens.fontWeightSemibold },
  reason: { paddingTop: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2, fontStyle: "italic" },
});

export function ChangeTable({ changed }: { readonly changed: SheetChanges }) {
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const [isWhole, setWhole] = useState(false);
  const groups = explained(changed);
  const { length } = changed.changes;
  const shown = isWhole ? groups : firstOf(groups, MOST_SHOWN);
  return (
    <div className={mergeClasses(layout.tight, styles.whole)}>
      <table className={mergeClasses(styles.table, text.small)} aria-label={TEXT.changesOf(changed.sheet)}>
        <Heads />
        {shown.map((group) => (
          <Group key={group.reasons.join()} group={group} />
        ))}
      </table>
      {!isWhole && length > MOST_SHOWN && (
        <div>
          <Button size="small" onClick={() => setWhole(true)}>
            {TEXT.showAll(length)}
          </Button>
        </div>
      )}
    </div>
  );
}

function Heads() {
  const styles = useStyles();
  const head = mergeClasses(styles.cell, styles.head);
  const valueHead = mergeClasses(head, styles.value, styles.number);
  return (
    <thead>
      <tr>
        <th scope="col" className={head}>
          {TEXT.resultHead}
        </th>
        {[TEXT.savedHead, TEXT.liveHead, TEXT.changeHead].map((name) => (
          <th key={name} scope="col" className={valueHead}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Group({ group: { reasons, changes } }: { readonly group: Explained }) {
  const styles = useStyles();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className={mergeClasses(styles.cell, styles.reason)}>
          {reasons.map((reason) => (
            <div key={reason}>{reason}</div>
          ))}
        </th>
      </tr>
      {changes.map((change, i) => (
        <Row key={i} change={change} />
      ))}
    </tbody>
  );
}

function Row({ change }: { readonly change: ResultChange }) {
  const styles = useStyles();
  const value = mergeClasses(styles.cell, styles.value);
  const ofType = (one: Shown) => mergeClasses(value, typeof one === "number" && styles.number);
  const [saved, live] = pairTexts(change);
  return (
    <tr>
      <th scope="row" className={styles.cell}>
        {change.label}
      </th>
      <td className={ofType(change.saved)}>{saved}</td>
      <td className={ofType(change.live)}>{live}</td>
      <td className={mergeClasses(value, styles.number)}>{changeText(change)}</td>
    </tr>
  );
}

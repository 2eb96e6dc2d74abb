// Adds a row of the user's own: a button, and the sentence where what was typed will not do.
import { Button, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { Checked, OwnRow } from "../../own/rows";
import { usePane } from "../../paneContext";
import { TEXT } from "../../strings";
import type { Job } from "../../useWork";
import type { AddedRow, WorkbookHost } from "../../workbookHost";
import { useText } from "../styles";

export interface AddRowProps {
  /** What is added, such as "this model". */
  readonly what: string;
  readonly row: () => Checked<OwnRow>;
  readonly done?: (name: string, sheet: string, row: number) => string;
}

const adding = (workbook: WorkbookHost, row: OwnRow, done: Required<AddRowProps>["done"]): Job<AddedRow> => ({
  title: TEXT.ownAdding(row.name),
  work: (work) => workbook.addRow(row, work),
  done: (added) => done(row.name, added.sheet, added.row),
});

export function AddRow({ what, row, done = TEXT.ownAdded }: AddRowProps) {
  const { workbook, worker } = usePane();
  const text = useText();
  const [refusal, setRefusal] = useState("");
  const add = () => {
    const checked = row();
    setRefusal("refused" in checked ? checked.refused : "");
    if (workbook && "value" in checked) worker.run(adding(workbook, checked.value, done));
  };
  return (
    <>
      <div role="status">{refusal && <p className={text.paragraph}>{refusal}</p>}</div>
      <div>
        <Button disabledFocusable={!workbook || worker.busy} aria-label={TEXT.ownAddLabel(what)} onClick={add}>
          {TEXT.ownAdd}
        </Button>
      </div>
      {!workbook && <p className={mergeClasses(text.small, text.muted)}>{TEXT.ownElsewhere}</p>}
    </>
  );
}

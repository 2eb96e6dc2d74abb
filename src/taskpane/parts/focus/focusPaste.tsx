// Rows of a bill, pasted or from a file: read and checked here, and written when the user has agreed.
import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { type RefObject, useId, useRef, useState } from "react";
import { fitted } from "../../focus/aggregate";
import { MOST_CHARACTERS, readBill } from "../../focus/bill";
import { usePane } from "../../paneContext";
import { TEXT } from "../../strings";
import { type StampedSheet, WorkbookFailure, type WorkbookHost } from "../../workbookHost";
import { useLayout, useText } from "../styles";
import { type ReadRows, WriteBill } from "./writeBill";

const useStyles = makeStyles({
  textarea: { fontFamily: tokens.fontFamilyMonospace },
  file: { maxWidth: "100%", fontFamily: "inherit", color: "inherit" },
});

export interface FocusPasteProps {
  readonly workbook: WorkbookHost;
  readonly stamped: StampedSheet;
}

/** Checked against the room that the sheet has. */
async function rowsFrom(text: string, workbook: WorkbookHost, sheetId: string): Promise<ReadRows> {
  const bill = readBill(text);
  if ("refused" in bill) throw new WorkbookFailure(bill.refused);
  const { rows, without } = bill.value;
  const place = await workbook.billPlace(sheetId);
  const fits = fitted(rows, place.room);
  if (!fits) throw new WorkbookFailure(TEXT.focusTooMany(rows.length, place.room));
  return { read: rows.length, without, place, ...fits };
}

export function FocusPaste({ workbook, stamped: { sheet, sheetId } }: FocusPasteProps) {
  const { worker } = usePane();
  const [text, layout] = [useText(), useLayout()];
  const [rows, setRows] = useState<ReadRows | undefined>(undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  const read = (given: () => Promise<ReadRows>) => {
    setRows(undefined);
    worker.run({
      title: TEXT.focusReading(sheet),
      work: async () => {
        const answer = await given();
        setRows(answer);
        return answer;
      },
      done: (answer) => TEXT.focusRows(answer.read),
    });
  };
  const readText = () => read(() => rowsFrom(area.current?.value ?? "", workbook, sheetId));
  const readFile = (file: File) => read(() => fromFile(file, workbook, sheetId));
  return (
    <div className={layout.stack}>
      <p className={mergeClasses(text.small, text.muted)}>{TEXT.focusIntro}</p>
      <Source area={area} onFile={readFile} />
      <div>
        <Button size="small" disabledFocusable={worker.busy} onClick={readText}>
          {TEXT.focusRead}
        </Button>
      </div>
      {rows && (
        <WriteBill workbook={workbook} sheet={sheet} sheetId={sheetId} rows={rows} onDone={() => setRows(undefined)} />
      )}
    </div>
  );
}

/** Looks at the size before it reads. */
async function fromFile(file: File, workbook: WorkbookHost, sheetId: string): Promise<ReadRows> {
  if (file.size > MOST_CHARACTERS) throw new WorkbookFailure(TEXT.focusTooLarge);
  const text = await file.text().catch((thrown: unknown) => {
    throw new WorkbookFailure(TEXT.focusUnreadable, thrown);
  });
  return rowsFrom(text, workbook, sheetId);
}

interface SourceProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly onFile: (file: File) => void;
}

/** The text stays in the page: it may be megabytes. */
function Source({ area, onFile }: SourceProps) {
  const [styles, layout] = [useStyles(), useLayout()];
  const fileId = useId();
  return (
    <>
      <Field label={TEXT.focusLabel}>
        <Textarea ref={area} className={styles.textarea} rows={4} resize="vertical" spellCheck={false} />
      </Field>
      <div className={layout.tight}>
        <label htmlFor={fileId}>{TEXT.focusFile}</label>
        <input
          id={fileId}
          className={styles.file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) onFile(file);
          }}
        />
      </div>
    </>
  );
}

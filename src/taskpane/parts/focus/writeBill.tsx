// What was read of a bill, and writing it: rows that stand there are replaced only when the user says so.
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Fitted } from "../../focus/aggregate";
import { usePane } from "../../paneContext";
import { TEXT } from "../../strings";
import type { BillPlace, WorkbookHost } from "../../workbookHost";
import { useLayout, useText } from "../styles";

export interface ReadRows extends Fitted {
  /** How many were read, before any were summed. */
  readonly read: number;
  readonly without: readonly string[];
  readonly place: BillPlace;
}

export interface WriteBillProps {
  readonly workbook: WorkbookHost;
  readonly sheet: string;
  readonly sheetId: string;
  readonly rows: ReadRows;
  readonly onDone: () => void;
}

export function WriteBill({ workbook, sheet, sheetId, rows, onDone }: WriteBillProps) {
  const { worker } = usePane();
  const layout = useLayout();
  const [step, setStep] = useState<"read" | "asking" | "kept">("read");
  const write = () =>
    worker.run({
      title: TEXT.focusWriting(sheet),
      work: async () => {
        await workbook.writeBill(sheetId, rows.rows);
        onDone();
      },
      done: () => TEXT.focusWritten(sheet, rows.rows.length),
    });
  return (
    <div className={layout.stack}>
      <Findings rows={rows} />
      {step === "asking" ? (
        <Question
          question={TEXT.focusAsk(sheet, rows.place.filled, rows.rows.length)}
          onReplace={write}
          onKeep={() => setStep("kept")}
        />
      ) : (
        <div>
          <Button
            size="small"
            appearance="primary"
            // Where the focus was before the question took its place.
            autoFocus={step === "kept"}
            disabledFocusable={worker.busy}
            aria-label={TEXT.focusWriteLabel(sheet)}
            onClick={rows.place.filled > 0 ? () => setStep("asking") : write}
          >
            {TEXT.focusWrite}
          </Button>
        </div>
      )}
    </div>
  );
}

function Findings({ rows: { read, rows, summed, without, place } }: { readonly rows: ReadRows }) {
  const text = useText();
  const sentences = [
    summed ? TEXT.focusSummed(read, rows.length, place.room) : TEXT.focusRows(read),
    ...without.map(TEXT.focusWithout),
  ];
  return (
    <div>
      {sentences.map((sentence) => (
        <p key={sentence} className={text.paragraph}>
          {sentence}
        </p>
      ))}
    </div>
  );
}

interface QuestionProps {
  readonly question: string;
  readonly onReplace: () => void;
  readonly onKeep: () => void;
}

/** Escape keeps. */
function Question({ question, onReplace, onKeep }: QuestionProps) {
  const { worker } = usePane();
  const [text, layout] = [useText(), useLayout()];
  return (
    <div
      role="group"
      aria-label={question}
      className={layout.tight}
      onKeyDown={({ key }) => key === "Escape" && onKeep()}
    >
      <p className={text.paragraph}>{question}</p>
      <div className={layout.row}>
        <Button size="small" appearance="primary" disabledFocusable={worker.busy} onClick={onReplace}>
          {TEXT.focusReplace}
        </Button>
        <Button size="small" autoFocus onClick={onKeep}>
          {TEXT.focusKeep}
        </Button>
      </div>
    </div>
  );
}

// A stamped sheet: what it says, what is saved of it, and what can be done with it.
import { Button, makeStyles, mergeClasses, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { budgetVersusActual } from "../../sheets/templates/budgetVersusActual";
import { usePane } from "../paneContext";
import { checksText, goingTo, savedTexts, saving, switching } from "../sheetWork";
import { TEXT } from "../strings";
import type { SheetChanges } from "../workbookChanges";
import type { StampedSheet, WorkbookHost } from "../workbookHost";
import { ChangesOfSheet } from "./changes/changesOfSheet";
import { Disclosure } from "./disclosure";
import { FocusPaste } from "./focus/focusPaste";
import { SaveForm, savingTexts } from "./saveForm";
import { useLayout, useText } from "./styles";

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  checks: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground3 },
  modes: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

export interface SheetCardProps {
  readonly workbook: WorkbookHost;
  readonly stamped: StampedSheet;
  readonly templateName: string;
  /** Undefined where it has no results of the engine. */
  readonly changed: SheetChanges | undefined;
}

export function SheetCard({ workbook, stamped, templateName, changed }: SheetCardProps) {
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const { worker } = usePane();
  const heading = useId();
  const switchTo = (mode: StampedSheet["mode"]) => worker.run(switching(workbook, stamped, mode));
  return (
    <article aria-labelledby={heading} className={mergeClasses(layout.card, styles.card)}>
      <div>
        <h3 id={heading} className={text.subheading}>
          {stamped.sheet}
        </h3>
        <p className={mergeClasses(text.small, text.muted)}>{TEXT.fromTemplate(templateName)}</p>
      </div>
      <Findings stamped={stamped} />
      {changed && <ChangesOfSheet workbook={workbook} changed={changed} />}
      {stamped.hasResults && <ModeSwitch stamped={stamped} onSwitch={switchTo} />}
      {stamped.template === budgetVersusActual.id && (
        <Disclosure summary={TEXT.focusHeading}>
          <FocusPaste workbook={workbook} stamped={stamped} />
        </Disclosure>
      )}
      <SheetActions
        stamped={stamped}
        onGo={() => worker.run(goingTo(workbook, stamped))}
        onSave={(note) => worker.run(saving(workbook, stamped, note, () => switchTo("saved")))}
      />
    </article>
  );
}

function Findings({ stamped }: { readonly stamped: StampedSheet }) {
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const good = stamped.checks === 0;
  return (
    <div className={layout.tight}>
      {stamped.verdict && <p className={text.paragraph}>{stamped.verdict}</p>}
      <p className={mergeClasses(styles.checks, good ? styles.good : styles.bad)}>
        <span aria-hidden="true">{good ? "✓" : "!"}</span> {checksText(stamped)}
      </p>
      {savedTexts(stamped).map((sentence) => (
        <p key={sentence} className={mergeClasses(text.small, text.muted)}>
          {sentence}
        </p>
      ))}
      {stamped.savedNote && <p className={mergeClasses(text.small, text.muted)}>{TEXT.savedNote(stamped.savedNote)}</p>}
    </div>
  );
}

interface ModeSwitchProps {
  readonly stamped: StampedSheet;
  readonly onSwitch: (mode: StampedSheet["mode"]) => void;
}

function ModeSwitch({ stamped, onSwitch }: ModeSwitchProps) {
  const [styles, text] = [useStyles(), useText()];
  const label = useId();
  const nothingSaved = stamped.savedAt === "";
  return (
    <div>
      <span id={label} className={mergeClasses(text.small, text.muted)}>
        {TEXT.shows}
      </span>
      <RadioGroup
        className={styles.modes}
        layout="horizontal"
        aria-labelledby={label}
        value={stamped.mode}
        onChange={(_, { value }) => onSwitch(value as StampedSheet["mode"])}
      >
        <Radio value="live" label={TEXT.live} />
        <Radio value="saved" label={TEXT.savedMode} disabled={nothingSaved && stamped.mode === "live"} />
      </RadioGroup>
    </div>
  );
}

interface SheetActionsProps {
  readonly stamped: StampedSheet;
  readonly onGo: () => void;
  readonly onSave: (note: string) => void;
}

function SheetActions({ stamped: { sheet, hasResults }, onGo, onSave }: SheetActionsProps) {
  const layout = useLayout();
  const { worker } = usePane();
  const [form, setForm] = useState<"unasked" | "open" | "closed">("unasked");
  const save = (note: string) => {
    setForm("closed");
    onSave(note);
  };
  if (form === "open") return <SaveForm texts={savingTexts(sheet)} onSave={save} onClose={() => setForm("closed")} />;
  return (
    <div className={layout.row}>
      <Button size="small" disabled={worker.busy} aria-label={TEXT.goToSheetLabel(sheet)} onClick={onGo}>
        {TEXT.goToSheet}
      </Button>
      {/* Where the focus was before the form took its place. */}
      {hasResults && (
        <Button
          size="small"
          autoFocus={form === "closed"}
          disabledFocusable={worker.busy}
          aria-label={TEXT.saveLabel(sheet)}
          onClick={() => setForm("open")}
        >
          {TEXT.save}
        </Button>
      )}
    </div>
  );
}

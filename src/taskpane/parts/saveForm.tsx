import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { TEXT } from "../strings";
import { useLayout } from "./styles";

export interface SaveFormTexts {
  readonly label: string;
  readonly note: string;
  readonly act: string;
  readonly never: string;
}

export const savingTexts = (sheet: string): SaveFormTexts => ({
  label: TEXT.saveLabel(sheet),
  note: TEXT.saveNote,
  act: TEXT.saveNow,
  never: TEXT.saveNever,
});

export interface SaveFormProps {
  readonly texts: SaveFormTexts;
  readonly onSave: (note: string) => void;
  readonly onClose: () => void;
}

/** Asks for a note before results are saved, kept or accepted. Enter does it, Escape does not. */
export function SaveForm({ texts, onSave, onClose }: SaveFormProps) {
  const layout = useLayout();
  const [note, setNote] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(note);
  };
  return (
    <form
      aria-label={texts.label}
      className={layout.stack}
      onSubmit={submit}
      onKeyDown={({ key }) => key === "Escape" && onClose()}
    >
      <Field label={texts.note}>
        <Input autoFocus value={note} placeholder={TEXT.saveNoteHint} onChange={(_, { value }) => setNote(value)} />
      </Field>
      <div className={layout.row}>
        <Button size="small" appearance="primary" type="submit">
          {texts.act}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts.never}
        </Button>
      </div>
    </form>
  );
}

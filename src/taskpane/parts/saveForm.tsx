import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { TEXT } from "../strings";
import { useLayout } from "./styles";

export interface SaveFormProps {
  readonly sheet: string;
  readonly onSave: (note: string) => void;
  readonly onClose: () => void;
}

/** Asks for a note before results are saved. Enter saves, Escape does not. */
export function SaveForm({ sheet, onSave, onClose }: SaveFormProps) {
  const layout = useLayout();
  const [note, setNote] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(note);
  };
  return (
    <form
      aria-label={TEXT.saveLabel(sheet)}
      className={layout.stack}
      onSubmit={submit}
      onKeyDown={({ key }) => key === "Escape" && onClose()}
    >
      <Field label={TEXT.saveNote}>
        <Input autoFocus value={note} placeholder={TEXT.saveNoteHint} onChange={(_, { value }) => setNote(value)} />
      </Field>
      <div className={layout.row}>
        <Button size="small" appearance="primary" type="submit">
          {TEXT.saveNow}
        </Button>
        <Button size="small" onClick={onClose}>
          {TEXT.saveNever}
        </Button>
      </div>
    </form>
  );
}

// Fields of the forms for rows of the user's own.
import { Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(128px, 1fr))",
    alignItems: "end",
    gap: tokens.spacingHorizontalM,
  },
});

/** Side by side where there is room. */
export const Fields = ({ children }: { readonly children: ReactNode }) => (
  <div className={useStyles().fields}>{children}</div>
);

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string | undefined;
  readonly type?: "text" | "date";
  readonly numeric?: boolean;
}

export const TextField = ({ label, value, onValue, hint, type = "text", numeric = false }: TextFieldProps) => (
  <Field label={label}>
    <Input
      type={type}
      inputMode={numeric ? "decimal" : undefined}
      value={value}
      placeholder={hint}
      autoComplete="off"
      spellCheck={false}
      // Its own width would widen the pane.
      input={{ style: { minWidth: 0 } }}
      root={{ style: { minWidth: 0 } }}
      onChange={(_, { value: typed }) => onValue(typed)}
    />
  </Field>
);

export interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

export const ChoiceField = ({ label, value, onValue, choices }: ChoiceFieldProps) => (
  <Field label={label}>
    <Select value={value} onChange={(_, { value: chosen }) => onValue(chosen)}>
      {choices.map(({ id, label: shown }) => (
        <option key={id} value={id}>
          {shown}
        </option>
      ))}
    </Select>
  </Field>
);

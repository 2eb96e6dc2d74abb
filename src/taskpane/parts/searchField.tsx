import { Field, Input } from "@fluentui/react-components";

export interface SearchFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** A labelled search box; Escape empties it, as browsers do. */
export function SearchField({ label, hint, query, onQuery }: SearchFieldProps) {
  return (
    <Field label={label}>
      <Input
        type="search"
        value={query}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => onQuery(value)}
      />
    </Field>
  );
}

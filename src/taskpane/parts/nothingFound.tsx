import { Button } from "@fluentui/react-components";
import { TEXT } from "../strings";
import { useLayout, useText } from "./styles";

export interface NothingFoundProps {
  readonly query: string;
  readonly onClear: () => void;
}

export function NothingFound({ query, onClear }: NothingFoundProps) {
  const text = useText();
  const layout = useLayout();
  return (
    <div className={layout.row}>
      <p className={text.paragraph}>{TEXT.nothingFound(query.trim())}</p>
      <Button size="small" onClick={onClear}>
        {TEXT.clearSearch}
      </Button>
    </div>
  );
}

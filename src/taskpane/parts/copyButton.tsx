import { Button } from "@fluentui/react-components";
import type { RefObject } from "react";
import { copyFrom } from "../clipboard";
import { usePane } from "../paneContext";
import { TEXT } from "../strings";

export interface CopyButtonProps {
  /** The element whose text is copied. */
  readonly source: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly text?: string;
  readonly copied?: string;
}

export function CopyButton({ source, label, text = TEXT.copy, copied = TEXT.copied }: CopyButtonProps) {
  const { worker } = usePane();
  const copy = async () => {
    if (source.current) worker.tell((await copyFrom(source.current)) ? copied : TEXT.notCopied);
  };
  return (
    <Button
      size="small"
      appearance={text === TEXT.copy ? "subtle" : "secondary"}
      aria-label={label}
      onClick={() => void copy()}
    >
      {text}
    </Button>
  );
}

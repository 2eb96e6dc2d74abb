// Keep or Accept, each after a note for the change log.
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { accepting, keeping, type Target } from "../../changeWork";
import { usePane } from "../../paneContext";
import { TEXT } from "../../strings";
import type { WorkbookChanges } from "../../workbookChanges";
import { SaveForm, type SaveFormTexts } from "../saveForm";
import { useLayout } from "../styles";

type Act = "keep" | "accept";

export interface ChangeActionsProps {
  readonly workbook: WorkbookChanges;
  readonly target: Target;
  readonly canAccept: boolean;
}

function formTexts(act: Act, { name }: Target): SaveFormTexts {
  const [label, now] = act === "keep" ? [TEXT.keepLabel(name), TEXT.keepNow] : [TEXT.acceptLabel(name), TEXT.acceptNow];
  return { label, note: TEXT.changeNote, act: now, never: TEXT.changeNever };
}

export function ChangeActions({ workbook, target, canAccept }: ChangeActionsProps) {
  const { worker } = usePane();
  const [asked, setAsked] = useState<Act>();
  const [last, setLast] = useState<Act>();
  const open = (act: Act) => {
    setAsked(act);
    setLast(act);
  };
  const run = (note: string) => {
    setAsked(undefined);
    if (asked === "keep") worker.run(keeping(workbook, target, note));
    if (asked === "accept") worker.run(accepting(workbook, target, note));
  };
  if (asked) return <SaveForm texts={formTexts(asked, target)} onSave={run} onClose={() => setAsked(undefined)} />;
  return <ActButtons target={target} canAccept={canAccept} focused={last} onAct={open} />;
}

interface ActButtonsProps {
  readonly target: Target;
  readonly canAccept: boolean;
  /** Where the focus was before the form took its place. */
  readonly focused: Act | undefined;
  readonly onAct: (act: Act) => void;
}

function ActButtons({ target: { name }, canAccept, focused, onAct }: ActButtonsProps) {
  const layout = useLayout();
  const { worker } = usePane();
  return (
    <div className={layout.row}>
      <Button
        size="small"
        autoFocus={focused === "keep"}
        disabledFocusable={worker.busy}
        aria-label={TEXT.keepLabel(name)}
        onClick={() => onAct("keep")}
      >
        {TEXT.keep}
      </Button>
      <Button
        size="small"
        autoFocus={focused === "accept"}
        disabledFocusable={worker.busy || !canAccept}
        aria-label={TEXT.acceptLabel(name)}
        onClick={() => onAct("accept")}
      >
        {TEXT.accept}
      </Button>
    </div>
  );
}

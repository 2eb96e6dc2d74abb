// The self-check: run it, say what becomes of an earlier one, see what came of it.
import { Button } from "@fluentui/react-components";
import { useId } from "react";
import { usePane } from "../../paneContext";
import type { SelfCheckHost } from "../../selfCheckHost";
import { TEXT } from "../../strings";
import { type SelfCheck, useSelfCheck } from "../../useSelfCheck";
import { useLayout, useText } from "../styles";
import { SelfCheckFindings } from "./selfCheckFindings";

export function SelfCheckSection({ workbook }: { readonly workbook: SelfCheckHost }) {
  const [text, layout] = [useText(), useLayout()];
  const { worker } = usePane();
  const heading = useId();
  const check = useSelfCheck(workbook);
  const { state, start } = check;
  return (
    <section aria-labelledby={heading} className={layout.stack}>
      <div>
        <h3 id={heading} className={text.subheading}>
          {TEXT.checkHeading}
        </h3>
        <p className={text.muted}>{TEXT.checkIntro}</p>
      </div>
      {state.kind === "asking" ? (
        <Asking check={check} found={state.found.sheet} sheetId={state.found.sheetId} />
      ) : (
        <div>
          <Button size="small" disabledFocusable={worker.busy} onClick={start}>
            {TEXT.checkRun}
          </Button>
        </div>
      )}
      {state.kind === "idle" && state.result && <SelfCheckFindings result={state.result} />}
    </section>
  );
}

interface AskingProps {
  readonly check: SelfCheck;
  readonly found: string;
  readonly sheetId: string;
}

function Asking({ check: { run, drop }, found, sheetId }: AskingProps) {
  const [text, layout] = [useText(), useLayout()];
  return (
    <div role="group" aria-label={TEXT.checkRun} className={layout.tight}>
      <p className={text.paragraph}>{TEXT.checkAsk(found)}</p>
      <div className={layout.row}>
        {/* The harmless one first: it has the focus when the question comes up. */}
        <Button size="small" autoFocus onClick={() => run(undefined)}>
          {TEXT.checkNew}
        </Button>
        <Button size="small" onClick={() => run(sheetId)}>
          {TEXT.checkRefill}
        </Button>
        <Button size="small" onClick={drop}>
          {TEXT.checkNever}
        </Button>
      </div>
    </div>
  );
}

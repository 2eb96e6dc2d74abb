// What is being done, or what came of it: at the bottom of the pane, in view wherever it is scrolled to.
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  mergeClasses,
  ProgressBar,
  tokens,
} from "@fluentui/react-components";
import { TEXT } from "../strings";
import type { Worker } from "../useWork";
import type { Running, Told, WorkState } from "../work";
import { useLayout, useText } from "./styles";

const useStyles = makeStyles({
  bar: { position: "sticky", bottom: 0, zIndex: 1, paddingBottom: tokens.spacingVerticalS },
  running: { boxShadow: tokens.shadow16, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  step: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  message: { boxShadow: tokens.shadow16 },
});
const INTENT = { done: "success", cancelled: "info", failed: "error" } as const;

const stepText = ({ step, cancelling }: Running): string => (cancelling ? TEXT.cancelling : step);

function Progress({ running, onCancel }: { readonly running: Running; readonly onCancel: () => void }) {
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const { title, done, of, cancellable, cancelling } = running;
  return (
    <div className={mergeClasses(layout.card, styles.running)}>
      <div className={styles.step}>
        <p className={text.subheading}>{title}</p>
        {cancellable && (
          <Button size="small" disabledFocusable={cancelling} onClick={onCancel}>
            {TEXT.cancel}
          </Button>
        )}
      </div>
      <ProgressBar aria-label={title} value={of > 0 ? done : undefined} max={of > 0 ? of : undefined} />
      <div className={mergeClasses(styles.step, text.small, text.muted)}>
        <span>{stepText(running)}</span>
        {of > 0 && <span>{TEXT.stepOf(done, of)}</span>}
      </div>
    </div>
  );
}

function Message({ told, onClose }: { readonly told: Told; readonly onClose: () => void }) {
  const styles = useStyles();
  const { tone, sentence, offer } = told;
  return (
    <MessageBar className={styles.message} intent={INTENT[tone]} layout="multiline">
      <MessageBarBody>{sentence}</MessageBarBody>
      <MessageBarActions containerAction={<CloseButton onClose={onClose} />}>
        {offer && (
          <Button size="small" onClick={offer.run}>
            {offer.label}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

function CloseButton({ onClose }: { readonly onClose: () => void }) {
  return (
    <Button
      size="small"
      appearance="transparent"
      aria-label={TEXT.close}
      icon={
        <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
          <path d="M4 4 12 12M12 4 4 12" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" />
        </svg>
      }
      onClick={onClose}
    />
  );
}

/** What a screen reader says: the title, each step, the result. */
const spoken = (state: WorkState): string => {
  if (state.kind === "running") return `${state.title}. ${stepText(state)}`;
  return state.kind === "told" && state.tone !== "failed" ? state.sentence : "";
};

export function WorkBar({ worker }: { readonly worker: Worker }) {
  const { state, cancel, dismiss } = worker;
  const [styles, text] = [useStyles(), useText()];
  return (
    <div className={styles.bar}>
      <div role="status" className={text.hiddenFromSight}>
        {spoken(state)}
      </div>
      <div role="alert" className={text.hiddenFromSight}>
        {state.kind === "told" && state.tone === "failed" ? state.sentence : ""}
      </div>
      {state.kind === "running" && <Progress running={state} onCancel={cancel} />}
      {state.kind === "told" && <Message told={state} onClose={dismiss} />}
    </div>
  );
}

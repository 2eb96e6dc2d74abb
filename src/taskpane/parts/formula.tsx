// A formula with Insert and Copy.
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { usePane } from "../paneContext";
import { TEXT } from "../strings";
import { CopyButton } from "./copyButton";
import { useLayout, useText } from "./styles";

const useStyles = makeStyles({
  formula: {
    display: "block",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: "anywhere",
  },
});

function InsertFormula({ formula }: { readonly formula: string }) {
  const { workbook, worker } = usePane();
  const insert = () =>
    workbook &&
    worker.run({
      title: TEXT.insertingFormula,
      work: () => workbook.insertFormula(formula),
      done: ({ address }) => TEXT.insertedFormula(address),
    });
  return (
    <Button
      size="small"
      disabledFocusable={!workbook || worker.busy}
      aria-label={TEXT.insertLabel(formula)}
      onClick={insert}
    >
      {TEXT.insert}
    </Button>
  );
}

export function Formula({ formula, result }: { readonly formula: string; readonly result?: string }) {
  const styles = useStyles();
  const text = useText();
  const layout = useLayout();
  const code = useRef<HTMLElement>(null);
  return (
    <div className={layout.tight}>
      <code ref={code} className={mergeClasses(styles.formula, text.code)}>
        {formula}
      </code>
      {result && <p className={mergeClasses(text.small, text.muted)}>{result}</p>}
      <div className={layout.row}>
        <InsertFormula formula={formula} />
        <CopyButton source={code} label={TEXT.copyLabel(formula)} />
      </div>
    </div>
  );
}

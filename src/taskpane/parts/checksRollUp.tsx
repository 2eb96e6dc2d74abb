// The checks of all sheets in one line, with the way to those that fail.
import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { usePane } from "../paneContext";
import { goingTo } from "../sheetWork";
import { TEXT } from "../strings";
import type { StampedSheet, WorkbookHost } from "../workbookHost";
import { useText } from "./styles";

const useStyles = makeStyles({
  line: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground3 },
});

export interface ChecksRollUpProps {
  readonly workbook: WorkbookHost;
  readonly sheets: readonly StampedSheet[];
}

export function ChecksRollUp({ workbook, sheets }: ChecksRollUpProps) {
  const styles = useStyles();
  const failed = sheets.filter(({ checks }) => checks !== 0);
  if (failed.length === 0)
    return (
      <p className={mergeClasses(styles.line, styles.good)}>
        <span aria-hidden="true">✓</span> {sheets.length === 1 ? TEXT.rollUpOneGood : TEXT.rollUpGood(sheets.length)}
      </p>
    );
  return (
    <p className={styles.line}>
      <span className={styles.bad}>
        <span aria-hidden="true">!</span> {TEXT.rollUpFailed(failed.length, sheets.length)}
      </span>{" "}
      {failed.map((stamped, i) => (
        <span key={stamped.sheetId}>
          {i > 0 && ", "}
          <ToSheet workbook={workbook} stamped={stamped} />
        </span>
      ))}
    </p>
  );
}

function ToSheet({ workbook, stamped }: { readonly workbook: WorkbookHost; readonly stamped: StampedSheet }) {
  const { worker } = usePane();
  const text = useText();
  return (
    <Link
      as="button"
      inline
      className={text.paragraph}
      disabledFocusable={worker.busy}
      aria-label={`${TEXT.goToSheetLabel(stamped.sheet)} ${TEXT.failedChecks(stamped.checks)}`}
      onClick={() => worker.run(goingTo(workbook, stamped))}
    >
      {stamped.sheet} {TEXT.failedChecks(stamped.checks)}
    </Link>
  );
}

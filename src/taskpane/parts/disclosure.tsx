// A native <details> in Fluent's clothes; what is inside is made when it is first opened.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";

const useStyles = makeStyles({
  details: { "&[open] > summary::before": { transform: "rotate(45deg)" } },
  summary: {
    display: "flex",
    alignItems: "baseline",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    "::-webkit-details-marker": { display: "none" },
    // The arrow: two borders, which stay when the system forces its colors.
    "::before": {
      content: '""',
      flexShrink: 0,
      width: "6px",
      height: "6px",
      borderRight: "1.5px solid",
      borderBottom: "1.5px solid",
      transform: "rotate(-45deg)",
    },
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  group: { fontWeight: tokens.fontWeightSemibold },
  body: {
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalL}`,
    marginLeft: "22px",
  },
  groupBody: { marginLeft: tokens.spacingHorizontalL, paddingTop: 0 },
});

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Holds entries rather than facts. */
  readonly group?: boolean;
  readonly startsOpen?: boolean;
}

export function Disclosure({ summary, children, group = false, startsOpen = false }: DisclosureProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(startsOpen);
  const [opened, setOpened] = useState(startsOpen);
  const toggled = (now: boolean) => {
    setOpen(now);
    if (now) setOpened(true);
  };
  return (
    <details className={styles.details} open={open} onToggle={({ currentTarget }) => toggled(currentTarget.open)}>
      <summary className={mergeClasses(styles.summary, group && styles.group)}>
        <span>{summary}</span>
      </summary>
      {opened && <div className={mergeClasses(styles.body, group && styles.groupBody)}>{children}</div>}
    </details>
  );
}

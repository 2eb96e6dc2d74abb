// A native <details> in Fluent's clothes; what is inside is made when it is first opened.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";

const useStyles = makeStyles({
  summary: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    listStylePosition: "outside",
    marginLeft: tokens.spacingHorizontalL,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  group: { fontWeight: tokens.fontWeightSemibold },
  body: {
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM} ${tokens.spacingHorizontalS}`,
    marginLeft: tokens.spacingHorizontalL,
  },
  groupBody: { marginLeft: 0, paddingLeft: tokens.spacingHorizontalS },
});

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Holds entries rather than facts. */
  readonly group?: boolean;
  readonly id?: string;
}

export function Disclosure({ summary, children, group = false, id }: DisclosureProps) {
  const styles = useStyles();
  const [opened, setOpened] = useState(false);
  return (
    <details id={id} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary className={mergeClasses(styles.summary, group && styles.group)}>{summary}</summary>
      {opened && <div className={mergeClasses(styles.body, group && styles.groupBody)}>{children}</div>}
    </details>
  );
}

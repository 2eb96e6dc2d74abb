// What stands above and below every place.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { TEXT } from "../strings";
import { OutsideLink } from "./outsideLink";
import { useLayout, useText } from "./styles";

const useStyles = makeStyles({
  footer: {
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  header: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
});

export function Header() {
  const [styles, text] = [useStyles(), useText()];
  return (
    <header className={styles.header}>
      <img src="icon-64.png" alt="" width={32} height={32} />
      <div>
        <h1 className={text.title}>{TEXT.name}</h1>
        <p className={mergeClasses(text.small, text.muted)}>{TEXT.what}</p>
      </div>
    </header>
  );
}

export function Footer({ version }: { readonly version: string }) {
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  return (
    <footer className={mergeClasses(layout.tight, text.small, text.muted, styles.footer)}>
      <p className={text.small}>{TEXT.private}</p>
      <div className={layout.row}>
        <span>{TEXT.version(version)}</span>
        <OutsideLink href="support.html">{TEXT.support}</OutsideLink>
        <OutsideLink href="reference.html">{TEXT.allFunctions}</OutsideLink>
      </div>
    </footer>
  );
}

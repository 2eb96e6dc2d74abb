// The first thing on the page where it is not in Excel.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Surroundings } from "../office";
import { TEXT } from "../strings";
import { useLayout, useText } from "./styles";

const NOTICES: Partial<Record<Surroundings, { readonly heading: string; readonly text: string }>> = {
  outside: { heading: TEXT.outsideHeading, text: TEXT.outsideText },
  noOffice: { heading: TEXT.noOfficeHeading, text: TEXT.noOfficeText },
  silent: { heading: TEXT.silentHeading, text: TEXT.silentText },
};

const useStyles = makeStyles({
  notice: { backgroundColor: tokens.colorNeutralBackground3 },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

export function OutsideNotice({ surroundings }: { readonly surroundings: Surroundings }) {
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const heading = useId();
  const notice = NOTICES[surroundings];
  if (!notice) return null;
  return (
    <section aria-labelledby={heading} className={mergeClasses(layout.card, layout.tight, styles.notice)}>
      <h2 id={heading} className={text.subheading}>
        {notice.heading}
      </h2>
      <p className={text.paragraph}>{notice.text}</p>
      <ul className={styles.steps}>
        {TEXT.outsideSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </section>
  );
}

// The selected cell: what it shows, and why.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type ReactNode, useId } from "react";
import type { CellReason } from "../../functions/reason";
import { usePane } from "../paneContext";
import { TEXT } from "../strings";
import { type SelectedCell as Selected, useSelectedCell } from "../useSelectedCell";
import type { CellStory } from "../workbookHost";
import { Facts } from "./catalogRow";
import { Disclosure } from "./disclosure";
import { OutsideLink } from "./outsideLink";
import { useLayout, useText } from "./styles";

const useStyles = makeStyles({
  card: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  shown: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

export function SelectedCell({ active }: { readonly active: boolean }) {
  const { workbook, worker } = usePane();
  const selected = useSelectedCell(workbook, active && !worker.busy);
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={mergeClasses(layout.card, styles.card)}>
      <h3 id={heading} className={text.subheading}>
        {TEXT.cellHeading}
      </h3>
      {workbook ? <Told selected={selected} /> : <p className={text.muted}>{TEXT.cellElsewhere}</p>}
    </section>
  );
}

function Told({ selected }: { readonly selected: Selected }) {
  const text = useText();
  const story = selected.kind === "read" ? selected.story : undefined;
  return (
    <>
      <div role="status">
        {selected.kind === "reading" && <p className={text.muted}>{TEXT.cellReading}</p>}
        {selected.kind === "failed" && <p className={text.paragraph}>{selected.sentence}</p>}
        {story && <Head story={story} />}
      </div>
      {story && <Body story={story} />}
    </>
  );
}

/** A cell may hold a whole config.json. */
const LONGEST_SHOWN = 160;
const short = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text);

/** What a screen reader hears when another cell is selected. */
function Head({ story: { address, label, shown, sentence } }: { readonly story: CellStory }) {
  const [styles, text] = [useStyles(), useText()];
  return (
    <>
      <p className={mergeClasses(text.small, text.muted)}>{label ? `${address} · ${label}` : address}</p>
      {shown !== "" && <p className={styles.shown}>{TEXT.cellShows(short(shown))}</p>}
      {sentence && <p className={text.paragraph}>{sentence}</p>}
    </>
  );
}

function Body({ story: { formula, reason, cells } }: { readonly story: CellStory }) {
  const [text, layout] = [useText(), useLayout()];
  return (
    <div className={layout.stack}>
      {formula !== "" && (
        <Part heading={TEXT.cellFormula}>
          <code className={text.code}>{formula}</code>
        </Part>
      )}
      {reason && <Reason reason={reason} />}
      {cells.length > 0 && (
        <Part heading={TEXT.cellReferences}>
          <Facts
            facts={cells.map(({ label, address, shown }) => ({
              label: label || address,
              text: label ? TEXT.cellAt(short(shown), address) : short(shown),
            }))}
          />
        </Part>
      )}
    </div>
  );
}

function Reason({ reason }: { readonly reason: CellReason }) {
  const [text, layout] = [useText(), useLayout()];
  const { id, summary, formula, inputs, sentence, range, anchor } = reason;
  return (
    <div className={layout.stack}>
      <p className={text.paragraph}>{summary}</p>
      {sentence ? (
        <WithNumbers sentence={sentence} />
      ) : (
        <Part heading={TEXT.cellFilledIn}>
          <code className={text.code}>{formula}</code>
        </Part>
      )}
      {range && <p className={text.paragraph}>{TEXT.cellRange(range)}</p>}
      {inputs.length > 0 && (
        <Part heading={TEXT.cellInputs}>
          <Facts facts={inputs.map(({ name, value }) => ({ label: name, text: short(value) }))} />
        </Part>
      )}
      <Sources reason={reason} />
      <p className={text.small}>
        <OutsideLink href={anchor}>{TEXT.moreOf(id)}</OutsideLink>
      </p>
    </div>
  );
}

/** After the first colon or equals sign part by part; what stands in brackets stays together. */
const PARTS = /(?<=^[^:=[]*[:=]) |; (?![^[]*\])| (?=\+ [a-z])/;

/** Part by part: one line each. */
function WithNumbers({ sentence }: { readonly sentence: string }) {
  const [styles, text] = [useStyles(), useText()];
  const [head = "", ...lines] = sentence.split(PARTS);
  return (
    <Part heading={TEXT.cellParts}>
      <p className={text.small}>{head}</p>
      {lines.length > 0 && (
        <ul className={mergeClasses(styles.list, text.small)}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function Sources({ reason: { sources, notes } }: { readonly reason: CellReason }) {
  const [styles, text] = [useStyles(), useText()];
  return (
    <Disclosure summary={TEXT.cellSources}>
      <ul className={mergeClasses(styles.list, text.small)}>
        {[...sources, ...notes].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Part({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const [text, layout] = [useText(), useLayout()];
  return (
    <div className={layout.tight}>
      <h4 className={text.subheading}>{heading}</h4>
      {children}
    </div>
  );
}

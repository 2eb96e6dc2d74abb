// What a self-check found, where it ran, and the report to copy.
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { CheckedExample, SelfCheckResult } from "../../selfCheckHost";
import { hereText, notPassing, platformFacts, reportOf, verdictOf } from "../../selfCheckReport";
import { TEXT } from "../../strings";
import { CopyButton } from "../copyButton";
import { useLayout, useText } from "../styles";

const useStyles = makeStyles({
  findings: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  verdict: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground3 },
  failing: { margin: 0, paddingLeft: tokens.spacingHorizontalL, listStyleType: "disc" },
  facts: { margin: 0, display: "grid", gridTemplateColumns: "max-content 1fr", columnGap: tokens.spacingHorizontalM },
  fact: { margin: 0 },
});

export function SelfCheckFindings({ result }: { readonly result: SelfCheckResult }) {
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const report = useRef<HTMLPreElement>(null);
  const failing = notPassing(result);
  const good = failing.length === 0;
  return (
    <div className={mergeClasses(layout.card, styles.findings)}>
      <p className={mergeClasses(styles.verdict, good ? styles.good : styles.bad)}>
        <span aria-hidden="true">{good ? "✓" : "!"}</span> {verdictOf(result)}
      </p>
      {!good && <Failing examples={failing} />}
      <h4 className={text.subheading}>{TEXT.checkPlatform}</h4>
      <dl className={mergeClasses(styles.facts, text.small)}>
        {[[TEXT.checkSheet, [result.sheet]] as const, ...platformFacts(result.platform)].map(([label, lines]) => [
          <dt key={`${label} label`} className={text.muted}>
            {label}
          </dt>,
          <dd key={label} className={styles.fact}>
            {lines.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </dd>,
        ])}
      </dl>
      <div>
        <CopyButton source={report} text={TEXT.checkCopy} label={TEXT.checkCopy} copied={TEXT.checkCopied} />
      </div>
      {/* What Copy takes: in the page for selection by hand, out of sight otherwise. */}
      <pre ref={report} className={text.hiddenFromSight}>
        {reportOf(result)}
      </pre>
    </div>
  );
}

const MOST_SHOWN = 10;

function Failing({ examples }: { readonly examples: readonly CheckedExample[] }) {
  const [styles, text] = [useStyles(), useText()];
  return (
    <ul aria-label={TEXT.checkFailing} className={mergeClasses(styles.failing, text.small)}>
      {examples.slice(0, MOST_SHOWN).map((row, i) => (
        <li key={i}>
          <code className={text.code}>={row.example}</code>
          <div>
            {TEXT.checkHere}: {hereText(row)}
          </div>
          <div>
            {TEXT.checkDocumented}: {row.documented}
          </div>
        </li>
      ))}
      {examples.length > MOST_SHOWN && <li>{TEXT.moreErrors(examples.length - MOST_SHOWN)}</li>}
    </ul>
  );
}

// Short names of the functions, on or off in this workbook.
import { Switch } from "@fluentui/react-components";
import { useEffect, useId, useState } from "react";
import { usePane } from "../paneContext";
import type { ShortNamesHost, ShortNamesState } from "../shortNamesHost";
import { TEXT } from "../strings";
import type { Job } from "../useWork";
import { useLayout, useText } from "./styles";

const NONE: ShortNamesState = { ours: [], others: [], excels: [] };

export interface ShortNamesSectionProps {
  readonly workbook: ShortNamesHost;
  /** In view, and nothing at work. */
  readonly wanted: boolean;
}

/** What the workbook has, read again whenever work has ended; where that fails it shows as off. */
function useShortNames({ workbook, wanted }: ShortNamesSectionProps): ShortNamesState {
  const [state, setState] = useState(NONE);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    workbook.shortNames().then(
      (read) => current && setState(read),
      () => current && setState(NONE),
    );
    return () => {
      current = false;
    };
  }, [workbook, wanted]);
  return state;
}

const turning = (workbook: ShortNamesHost, on: boolean): Job<ShortNamesState> => ({
  title: on ? TEXT.shortDefining : TEXT.shortRemoving,
  cancellable: true,
  work: (work) => (on ? workbook.defineShortNames(work) : workbook.removeShortNames(work)),
  done: ({ ours }) => (on ? TEXT.shortDefined(ours.length) : TEXT.shortRemoved),
});

export function ShortNamesSection(props: ShortNamesSectionProps) {
  const [text, layout] = [useText(), useLayout()];
  const { worker } = usePane();
  const heading = useId();
  const { ours, others, excels } = useShortNames(props);
  const isOn = ours.length > 0;
  return (
    <section aria-labelledby={heading} className={layout.tight}>
      <h3 id={heading} className={text.subheading}>
        {TEXT.shortHeading}
      </h3>
      <p className={text.muted}>{TEXT.shortIntro}</p>
      <Switch
        checked={isOn}
        disabledFocusable={worker.busy}
        label={TEXT.shortSwitch}
        onChange={(_, { checked }) => worker.run(turning(props.workbook, checked))}
      />
      {isOn && (
        <p className={text.small}>
          {TEXT.shortOn(ours.length)} {excels.length > 0 && TEXT.shortExcels(excels)}
        </p>
      )}
      {others.length > 0 && <p className={text.small}>{TEXT.shortOthers(others)}</p>}
    </section>
  );
}

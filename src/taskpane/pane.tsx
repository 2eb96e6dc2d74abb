// The pane: what it is called, its three places, what is being done.
import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SheetTemplate } from "../sheets/template";
import type { Surroundings } from "./office";
import { PaneProvider } from "./paneContext";
import { Footer, Header } from "./parts/frame";
import { OutsideNotice } from "./parts/outsideNotice";
import { focusTab, type Place, type PlaceContent, Places } from "./parts/places";
import { WorkBar } from "./parts/workBar";
import { ReferencePlace } from "./places/reference";
import { TemplatesPlace } from "./places/templates";
import { WorkbookPlace } from "./places/workbook";
import { TEXT } from "./strings";
import { useHostTheme } from "./theme";
import { useWork } from "./useWork";
import type { WorkbookHost } from "./workbookHost";

const useStyles = makeStyles({
  pane: {
    boxSizing: "border-box",
    minHeight: "100vh",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    overflowWrap: "anywhere",
  },
  main: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    width: "100%",
    maxWidth: "640px",
  },
});

export interface PaneProps {
  readonly templates: readonly SheetTemplate[];
  readonly surroundings: Surroundings;
  readonly workbook: WorkbookHost | undefined;
  readonly version: string;
}

export function Pane({ templates, surroundings, workbook, version }: PaneProps) {
  const styles = useStyles();
  const theme = useHostTheme();
  const worker = useWork();
  const [place, setPlace] = useState<Place>("templates");
  const goTo = (to: Place) => {
    setPlace(to);
    worker.leavePlace();
  };
  const toTemplates = () => {
    goTo("templates");
    focusTab("templates");
  };
  const places: readonly PlaceContent[] = [
    { id: "templates", name: TEXT.templatesPlace, content: <TemplatesPlace templates={templates} /> },
    { id: "reference", name: TEXT.referencePlace, content: <ReferencePlace active={place === "reference"} /> },
    {
      id: "workbook",
      name: TEXT.workbookPlace,
      content: <WorkbookPlace templates={templates} active={place === "workbook"} onTemplates={toTemplates} />,
    },
  ];
  return (
    <FluentProvider theme={theme}>
      <PaneProvider value={{ workbook, worker }}>
        <div className={styles.pane}>
          <Header />
          <main className={styles.main}>
            <OutsideNotice surroundings={surroundings} />
            <Places places={places} selected={place} onSelect={goTo} />
            <WorkBar worker={worker} />
          </main>
          <Footer version={version} />
        </div>
      </PaneProvider>
    </FluentProvider>
  );
}

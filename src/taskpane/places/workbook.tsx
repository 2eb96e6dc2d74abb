// Workbook: the sheets that came from templates.
import { Button, makeStyles, MessageBar, MessageBarBody, mergeClasses, ProgressBar } from "@fluentui/react-components";
import { SELF_CHECK_ID } from "../../sheets/selfCheck";
import type { SheetTemplate } from "../../sheets/template";
import { support } from "../../sheets/templates/support";
import { recalculating } from "../changeWork";
import { usePane } from "../paneContext";
import { ChangesOfAll } from "../parts/changes/changesOfAll";
import { ChecksRollUp } from "../parts/checksRollUp";
import { SelfCheckSection } from "../parts/selfCheck/selfCheckSection";
import { SheetCard } from "../parts/sheetCard";
import { ShortNamesSection } from "../parts/shortNamesSection";
import { useLayout, useText } from "../parts/styles";
import { TEXT } from "../strings";
import { type Sheets, useSheets } from "../useSheets";
import type { WorkbookHost } from "../workbookHost";

const useStyles = makeStyles({
  top: { justifyContent: "space-between" },
});

export interface WorkbookPlaceProps {
  readonly templates: readonly SheetTemplate[];
  /** Whether the place is the one in view. */
  readonly active: boolean;
  readonly onTemplates: () => void;
}

export function WorkbookPlace(props: WorkbookPlaceProps) {
  const { workbook } = usePane();
  const text = useText();
  if (!workbook) return <p className={text.paragraph}>{TEXT.workbookElsewhere}</p>;
  return <StampedSheets {...props} workbook={workbook} />;
}

function StampedSheets({
  templates,
  active,
  onTemplates,
  workbook,
}: WorkbookPlaceProps & { readonly workbook: WorkbookHost }) {
  const { worker } = usePane();
  const [text, layout] = [useText(), useLayout()];
  const wanted = active && !worker.busy;
  const [sheets, refresh] = useSheets(workbook, wanted);
  return (
    <div className={layout.stack}>
      <p className={text.paragraph}>{TEXT.workbookIntro}</p>
      <Top sheets={sheets} workbook={workbook} onRefresh={refresh} />
      <SheetList sheets={sheets} templates={templates} workbook={workbook} onTemplates={onTemplates} />
      <SelfCheckSection workbook={workbook} />
      <ShortNamesSection workbook={workbook} wanted={wanted} />
    </div>
  );
}

interface TopProps {
  readonly sheets: Sheets;
  readonly workbook: WorkbookHost;
  readonly onRefresh: () => void;
}

function Top({ sheets, workbook, onRefresh }: TopProps) {
  const { worker } = usePane();
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  return (
    <div className={mergeClasses(layout.row, styles.top)}>
      <p role="status" className={mergeClasses(text.small, text.muted)}>
        {sheets.kind === "reading"
          ? TEXT.readingSheets
          : sheets.kind === "read" && TEXT.sheetsFound(sheets.sheets.length)}
      </p>
      <div className={layout.row}>
        <Button size="small" disabledFocusable={worker.busy || sheets.kind === "reading"} onClick={onRefresh}>
          {TEXT.refresh}
        </Button>
        <Button size="small" disabledFocusable={worker.busy} onClick={() => worker.run(recalculating(workbook))}>
          {TEXT.recalculate}
        </Button>
      </div>
    </div>
  );
}

interface SheetListProps {
  readonly sheets: Sheets;
  readonly templates: readonly SheetTemplate[];
  readonly workbook: WorkbookHost;
  readonly onTemplates: () => void;
}

function SheetList({ sheets, templates, workbook, onTemplates }: SheetListProps) {
  const layout = useLayout();
  if (sheets.kind === "reading") return <ProgressBar aria-label={TEXT.readingSheets} />;
  if (sheets.kind === "failed")
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>{sheets.sentence}</MessageBarBody>
      </MessageBar>
    );
  if (sheets.sheets.length === 0) return <NoSheets onTemplates={onTemplates} />;
  const nameOf = (id: string) =>
    [...templates, ...Object.values(support)].find((template) => template.id === id)?.name ??
    (id === SELF_CHECK_ID ? TEXT.checkTemplate : id);
  return (
    <>
      <ChecksRollUp workbook={workbook} sheets={sheets.sheets} />
      <ChangesOfAll workbook={workbook} changes={sheets.changes} />
      <ul className={mergeClasses(layout.list, layout.stack)}>
        {sheets.sheets.map((stamped) => (
          <li key={stamped.sheetId}>
            <SheetCard
              workbook={workbook}
              stamped={stamped}
              templateName={nameOf(stamped.template)}
              changed={sheets.changes.find(({ sheetId }) => sheetId === stamped.sheetId)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function NoSheets({ onTemplates }: { readonly onTemplates: () => void }) {
  const [text, layout] = [useText(), useLayout()];
  return (
    <div className={layout.stack}>
      <p className={text.paragraph}>{TEXT.noSheets}</p>
      <div>
        <Button appearance="primary" onClick={onTemplates}>
          {TEXT.toTemplates}
        </Button>
      </div>
    </div>
  );
}

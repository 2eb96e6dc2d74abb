// Workbook: the sheets that came from templates.
import { Button, makeStyles, MessageBar, MessageBarBody, mergeClasses, ProgressBar } from "@fluentui/react-components";
import type { SheetTemplate } from "../../sheets/template";
import { usePane } from "../paneContext";
import { SheetCard } from "../parts/sheetCard";
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
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const [sheets, refresh] = useSheets(workbook, active && !worker.busy);
  return (
    <div className={layout.stack}>
      <p className={text.paragraph}>{TEXT.workbookIntro}</p>
      <div className={mergeClasses(layout.row, styles.top)}>
        <p role="status" className={mergeClasses(text.small, text.muted)}>
          {sheets.kind === "reading"
            ? TEXT.readingSheets
            : sheets.kind === "read" && TEXT.sheetsFound(sheets.sheets.length)}
        </p>
        <Button size="small" disabledFocusable={worker.busy || sheets.kind === "reading"} onClick={refresh}>
          {TEXT.refresh}
        </Button>
      </div>
      <SheetList sheets={sheets} templates={templates} workbook={workbook} onTemplates={onTemplates} />
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
  const nameOf = (id: string) => templates.find((template) => template.id === id)?.name ?? id;
  return (
    <ul className={mergeClasses(layout.list, layout.stack)}>
      {sheets.sheets.map((stamped) => (
        <li key={stamped.sheetId}>
          <SheetCard workbook={workbook} stamped={stamped} templateName={nameOf(stamped.template)} />
        </li>
      ))}
    </ul>
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

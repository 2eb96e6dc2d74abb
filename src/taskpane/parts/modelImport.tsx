// A model of the user's own: config.json in, label and value rows out, to paste into cells.
import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { useId, useRef, useState } from "react";
import type { Block } from "../../functions/cells";
import { asCells, NO_MODEL, type OwnModel, readModelFile, readOwnModel } from "../ownModel";
import { TEXT } from "../strings";
import { CopyButton } from "./copyButton";
import { AddModel } from "./own/addModel";
import { useLayout, useText } from "./styles";

const useStyles = makeStyles({
  textarea: { fontFamily: tokens.fontFamilyMonospace },
  file: { maxWidth: "100%", fontFamily: "inherit", color: "inherit" },
  table: { width: "100%", borderCollapse: "collapse", textAlign: "left" },
  caption: { textAlign: "left", fontWeight: tokens.fontWeightSemibold },
  cell: {
    padding: `2px ${tokens.spacingHorizontalS} 2px 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
    verticalAlign: "top",
  },
});

export function ModelImport() {
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const [config, setConfig] = useState("");
  const [model, setModel] = useState<OwnModel>(NO_MODEL);
  const fileId = useId();
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const read = await readModelFile(file);
    setConfig(read.text);
    setModel(read.model);
  };
  return (
    <div className={layout.stack}>
      <p className={text.muted}>{TEXT.importIntro}</p>
      <Field label={TEXT.importLabel}>
        <Textarea
          className={styles.textarea}
          rows={5}
          resize="vertical"
          spellCheck={false}
          value={config}
          onChange={(_, { value }) => setConfig(value)}
        />
      </Field>
      <div className={layout.tight}>
        <label htmlFor={fileId}>{TEXT.importFile}</label>
        <input
          id={fileId}
          className={styles.file}
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
      </div>
      <div>
        <Button onClick={() => setModel(readOwnModel(config))}>{TEXT.importRead}</Button>
      </div>
      <div role="status">{model.kind === "refused" && <p className={text.paragraph}>{model.sentence}</p>}</div>
      {model.kind === "read" && (
        <>
          <OwnModelTable block={model.block} />
          <AddModel config={model.config} from={TEXT.importSource} />
        </>
      )}
    </div>
  );
}

function OwnModelTable({ block }: { readonly block: Block }) {
  const [styles, text, layout] = [useStyles(), useText(), useLayout()];
  const cells = useRef<HTMLPreElement>(null);
  return (
    <div className={layout.tight}>
      <table className={mergeClasses(styles.table, text.small)}>
        <caption className={styles.caption}>{TEXT.importTable}</caption>
        <tbody>
          {block.map(([label, value]) => (
            <tr key={String(label)}>
              <th scope="row" className={styles.cell}>
                {String(label)}
              </th>
              <td className={styles.cell}>{String(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <CopyButton source={cells} text={TEXT.importCopy} label={TEXT.importCopy} copied={TEXT.importCopied} />
      </div>
      {/* What Copy takes: in the page for selection by hand, out of sight otherwise. */}
      <pre ref={cells} className={text.hiddenFromSight}>
        {asCells(block)}
      </pre>
    </div>
  );
}

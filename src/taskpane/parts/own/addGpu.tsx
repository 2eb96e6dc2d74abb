// A GPU of the user's own: like one of the catalog, with what is different.
import { mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { gpus } from "../../../catalog/gpus";
import { gpuFields } from "../../../functions/gpuFields";
import { gpuRow, type TypedGpu } from "../../own/rows";
import { TEXT } from "../../strings";
import { useLayout, useText } from "../styles";
import { AddRow } from "./addRow";
import { ChoiceField, Fields, TextField } from "./fields";

/** The catalog's own numbers stand in the empty fields. */
const LIKE: Readonly<Record<keyof typeof TEXT.gpuFields, string>> = {
  memory: "memory",
  tflops: "bf16 TFLOPS",
  bandwidth: "bandwidth GB/s",
  watts: "TDP W",
};
const NUMBERS = Object.keys(LIKE) as (keyof typeof LIKE)[];
const START: TypedGpu = { name: "", like: "h100-sxm", memory: "", tflops: "", bandwidth: "", watts: "", source: "" };

function hintOf(like: string, key: keyof typeof LIKE): string {
  const row = gpus.rows.find(({ id }) => id === like);
  const value = row && gpuFields.rows.find(({ id }) => id === LIKE[key])?.read(row, "GB");
  return typeof value === "number" ? String(value) : "";
}

export function AddGpu() {
  const [text, layout] = [useText(), useLayout()];
  const [typed, setTyped] = useState(START);
  const set = (key: keyof TypedGpu) => (value: string) => setTyped({ ...typed, [key]: value });
  return (
    <div className={layout.stack}>
      <p className={mergeClasses(text.small, text.muted)}>{TEXT.gpuIntro}</p>
      <TextField label={TEXT.ownName} value={typed.name} onValue={set("name")} />
      <ChoiceField label={TEXT.gpuLike} value={typed.like} onValue={set("like")} choices={gpus.rows} />
      <Fields>
        {NUMBERS.map((key) => (
          <TextField
            key={key}
            numeric
            label={TEXT.gpuFields[key]}
            value={typed[key]}
            hint={hintOf(typed.like, key)}
            onValue={set(key)}
          />
        ))}
      </Fields>
      <TextField label={TEXT.ownSource} value={typed.source} onValue={set("source")} />
      <AddRow what={TEXT.ownGpu} row={() => gpuRow(typed)} />
    </div>
  );
}

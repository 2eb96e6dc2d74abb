// A model of the catalog with other sizes.
import { Checkbox } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { configOf } from "../../../catalog/huggingface/configOf";
import { models } from "../../../catalog/models";
import { print } from "../../../functions/numbers";
import { changedConfig } from "../../own/config";
import { type Dims, dimsOf, type SizeKey, sizesShown } from "../../own/dims";
import { TEXT } from "../../strings";
import { useLayout, useText } from "../styles";
import { AddModel } from "./addModel";
import { ChoiceField, Fields, TextField } from "./fields";

const FIRST = "llama-3.1-8b";
const rowOf = (id: string) => models.rows.find((row) => row.id === id) ?? models.rows[0]!;

type Typed = Readonly<Record<SizeKey, string>> & { readonly tied: boolean };

const typedOf = (dims: Dims): Typed =>
  Object.fromEntries(
    Object.entries(dims).map(([key, value]) => [key, typeof value === "boolean" ? value : String(value)]),
  ) as unknown as Typed;

const dimsFrom = (typed: Typed): Dims =>
  Object.fromEntries(
    Object.entries(typed).map(([key, value]) => [key, typeof value === "boolean" ? value : sizeOf(value)]),
  ) as unknown as Dims;

/** What is no plain whole number becomes NaN, and is refused with its name. */
const sizeOf = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : NaN);

export function ChangeModel() {
  const [text, layout] = [useText(), useLayout()];
  const [id, setId] = useState(FIRST);
  const [typed, setTyped] = useState(() => typedOf(dimsOf(rowOf(FIRST).architecture)));
  const changeable = useMemo(() => models.rows.filter(({ architecture }) => configOf(architecture)), []);
  const row = rowOf(id);
  const changed = useMemo(() => changedConfig(row, dimsFrom(typed)), [row, typed]);
  const start = (from: string) => {
    setId(from);
    setTyped(typedOf(dimsOf(rowOf(from).architecture)));
  };
  return (
    <div className={layout.stack}>
      <ChoiceField label={TEXT.changeBase} value={id} onValue={start} choices={changeable} />
      <Fields>
        {sizesShown(row.architecture).map((key) => (
          <TextField
            key={key}
            numeric
            label={TEXT.sizeFields[key]}
            value={typed[key]}
            onValue={(value) => setTyped({ ...typed, [key]: value })}
          />
        ))}
      </Fields>
      <Checkbox
        label={TEXT.changeTied}
        checked={typed.tied}
        onChange={(_, { checked }) => setTyped({ ...typed, tied: checked === true })}
      />
      <p role="status" className={text.paragraph}>
        {"refused" in changed ? changed.refused : TEXT.changeCounts(print(changed.value.parameters))}
      </p>
      {"value" in changed && <AddModel config={changed.value.config} from={TEXT.changedFrom(row.label)} />}
    </div>
  );
}

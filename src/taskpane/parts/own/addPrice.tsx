// A price of the user's own, for a GPU that has none yet.
import { useState } from "react";
import { priceKinds } from "../../../catalog/prices";
import { priceRow, type TypedPrice } from "../../own/rows";
import { TEXT } from "../../strings";
import { useLayout } from "../styles";
import { AddRow } from "./addRow";
import { ChoiceField, Fields, TextField } from "./fields";

const today = (): string => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};

export function AddPrice() {
  const layout = useLayout();
  const [typed, setTyped] = useState<TypedPrice>(() => ({
    ...{ gpu: "", price: "", kind: priceKinds.rows[0]?.id ?? "" },
    ...{ source: "", asOf: today() },
  }));
  const set = (key: keyof TypedPrice) => (value: string) => setTyped({ ...typed, [key]: value });
  return (
    <div className={layout.stack}>
      <TextField label={TEXT.priceGpu} value={typed.gpu} hint="h100-sxm" onValue={set("gpu")} />
      <ChoiceField label={TEXT.priceKind} value={typed.kind} onValue={set("kind")} choices={priceKinds.rows} />
      <Fields>
        <TextField numeric label={TEXT.priceField} value={typed.price} hint="2.45" onValue={set("price")} />
        <TextField type="date" label={TEXT.priceAsOf} value={typed.asOf} onValue={set("asOf")} />
      </Fields>
      <TextField label={TEXT.ownSource} value={typed.source} onValue={set("source")} />
      <AddRow what={TEXT.ownPrice} row={() => priceRow(typed)} done={TEXT.ownPriceAdded} />
    </div>
  );
}

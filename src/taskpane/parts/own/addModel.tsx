// A model that was read or made, under a name of its own.
import { useState } from "react";
import { modelRow } from "../../own/rows";
import { TEXT } from "../../strings";
import { AddRow } from "./addRow";
import { TextField } from "./fields";

export interface AddModelProps {
  readonly config: string;
  /** Where it comes from, to be changed. */
  readonly from: string;
}

export function AddModel({ config, from }: AddModelProps) {
  const [name, setName] = useState("");
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const source = typed ?? from;
  return (
    <>
      <TextField label={TEXT.ownName} value={name} hint={TEXT.ownNameHint} onValue={setName} />
      <TextField label={TEXT.ownSource} value={source} onValue={setTyped} />
      <AddRow what={TEXT.ownModel} row={() => modelRow({ name, config, source })} />
    </>
  );
}

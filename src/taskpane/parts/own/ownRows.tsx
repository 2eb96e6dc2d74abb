// Models, GPUs and prices of the user's own, as rows of GM Assumptions.
import { mergeClasses } from "@fluentui/react-components";
import { useId } from "react";
import { TEXT } from "../../strings";
import { Disclosure } from "../disclosure";
import { ModelImport } from "../modelImport";
import { useText } from "../styles";
import { AddGpu } from "./addGpu";
import { AddPrice } from "./addPrice";
import { ChangeModel } from "./changeModel";

const FORMS = [
  [TEXT.importHeading, ModelImport],
  [TEXT.changeHeading, ChangeModel],
  [TEXT.gpuHeading, AddGpu],
  [TEXT.priceHeading, AddPrice],
] as const;

export function OwnRows() {
  const text = useText();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={text.subheading}>
        {TEXT.ownHeading}
      </h3>
      <p className={mergeClasses(text.small, text.muted)}>{TEXT.ownIntro}</p>
      {FORMS.map(([name, Form]) => (
        <Disclosure key={name} group summary={name}>
          <Form />
        </Disclosure>
      ))}
    </section>
  );
}

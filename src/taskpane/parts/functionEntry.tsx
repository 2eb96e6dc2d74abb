import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { parameterHelp } from "../../functions/metadata";
import type { AnyFunction, Param } from "../../functions/spec";
import { TEXT } from "../strings";
import { Disclosure } from "./disclosure";
import { Formula } from "./formula";
import { OutsideLink } from "./outsideLink";
import { useLayout, useText } from "./styles";

const useStyles = makeStyles({
  arguments: { margin: 0 },
  meaning: { margin: `0 0 ${tokens.spacingVerticalSNudge}` },
  name: { fontWeight: tokens.fontWeightSemibold },
});

const signature = ({ id, params }: AnyFunction): string =>
  `=GPUMEM.${id}(${params.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`;

const resultText = (result: number | string | boolean, says?: string): string =>
  says ? `${shownResult(result)} (${says})` : shownResult(result);

const shownResult = (result: number | string | boolean): string =>
  typeof result === "number"
    ? new Intl.NumberFormat("en-US", { maximumSignificantDigits: 10 }).format(result)
    : String(result);

export function FunctionEntry({ spec }: { readonly spec: AnyFunction }) {
  const text = useText();
  return (
    <Disclosure
      summary={
        <>
          <strong>{spec.id}</strong>
          <br />
          <span className={mergeClasses(text.small, text.muted)}>{spec.summary}</span>
        </>
      }
    >
      <FunctionFacts spec={spec} />
    </Disclosure>
  );
}

function FunctionFacts({ spec }: { readonly spec: AnyFunction }) {
  const [text, layout] = [useText(), useLayout()];
  return (
    <div className={layout.stack}>
      <code className={text.code}>{signature(spec)}</code>
      <Arguments params={spec.params} />
      <h4 className={text.subheading}>{TEXT.example}</h4>
      {spec.examples.map(({ formula, result, says }) => (
        <Formula key={formula} formula={formula} result={resultText(result, says)} />
      ))}
      <p className={text.small}>
        <OutsideLink href={`reference.html#${spec.id}`}>{TEXT.moreOf(spec.id)}</OutsideLink>
      </p>
    </div>
  );
}

function Arguments({ params }: { readonly params: readonly Param[] }) {
  const [styles, text] = [useStyles(), useText()];
  if (params.length === 0) return <p className={text.muted}>{TEXT.noArguments}</p>;
  return (
    <dl className={mergeClasses(styles.arguments, text.small)} aria-label={TEXT.argumentsHeading}>
      {params.map((param) => (
        <div key={param.name}>
          <dt>
            <span className={styles.name}>{param.name}</span> {param.optional && `(${TEXT.optional})`}
          </dt>
          <dd className={mergeClasses(styles.meaning, text.muted)}>{parameterHelp(param)}</dd>
        </div>
      ))}
    </dl>
  );
}

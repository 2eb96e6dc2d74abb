// Every kind of object that the host answers.
import type { Item, Kind } from "../kind";
import { borderKinds } from "./borders";
import { chartPartKinds } from "./chartParts";
import { chartKinds } from "./charts";
import { chartSeriesKinds } from "./chartSeries";
import { conditionalFormatKinds } from "./conditionalFormats";
import { dataValidationKind } from "./dataValidation";
import { freezePanesKind } from "./freezePanes";
import { nameKinds } from "./names";
import { pageLayoutKinds } from "./pageLayout";
import { protectionKinds } from "./protection";
import { rangeKind } from "./range";
import { rangeFormatKinds } from "./rangeFormat";
import { serviceKinds } from "./services";
import { workbookKinds } from "./workbook";
import { worksheetKind } from "./worksheet";
import { worksheetsKind } from "./worksheets";

const ALL: readonly Kind[] = [
  ...workbookKinds,
  worksheetsKind,
  worksheetKind,
  rangeKind,
  ...rangeFormatKinds,
  ...borderKinds,
  dataValidationKind,
  ...conditionalFormatKinds,
  freezePanesKind,
  ...protectionKinds,
  ...nameKinds,
  ...pageLayoutKinds,
  ...chartKinds,
  ...chartPartKinds,
  ...chartSeriesKinds,
  ...serviceKinds,
];

/** By Microsoft's name of the class. */
export const kinds: ReadonlyMap<string, Kind> = new Map(ALL.map((kind) => [kind.name, kind]));

export function kindOf(item: Item): Kind {
  const kind = kinds.get(item.kind);
  if (!kind) throw new Error(`There is no kind ${item.kind}.`);
  return kind;
}

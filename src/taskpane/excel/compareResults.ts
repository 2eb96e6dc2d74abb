// What is saved beside what is live: the results that differ, and the live ones that are errors.
import { differs, relativeChange, whyChanged } from "../difference";
import type { FailedResult, ResultChange, SheetChanges, Shown } from "../workbookChanges";
import { isPending } from "./pending";
import type { ReadPair, Results } from "./savedCells";
import { labelsOf } from "./tableLabels";

interface Compared {
  readonly labels: readonly string[];
  readonly saved: Shown;
  readonly live: Shown;
  readonly isError: boolean;
}

const comparedCells = (pair: ReadPair): readonly Compared[] => {
  const labelsAt = labelsOf(pair);
  return pair.live.flatMap((cells, row) =>
    cells.map((live, column) => ({
      labels: labelsAt(row, column),
      saved: (pair.saved[row]?.[column] ?? "") as Shown,
      live: live as Shown,
      isError: pair.types[row]?.[column] === "Error" || isPending(live),
    })),
  );
};

export function sheetChanges({ sheetId, name, pairs, versionPair, version, savedVersion }: Results): SheetChanges {
  const cells = pairs.filter((pair) => pair !== versionPair).flatMap(comparedCells);
  const isCompared = savedVersion !== "";
  const changed = cells.filter(({ saved, live, isError }) => isCompared && !isError && differs(saved, live));
  return {
    sheet: name,
    sheetId,
    savedVersion,
    liveVersion: isVersionError(versionPair) ? "" : version,
    changes: changed.map((cell) => changeOf(cell, savedVersion)),
    errors: cells.filter(({ isError }) => isError).map(errorOf),
  };
}

const isVersionError = (pair: ReadPair | undefined): boolean => pair?.types[0]?.[0] === "Error";

const labelOf = ({ labels }: Compared): string => labels.join(" · ");

const changeOf = (cell: Compared, savedVersion: string): ResultChange => ({
  label: labelOf(cell),
  saved: cell.saved,
  live: cell.live,
  change: relativeChange(cell.saved, cell.live),
  why: whyChanged(savedVersion, cell.labels),
});

const errorOf = (cell: Compared): FailedResult => ({ label: labelOf(cell), error: String(cell.live) });

// What is saved beside what is live: the results that differ, and the live ones that are errors.
import { differs, relativeChange, whyChanged } from "../difference";
import type { FailedResult, ResultChange, SheetChanges, Shown } from "../workbookChanges";
import { isPending } from "./pending";
import { isSaved, type ReadPair, type Results } from "./savedCells";
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

export function sheetChanges(results: Results): SheetChanges {
  const { sheetId, name, pairs, versionPair, version, savedVersion } = results;
  const cells = pairs.filter((pair) => pair !== versionPair).flatMap(comparedCells);
  const isCompared = isSaved(results);
  const changed = cells.filter(({ saved, live, isError }) => isCompared && !isError && differs(saved, live));
  return {
    sheet: name,
    sheetId,
    isSaved: isCompared,
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

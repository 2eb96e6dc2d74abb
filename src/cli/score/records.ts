// `node dist/cli/records.cjs`: writes accuracy.json and the rows that sheets show from the scores of the measured cases, and tightens ratchet.json.
import fs from "node:fs";
import { accuracyOf, type Explanation } from "./accuracy";
import { ACCURACY_ROWS, accuracyRows } from "./accuracyRows";
import { predict } from "./predict";
import { figures, tightened, type Figure } from "./ratchet";
import { readCases, readPairs } from "./readCases";
import { scores } from "./scores";

const FOLDER = "test/measured";
const read = <T>(name: string): readonly T[] => {
  const file = `${FOLDER}/${name}`;
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : [];
};
const write = (name: string, content: unknown) => {
  fs.writeFileSync(`${FOLDER}/${name}`, `${JSON.stringify(content, null, 2)}\n`);
  process.stdout.write(`wrote ${FOLDER}/${name}\n`);
};

const cases = readCases(`${FOLDER}/cases.json`);
const result = scores(cases, readPairs(`${FOLDER}/pairs.json`, cases), predict);
const accuracy = accuracyOf(result, read<Explanation>("residuals.json"));
write("accuracy.json", accuracy);
fs.writeFileSync(ACCURACY_ROWS, accuracyRows(accuracy));
write("ratchet.json", tightened(figures(result), read<Figure>("ratchet.json")));

// `node dist/cli/widths.cjs`: writes the widths of the training ranges from the residuals of the measured cases.
import fs from "node:fs";
import { fitWidths } from "./fitWidths";
import { readCases } from "./readCases";
import { residuals } from "./residuals";
import { widthsFile } from "./widthsFile";

const CASES = "test/measured/cases.json";
const FILE = "src/engine/training/widths.generated.ts";

fs.writeFileSync(FILE, widthsFile(fitWidths(residuals(readCases(CASES)))));
process.stdout.write(`wrote ${FILE}\n`);

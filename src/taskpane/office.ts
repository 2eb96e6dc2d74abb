// Where the pane is: in Excel, elsewhere, or with an Office.js that did not load or does not answer.
import { useEffect, useState } from "react";

export type Surroundings = "starting" | "excel" | "outside" | "noOffice" | "silent";

/** After this long without an answer the pane says so; a late answer still counts. */
const PATIENCE_MS = 8000;

async function ask(): Promise<Surroundings> {
  if (typeof Office === "undefined") return "noOffice";
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel ? "excel" : "outside";
}

export function useSurroundings(): Surroundings {
  const [surroundings, setSurroundings] = useState<Surroundings>("starting");
  useEffect(() => {
    const patience = setTimeout(() => setSurroundings("silent"), PATIENCE_MS);
    void ask().then((answer) => {
      clearTimeout(patience);
      setSurroundings(answer);
    });
    return () => clearTimeout(patience);
  }, []);
  return surroundings;
}

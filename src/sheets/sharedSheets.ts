// The three sheets that all others lean on, beside those that lean on them: as inserts leave a workbook.
import type { SheetGrid } from "./grid";
import { type Elsewhere, elsewhereFrom, layOut, namesOfTemplate } from "./layout/layout";
import { registerRow } from "./registerRow";
import type { SheetTemplate } from "./sections";
import { support } from "./templates/support";
import { withInputs } from "./withInputs";

/** What every template finds on the shared sheets. */
export const sharedSheets = (): Elsewhere =>
  new Map(
    Object.entries(support).flatMap(([id, template]) => [
      ...elsewhereFrom(id, template.name, namesOfTemplate(template)),
    ]),
  );

/** The templates and the three shared sheets, as a first insert lays them out. */
export function gridsOf(templates: readonly SheetTemplate[]): readonly SheetGrid[] {
  const elsewhere = sharedSheets();
  const own = templates.filter(({ id }) => id !== support.audit.id);
  return [...own, support.lists, support.assumptions, support.audit].map((template) => layOut(template, elsewhere));
}

/** The same with every sheet entered in the register, as every insert does. */
export function registeredGridsOf(sheets: readonly SheetTemplate[]): readonly SheetGrid[] {
  const grids = gridsOf(sheets);
  const register = sheets.map((sheet, i) => registerRow(sheet.name, sheet.name, grids[i] as SheetGrid));
  const audit = layOut(withInputs(support.audit, { register }), sharedSheets());
  return grids.map((grid) => (grid.template === support.audit.id ? audit : grid));
}

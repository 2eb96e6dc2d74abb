// o-spreadsheet leaves the list of a drop-down where it was when rows are inserted above it or its sheet is renamed;
// Excel follows. The library itself adapts formulas only, and the source of a list is a bare address.
import type { DataValidationRule } from "@odoo/o-spreadsheet";
import type { OfficeLibrary } from "../library";

type AdaptAddress = (sheetId: string, address: string) => { readonly changeType: string; readonly range: string };

export const listSourcesPlugin = (library: OfficeLibrary) =>
  class ListSources extends library.CorePlugin {
    moved: { readonly sheetId: string; readonly rule: DataValidationRule; readonly source: string }[] = [];

    adaptRanges({ adaptRangeString }: { readonly adaptRangeString: AdaptAddress }): void {
      for (const sheetId of this.getters.getSheetIds())
        for (const rule of this.getters.getDataValidationRules(sheetId) ?? []) {
          const [source = ""] = rule.criterion.values;
          if (rule.criterion.type !== "isValueInRange") continue;
          const { changeType, range } = adaptRangeString(sheetId, source);
          if (changeType !== "NONE" && changeType !== "REMOVE" && range !== source)
            this.moved.push({ sheetId, rule, source: range });
        }
    }

    handle(): void {
      const moved = this.moved;
      this.moved = [];
      for (const { sheetId, rule, source } of moved) {
        const now = this.getters.getDataValidationRule(sheetId, rule.id);
        if (!now) continue;
        this.dispatch("ADD_DATA_VALIDATION_RULE", {
          sheetId,
          ranges: now.ranges.map((range) => this.getters.getRangeData(range)),
          rule: { ...now, criterion: { ...now.criterion, values: [source] } },
        });
      }
    }
  };

// One command for everything that the client sends at once, one step of undo for it, and protection against the user's edits.
import type { UIPluginConfig } from "@odoo/o-spreadsheet/dist/types/plugins/ui_plugin";
import type { CommandResult } from "@odoo/o-spreadsheet";
import type { Getters, OfficeLibrary } from "../library";
import { attachedTo } from "./attached";
import { isProtected } from "./protection";
import { type UndoGroups, undoGroups } from "./undoGroups";

export const OFFICE_BATCH = "OFFICE_BATCH";

type Dispatch = (
  command: string,
  payload: object,
) => { readonly isSuccessful: boolean; readonly reasons: readonly string[] };

interface BatchCommand {
  readonly type: typeof OFFICE_BATCH;
  readonly run: (dispatch: Dispatch) => void;
}

const isBatch = (command: { readonly type: string }): command is BatchCommand => command.type === OFFICE_BATCH;

export const officeBatchPlugin = (library: OfficeLibrary) =>
  class OfficeBatch extends library.UIPlugin {
    groups: UndoGroups;

    constructor(config: UIPluginConfig) {
      super(config);
      this.groups = undoGroups();
      config.session.on("new-local-state-update", this, ({ id }: { id: string }) =>
        this.groups.add(id, attachedTo(this.getters)?.sync),
      );
    }

    allowDispatch(command: { readonly type: string }) {
      const refused = !attachedTo(this.getters)?.running && isProtected(this.getters as unknown as Getters, command);
      return (refused ? "SheetLocked" : "Success") as CommandResult;
    }

    handle(command: { readonly type: string }): void {
      if (isBatch(command)) command.run(this.dispatch as unknown as Dispatch);
      attachedTo(this.getters)?.observe(command);
      if (command.type === "REQUEST_UNDO" && this.groups.undo()) this.dispatch("REQUEST_UNDO");
      if (command.type === "REQUEST_REDO" && this.groups.redo()) this.dispatch("REQUEST_REDO");
    }

    finalize(): void {
      attachedTo(this.getters)?.settled();
    }
  };

// Hears when another cell is selected, until it is told to stop.
import { told } from "../errors";

const NOTHING = "Nothing was changed.";

export const watchSelection = (heard: () => void): Promise<() => Promise<void>> =>
  told(NOTHING, () =>
    Excel.run(async (context) => {
      const handler = context.workbook.onSelectionChanged.add(() => Promise.resolve(heard()));
      await context.sync();
      return () => stop(handler);
    }),
  );

const stop = (handler: OfficeExtension.EventHandlerResult<Excel.SelectionChangedEventArgs>): Promise<void> =>
  told(NOTHING, () =>
    // It can only be removed in the context that added it.
    Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    }),
  );

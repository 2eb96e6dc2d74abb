// `sheet.onChanged.add(f)` reaches the host as a method of the sheet: _RegisterDataChangedEvent.
import type { Book } from "../book";
import { addListener, removeListener } from "../eventRegistry";
import type { Item } from "../kind";

/** By the event's name on the wire; the target is what the client filters by. */
export function registrations<T extends Item>(
  events: Readonly<Record<string, number>>,
  target: (item: T) => string,
): Record<string, (book: Book, item: T) => void> {
  const methods: Record<string, (book: Book, item: T) => void> = {};
  for (const [name, type] of Object.entries(events)) {
    methods[`_Register${name}Event`] = ({ memory }, item) => addListener(memory.events, type, target(item));
    methods[`_Unregister${name}Event`] = ({ memory }, item) => removeListener(memory.events, type, target(item));
  }
  return methods;
}

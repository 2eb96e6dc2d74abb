// Which events somebody listens to: the number of the event and its target, a worksheet's id or "Workbook".

export type EventRegistry = Map<string, number>;

export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
};
export const WHOLE_WORKBOOK = "Workbook";

const key = (type: number, target: string) => `${type}|${target}`;

export const listensTo = (events: EventRegistry, type: number, target: string) => events.has(key(type, target));

export function addListener(events: EventRegistry, type: number, target: string): void {
  events.set(key(type, target), (events.get(key(type, target)) ?? 0) + 1);
}

export function removeListener(events: EventRegistry, type: number, target: string): void {
  const left = (events.get(key(type, target)) ?? 0) - 1;
  if (left > 0) events.set(key(type, target), left);
  else events.delete(key(type, target));
}

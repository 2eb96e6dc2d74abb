/** The record without one of its keys. */
export const without = <T extends object, K extends keyof T>(record: T, key: K): Omit<T, K> =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== key)) as Omit<T, K>;

// The only file that knows how large a unit is.

/** A number of bytes: a branded number, so that a GB cannot be added to it by mistake. */
export type Bytes = number & { readonly unit: "bytes" };

/** Marks a plain number as bytes. */
export const bytes = (value: number): Bytes => value as Bytes;

/** Bytes in one of each unit that a memory result can be asked for in. */
export const BYTES_PER_UNIT = {
  B: 1,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
} as const;

export type MemoryUnit = keyof typeof BYTES_PER_UNIT;

/** Bytes expressed in a unit. */
export const toUnit = (value: Bytes, unit: MemoryUnit): number => value / BYTES_PER_UNIT[unit];

/** An amount in a unit as bytes. */
export const fromUnit = (amount: number, unit: MemoryUnit): Bytes => bytes(amount * BYTES_PER_UNIT[unit]);

/** Bits as bytes. */
export const fromBits = (bits: number): Bytes => bytes(bits / 8);

/** Multipliers of the suffixes that people put behind counts: 7B parameters, 1.5T tokens. */
export const DECIMAL_SUFFIX = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 } as const;

/** "4k" of a sequence length means 4,096 tokens. */
export const TOKENS_PER_K = 1024;

export const SECONDS_PER_HOUR = 3600;

/** Energy is billed in kWh. */
export const WATTS_PER_KILOWATT = 1000;

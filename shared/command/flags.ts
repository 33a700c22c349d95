/** A flag of a command. Without `value` it is on or off; with it, `value` is what the usage shows in its place. */
export type Flag<T = unknown> = {
  does: string
  value?: string
  /** What is allowed, as `needs …` and `must be …` go on. */
  allowed: string
  byDefault: T
  /** What a value means; undefined where it is not allowed. */
  read(value: string): T | undefined
}

/** Something that is asked for or not. */
export const onOff = (does: string): Flag<boolean> => ({
  does,
  allowed: 'given without a value',
  byDefault: false,
  read: () => undefined,
})

type Range<D> = { from?: number; to?: number; byDefault: D }

/** A whole number, exact up to 2^53 - 1. */
export const wholeNumber = <D extends number | undefined>(
  does: string,
  { from = 0, to = Number.MAX_SAFE_INTEGER, byDefault }: Range<D>,
): Flag<number | D> => ({
  does,
  value: byDefault === undefined ? 'N' : String(byDefault),
  allowed: `a whole number from ${from} to ${to}`,
  byDefault,
  read: (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    return Number.isSafeInteger(number) && number >= from && number <= to ? number : undefined
  },
})

/** A text that is not empty: `what` it is, with its article. */
export const words = <D extends string | undefined>(
  does: string,
  { what, value, byDefault }: { what: string; value: string; byDefault: D },
): Flag<string | D> => ({ does, value, allowed: what, byDefault, read: (given) => given || undefined })

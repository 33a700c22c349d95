import { both, type Told } from './told.ts'

/** A flag of a command. Without `value` it is on or off; with it, `value` is what the usage shows in its place. */
export type Flag<T = unknown> = {
  does: Told
  value?: string
  /** What is allowed, as `needs …` and `must be …` go on. */
  allowed: Told
  byDefault: T
  /** What a value means; undefined where it is not allowed. */
  read(value: string): T | undefined
  /** What the flag means that is given once more; the last counts where it is left out. */
  joined?(before: T, next: T): T
}

/** Something that is asked for or not. */
export const onOff = (does: Told): Flag<boolean> => ({
  does,
  allowed: both('不带值', 'given without a value'),
  byDefault: false,
  read: () => undefined,
})

/** Of commands that print data. */
export const json = onOff(both('输出 JSON，供程序读取', 'print JSON, for programs'))

type Range<D> = { from?: number; to?: number; byDefault: D }

/** A whole number, exact up to 2^53 - 1. */
export const wholeNumber = <D extends number | undefined>(
  does: Told,
  { from = 0, to = Number.MAX_SAFE_INTEGER, byDefault }: Range<D>,
): Flag<number | D> => ({
  does,
  value: byDefault === undefined ? 'N' : String(byDefault),
  allowed: both(`${from} 到 ${to} 的整数`, `a whole number from ${from} to ${to}`),
  byDefault,
  read: (value) => {
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
    return Number.isSafeInteger(number) && number >= from && number <= to ? number : undefined
  },
})

/** A text that is not empty: `what` it is, with its article. */
export const words = <D extends string | undefined>(
  does: Told,
  { what, value, byDefault }: { what: Told; value: string; byDefault: D },
): Flag<string | D> => ({ does, value, allowed: what, byDefault, read: (given) => given || undefined })

/** One of a few words. */
export const oneOf = <const W extends string, D extends W | undefined>(
  does: Told,
  { allowed, byDefault }: { allowed: readonly W[]; byDefault: D },
): Flag<W | D> => ({
  does,
  value: byDefault ?? allowed.join('|'),
  allowed: both(allowed.join('、'), allowed.join(', ')),
  byDefault,
  read: (value) => allowed.find((one) => one === value),
})

/** Several, separated by commas or given one after the other; `part` says what one means, undefined where it is not allowed. */
export const several = (
  does: Told,
  { what, value, part }: { what: Told; value: string; part: (one: string) => string | undefined },
): Flag<readonly string[]> => ({
  does,
  value,
  allowed: what,
  byDefault: [],
  read: (given) => {
    const read = given.split(',').map((one) => part(one.trim()))
    return read.every((one) => one !== undefined) ? read : undefined
  },
  joined: (before, next) => [...new Set([...before, ...next])],
})

import { inspect } from 'node:util'

/** A plaintext that must not be printed: every way of turning it into text gives `[redacted]`. */
export type Secret<T> = { reveal(): T; toString(): string; toJSON(): string }

const REDACTED = '[redacted]'

/** Wraps a plaintext. Only `reveal()` gives it back, so every place that reads it can be found by that word. */
export const secret = <T>(value: T): Secret<T> => {
  const wrapped = {
    reveal: () => value,
    toString: () => REDACTED,
    toJSON: () => REDACTED,
    [inspect.custom]: () => REDACTED,
  }
  return Object.freeze(wrapped)
}

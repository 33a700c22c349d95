/** The version of a key that there is from the start. */
export const FIRST_VERSION = 'v1'

/** One of each live version of a key, the one that is written first. */
export type Versioned<T> = readonly [T, ...T[]]

/** The same of each. */
export const ofEach = <T, R>([first, ...others]: Versioned<T>, made: (one: T) => R): Versioned<R> => [
  made(first),
  ...others.map(made),
]

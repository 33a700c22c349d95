export type Path = readonly PropertyKey[]

/** So much of a pointer is told at most: keys are as long as whoever sent them likes. */
export const LONGEST = 200

/** The JSON pointer of a path (RFC 6901), of at most 200 characters. */
export const pointerOf = (path: Path): string => {
  // Cut before it is escaped: a key may be as long as a body.
  const parts = path.map((part) => String(part).slice(0, LONGEST).replaceAll('~', '~0').replaceAll('/', '~1'))
  const pointer = parts.map((part) => `/${part}`).join('')
  return pointer.length > LONGEST ? `${pointer.slice(0, LONGEST - 1).toWellFormed()}…` : pointer
}

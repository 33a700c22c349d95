import { LONGEST, pointerOf } from './pointer.ts'

/** JSON in UTF-8 has halves only as such escapes. */
const ESCAPED = /\\u[dD][89a-fA-F]/

/**
 * Where a parsed body has a text with half of a surrogate pair, its keys among them, as a JSON pointer; undefined where all of it is text.
 * However deep it is, and without a look at what holds no such escape.
 */
export const halfPairAt = (rawBody: Buffer, body: unknown): string | undefined => {
  const left: [path: readonly string[], value: unknown][] = ESCAPED.test(rawBody.toString('latin1')) ? [[[], body]] : []
  for (const [path, value] of left) {
    if (typeof value === 'string' && !value.isWellFormed()) return pointerOf(path)
    if (typeof value !== 'object') continue
    for (const [name, inner] of Object.entries(value ?? {})) {
      // No pointer tells more parts than it has characters; kept whole, the ways into a deep body would take half a gigabyte.
      left.push([path.length > LONGEST ? path : [...path, name.toWellFormed()], name.isWellFormed() ? inner : name])
    }
  }
  return undefined
}

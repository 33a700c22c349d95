import { pointerOf } from './pointer.ts'

/** JSON in UTF-8 has halves only as such escapes. */
const ESCAPED = /\\u[dD][89a-fA-F]/

/**
 * Where a parsed body has a text with half of a surrogate pair, its keys among them, as a JSON pointer; undefined where all of it is text.
 * However deep it is, and without a look at what holds no such escape.
 */
export const halfPairAt = (rawBody: Buffer, body: unknown): string | undefined => {
  if (!ESCAPED.test(rawBody.toString('latin1'))) return undefined
  const left: { path: readonly string[]; value: unknown }[] = [{ path: [], value: body }]
  for (let next = left.pop(); next; next = left.pop()) {
    const { path, value } = next
    if (typeof value === 'string' && !value.isWellFormed()) return pointerOf(path)
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      if (!name.isWellFormed()) return pointerOf([...path, name.toWellFormed()])
      left.push({ path: [...path, name], value: inner })
    }
  }
  return undefined
}

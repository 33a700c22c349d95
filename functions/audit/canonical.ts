/** What a hash can be of: texts, whole numbers, yes and no, and records of these. A member that is undefined is left out. */
export type Canonical = string | number | boolean | { readonly [name: string]: Canonical | undefined }

/**
 * The one text of a value: JSON without white space, members in the order of their names (RFC 8785, of which whole numbers are all
 * we use). Who reads it back and writes it again comes to the same bytes. Throws for numbers that are not whole and texts without UTF-8.
 */
export const canonical = (value: Canonical): string => {
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('half of a surrogate pair')
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('no whole number')
  if (typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value)
    .filter((entry): entry is [string, Canonical] => entry[1] !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}

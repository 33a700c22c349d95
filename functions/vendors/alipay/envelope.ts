const SPACE = /[ \t\r\n]*/y
const TEXT = /"(?:[^"\\]|\\.)*"/y
/** A number, true, false or null; whoever parses the member finds out which. */
const WORD = /[^\s",:[\]{}]+/y

const OPENING = new Set(['{', '['])
const CLOSING = new Set(['}', ']'])

/** Where what `pattern` finds at `at` ends; undefined when it finds nothing there. */
const endOf = (pattern: RegExp, json: string, at: number): number | undefined => {
  pattern.lastIndex = at
  return pattern.test(json) ? pattern.lastIndex : undefined
}

const afterSpace = (json: string, at: number): number => endOf(SPACE, json, at) ?? at

/** Where the value that begins at `at` ends, brackets counted and texts skipped. */
const endOfValue = (json: string, at: number): number | undefined => {
  if (!OPENING.has(json.charAt(at))) return endOf(TEXT, json, at) ?? endOf(WORD, json, at)
  let depth = 0
  for (let next = at; next < json.length; ) {
    const sign = json.charAt(next)
    if (sign === '"') {
      const end = endOf(TEXT, json, next)
      if (end === undefined) return undefined
      next = end
      continue
    }
    if (OPENING.has(sign)) depth += 1
    if (CLOSING.has(sign)) depth -= 1
    next += 1
    if (depth === 0) return next
  }
  return undefined
}

/**
 * The members of a JSON object as they stand there, not parsed: Alipay signs the characters of one of them. Undefined when the
 * text is not an object or names a member twice, because then signer and reader might mean different ones.
 */
export const rawMembers = (json: string): ReadonlyMap<string, string> | undefined => {
  const members = new Map<string, string>()
  let at = afterSpace(json, 0)
  if (json.charAt(at) !== '{') return undefined
  for (;;) {
    const name = afterSpace(json, at + 1)
    const nameEnd = endOf(TEXT, json, name)
    const colon = nameEnd === undefined ? -1 : afterSpace(json, nameEnd)
    if (json.charAt(colon) !== ':') return undefined
    const value = afterSpace(json, colon + 1)
    const valueEnd = endOfValue(json, value)
    const key = json.slice(name + 1, (nameEnd ?? 0) - 1)
    if (valueEnd === undefined || members.has(key)) return undefined
    members.set(key, json.slice(value, valueEnd))
    at = afterSpace(json, valueEnd)
    if (json.charAt(at) === ',') continue
    return json.charAt(at) === '}' && afterSpace(json, at + 1) === json.length ? members : undefined
  }
}

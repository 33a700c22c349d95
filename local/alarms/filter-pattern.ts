/** Whether a line of a log, read as JSON, is one that a pattern is for. */
export type Fits = (line: unknown) => boolean

const tokensOf = (pattern: string): string[] | undefined => {
  // Words and signs of CloudWatch; a selector names a member, and members of members.
  const token = /\s*(&&|\|\||[{}()=]|\$(?:\.\w+)+|"[^"\\*]*"|(?:IS (?:TRUE|FALSE|NULL)|NOT EXISTS)\b)\s*/y
  const tokens: string[] = []
  while (token.lastIndex < pattern.length) {
    const found = token.exec(pattern)?.[1]
    if (found === undefined) return undefined
    tokens.push(found)
  }
  return tokens
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const memberAt = (line: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((within, name) => (isObject(within) ? within[name] : undefined), line)

const WORDS: Record<string, (found: unknown) => boolean> = {
  'IS TRUE': (found) => found === true,
  'IS FALSE': (found) => found === false,
  'IS NULL': (found) => found === null,
  'NOT EXISTS': (found) => found === undefined,
}

/**
 * Reads a metric filter's pattern for JSON, as far as CloudWatch's syntax is used here: members by name, `= "text"` without `*`,
 * IS TRUE, IS FALSE, IS NULL, NOT EXISTS, `&&`, `||` and parentheses. Undefined for any other, a misspelt one too.
 */
export const fitsPattern = (pattern: string): Fits | undefined => {
  const tokens = tokensOf(pattern)
  if (!tokens) return undefined
  const next = (): string => tokens.shift() ?? ''
  const took = (token: string): boolean => tokens[0] === token && next() === token

  const compared = (): Fits | undefined => {
    const [selector, operator] = [next(), next()]
    if (!selector.startsWith('$.')) return undefined
    const path = selector.slice(2).split('.')
    const holds = WORDS[operator]
    if (holds) return (line) => holds(memberAt(line, path))
    const text = operator === '=' ? next() : ''
    return text.startsWith('"') ? (line) => memberAt(line, path) === text.slice(1, -1) : undefined
  }
  const enclosed = (): Fits | undefined => {
    if (!took('(')) return compared()
    const inner = either()
    return took(')') ? inner : undefined
  }
  const joined = (part: () => Fits | undefined, sign: string, join: (all: readonly Fits[]) => Fits) => () => {
    const parts = [part()]
    while (took(sign)) parts.push(part())
    const known = parts.filter((one) => one !== undefined)
    return known.length === parts.length ? join(known) : undefined
  }
  const both = joined(enclosed, '&&', (all) => (line) => all.every((fits) => fits(line)))
  const either: () => Fits | undefined = joined(both, '||', (all) => (line) => all.some((fits) => fits(line)))

  if (!took('{')) return undefined
  const whole = either()
  return took('}') && tokens.length === 0 ? whole : undefined
}

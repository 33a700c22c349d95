/** A part of a pattern, and what may stand there instead. */
type Part = { what: RegExp; instead: (found: RegExpExecArray) => string[] }

const next = (letter: string, by: number): string => String.fromCodePoint((letter.codePointAt(0) ?? 0) + by)

/** Both ends of a range one further and one nearer, as long as they stay what they are: digits, or letters of one size. */
const otherRanges = (from: string, to: string): string[] => {
  const kind = [/\d/, /[a-z]/, /[A-Z]/].find((one) => one.test(from) && one.test(to))
  const ends = [
    [next(from, 1), to],
    [next(from, -1), to],
    [from, next(to, -1)],
    [from, next(to, 1)],
  ] as const
  return ends.filter(([low, high]) => kind?.test(low) && kind.test(high)).map(([low, high]) => `${low}-${high}`)
}

const parts: readonly Part[] = [
  // Left alone: what is escaped.
  { what: /\\(?:[dws])/gy, instead: ([found]) => [found.toUpperCase()] },
  { what: /\\(?:u\{[^}]*\}|u[0-9a-f]{4}|p\{[^}]*\}|.)/giy, instead: () => [] },
  // How often.
  { what: /\{(\d+)\}/gy, instead: ([, n]) => [`{${Number(n) + 1}}`, `{${Number(n) - 1}}`] },
  {
    what: /\{(\d+),(\d+)\}/gy,
    instead: ([, from, to]) => [
      `{${Number(from) + 1},${to}}`,
      ...(from === '0' ? [] : [`{${Number(from) - 1},${to}}`]),
      `{${from},${Number(to) - 1}}`,
      `{${from},${Number(to) + 1}}`,
    ],
  },
  // Ends of ranges.
  {
    what: /([0-9A-Za-z])-([0-9A-Za-z])/gy,
    instead: ([, from = '', to = '']) => otherRanges(from, to),
  },
  // Groups say by `?` what they are.
  { what: /\(\?(?:<?[=!]|:|<\w+>)/gy, instead: () => [] },
  { what: /\[\^/gy, instead: () => ['['] },
  { what: /[$^]/gy, instead: () => [''] },
  { what: /\?/gy, instead: () => [''] },
  { what: /\+/gy, instead: () => ['*', ''] },
  { what: /\*/gy, instead: () => ['+'] },
]

const isValid = (pattern: string, flags: string): boolean => {
  try {
    return new RegExp(pattern, flags).source === pattern
  } catch {
    return false
  }
}

/** A pattern with one limit of it moved: every anchor, number of times, end of a range and class, one at a time. */
export const otherPatterns = (pattern: string, flags: string): string[] => {
  const others: string[] = []
  let at = 0
  while (at < pattern.length) {
    let length = 1
    for (const { what, instead } of parts) {
      what.lastIndex = at
      const found = what.exec(pattern)
      if (!found) continue
      length = found[0].length
      others.push(...instead(found).map((other) => pattern.slice(0, at) + other + pattern.slice(at + length)))
      break
    }
    at += length
  }
  return others.filter((other) => other !== pattern && isValid(other, flags))
}

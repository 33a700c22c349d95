/** Where a part that has no `*` stands in a text, from `from` on; -1 if nowhere. */
const placeOf = (part: string, text: string, from: number): number => {
  for (let at = from; at + part.length <= text.length; at += 1) {
    if (part.split('').every((sign, offset) => sign === '?' || sign === text[at + offset])) return at
  }
  return -1
}

/** Whether a text fits a pattern of a policy, in which `*` stands for any text and `?` for one character. */
export const fitting = (pattern: string): ((text: string) => boolean) => {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  return (text) => {
    const isBegun = placeOf(first, text.slice(0, first.length), 0) === 0
    if (last === undefined || !isBegun) return isBegun && text.length === first.length
    let at = first.length
    for (const part of rest) {
      const found = placeOf(part, text, at)
      if (found < 0) return false
      at = found + part.length
    }
    const end = text.length - last.length
    return end >= at && placeOf(last, text.slice(end), 0) === 0
  }
}

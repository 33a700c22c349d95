/** Letters to change, add, drop or swap with their neighbour until one text is the other (optimal string alignment). */
const distance = (one: string, other: string): number => {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[before, last] = [last, next]
  }
  return last[other.length] ?? 0
}

/** Of names that long nobody means one of ours, and comparing would take long. */
const LONGEST = 64

/** A third of the letters may be wrong, of short names one. */
const tolerance = (name: string): number => Math.max(1, Math.floor(name.length / 3))

/** Capitals count for nothing; of `sms.tries` the last part alone is as good. */
const unlikeness = (typed: string, name: string): number => {
  const last = name.slice(name.lastIndexOf('.') + 1)
  return Math.min(...[name, last].map((one) => distance(typed.toLowerCase(), one.toLowerCase())))
}

/** The known name somebody meant who typed another; undefined where none is near. */
export const nearest = (typed: string, known: readonly string[]): string | undefined => {
  if (typed.length > LONGEST) return undefined
  const [best] = known
    .map((name) => ({ name, by: unlikeness(typed, name) }))
    .filter(({ by }) => by <= tolerance(typed))
    .toSorted((one, other) => one.by - other.by)
  return best?.name
}

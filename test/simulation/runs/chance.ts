/** A source of choices: the same tape gives the same history, step by step. */
export type Chance = {
  /** A whole number from 0 up to but not including `below`; 0, the harmless choice, once the tape is over. */
  pick(below: number): number
  /** True once in `times` on average. */
  once(times: number): boolean
  /** One of the values; each is as likely as its weight. */
  of<T>(weighted: readonly (readonly [number, T])[]): T | undefined
  /** How much of the tape is left, from 1 to 0. */
  left(): number
}

/** Reads choices off a tape of whole numbers. */
export const chanceOn = (tape: readonly number[]): Chance => {
  let at = 0
  const pick = (below: number): number => {
    if (below <= 1) return 0
    const drawn = tape[at] ?? 0
    at += 1
    return drawn % below
  }
  return {
    pick,
    once: (times) => pick(times) === times - 1,
    of(weighted) {
      const total = weighted.reduce((sum, [weight]) => sum + weight, 0)
      let left = total > 0 ? pick(total) : 0
      for (const [weight, value] of weighted) {
        if (left < weight) return value
        left -= weight
      }
      return undefined
    },
    left: () => Math.max(0, 1 - at / tape.length),
  }
}

const WORD = 2 ** 32

/** A tape of `length` numbers from a seed (mulberry32). Seeds of more than 32 bits walk through the states in other steps. */
export const tapeOf = (seed: number, length: number): number[] => {
  const high = Math.floor(seed / WORD)
  // An odd step comes by every state.
  const step = 0x6d2b79f5 + 2 * high
  let state = seed >>> 0
  return Array.from({ length }, () => {
    state = (state + step) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  })
}

/** One of these, drawn; undefined where there is none. */
export const oneOf = <T>(chance: Chance, values: readonly T[]): T | undefined => values[chance.pick(values.length || 1)]

/** Shorter tapes that `fails` still accepts: whole pieces are cut out, large ones first, for at most `tries` tries. */
export const shrunk = async (
  tape: readonly number[],
  fails: (tape: readonly number[]) => Promise<boolean>,
  tries: number,
): Promise<readonly number[]> => {
  let best = tape
  let left = tries
  for (let size = best.length >> 1; size > 0 && left > 0; size >>= 1) {
    for (let from = 0; from < best.length && left > 0; left -= 1) {
      const shorter = [...best.slice(0, from), ...best.slice(from + size)]
      if (await fails(shorter)) best = shorter
      else from += size
    }
  }
  return best
}

import { hanRead } from '../../person/lookalikes.ts'
import { passesFor, passTogether } from './lookalike-letters.ts'

/** One sign of what a name looks like, and where in the name it stands, in code points: `to` is the first that does not belong to it. */
export type SeenSign = { sign: string; from: number; to: number }

const MARKS = /\p{M}/gu
const SEEN = /[\p{L}\p{N}]/u

/** What one character looks like: nothing where it is a space, a sign or a mark. */
const signsOf = (character: string): string[] => {
  const plain = hanRead(character).normalize('NFKD').replace(MARKS, '').toLowerCase()
  const lower = plain.normalize('NFKD').replace(MARKS, '').normalize('NFKC')
  return Array.from(lower, (one) => passesFor.get(one) ?? one).filter((one) => SEEN.test(one))
}

const joined = (signs: readonly SeenSign[]): SeenSign[] => {
  const seen: SeenSign[] = []
  for (const sign of signs) {
    const before = seen.at(-1)
    const together = before && passTogether.get(before.sign + sign.sign)
    if (before && together !== undefined) seen.splice(-1, 1, { sign: together, from: before.from, to: sign.to })
    else seen.push(sign)
  }
  return seen
}

/** What somebody who looks at a name takes it for, sign by sign. */
export const signsSeen = (name: string): SeenSign[] =>
  joined([...name].flatMap((character, at) => signsOf(character).map((sign) => ({ sign, from: at, to: at + 1 }))))

/**
 * What a name looks like: names with the same skeleton are taken for each other. Without case, spaces and signs, and with one character for
 * all that look like it. Applying it twice changes nothing; empty for a name without letters and digits.
 */
export const skeletonOf = (name: string): string =>
  signsSeen(name)
    .map(({ sign }) => sign)
    .join('')

import { digitsPassFor } from './lookalike-letters.ts'
import type { NameProof } from './name-proofs.ts'
import { type SeenSign, signsSeen, skeletonOf } from './name-skeleton.ts'
import { protectedWords } from './protected-words.ts'
import type { RefusedWordReason } from './refused-word-reasons.ts'
import { refusedWords, type WordRow } from './refused-words.ts'

/** A word of the lists that a name holds or seems to hold, and where, in code points of the name. */
export type SeenWord = { word: string; from: number; to: number } & (
  | { refusedAs: RefusedWordReason; proof?: undefined }
  | { proof: NameProof; refusedAs?: undefined }
)

/** Behind which code point of the name something stands, up to which. */
type Place = { from: number; to: number }

type Listed = { word: string; skeleton: readonly string[]; isLatin: boolean; onlyApart: boolean } & (
  | { refusedAs: RefusedWordReason; proof?: undefined }
  | { proof: NameProof; refusedAs?: undefined }
  | { refusedAs?: undefined; proof?: undefined }
)

/** A Latin word so long stands for itself also inside another: nobody writes `alipayhelper` by chance. */
const LONG = 5

/** But for those that end or begin others, or are within them: a `petmall` is none, nor is hospitality a hospital. */
const ONLY_APART = new Set([
  ...['tmall', 'china', 'national', 'police', 'government', 'ministry', 'embassy', 'insurance', 'securities'],
  ...['hospital', 'clinic', 'pharmacy', 'university', 'college', 'school', 'kindergarten'],
])

const of = (word: string) => {
  const skeleton = [...skeletonOf(word)]
  const isLatin = /^[ -~]+$/.test(word)
  return { word, skeleton, isLatin, onlyApart: isLatin && (skeleton.length < LONG || ONLY_APART.has(word)) }
}

const rowsOf = <K extends string>(table: Readonly<Record<K, WordRow>>) =>
  Object.entries<WordRow>(table) as [K, WordRow][]

const exceptions = ({ except = [] }: WordRow): Listed[] => except.map(of)

/** The longest first: a word that another holds counts only where it stands alone. */
const listed: readonly Listed[] = [
  ...rowsOf(refusedWords).flatMap(([refusedAs, row]): Listed[] => [
    ...exceptions(row),
    ...row.words.map((word) => ({ ...of(word), refusedAs })),
  ]),
  ...rowsOf(protectedWords).flatMap(([proof, row]): Listed[] => [
    ...exceptions(row),
    ...row.words.map((word) => ({ ...of(word), proof })),
  ]),
].toSorted((one, other) => other.skeleton.length - one.skeleton.length)

const isLatinAt = (characters: readonly string[], at: number): boolean => /^[a-z]$/i.test(characters[at] ?? '')

/** Whether one word ends and another begins there: between letters only where a capital follows a small one. */
const isBorder = (characters: readonly string[], at: number): boolean =>
  !isLatinAt(characters, at - 1) ||
  !isLatinAt(characters, at) ||
  (/[a-z]/.test(characters[at - 1] ?? '') && /[A-Z]/.test(characters[at] ?? ''))

/** How many signs at that place read as that letter of a Latin word; none where they do not. */
const letterAt = (signs: readonly SeenSign[], at: number, letter: string, isLatin: boolean): number => {
  const { sign = '' } = signs[at] ?? {}
  if (sign === letter || (isLatin && digitsPassFor.get(sign) === letter)) return 1
  return isLatin && letter === 'd' && sign === 'c' && signs[at + 1]?.sign === 'l' ? 2 : 0
}

/** Behind which sign a word ends that begins at that one; undefined where it does not stand there. */
const endOf = ({ skeleton, isLatin }: Listed, signs: readonly SeenSign[], begin: number): number | undefined => {
  let at = begin
  for (const letter of skeleton) {
    const taken = letterAt(signs, at, letter, isLatin)
    if (taken === 0) return undefined
    at += taken
  }
  return at
}

const placesOf = (of: Listed, signs: readonly SeenSign[], characters: readonly string[]): Place[] =>
  signs.flatMap(({ from }, at) => {
    const end = endOf(of, signs, at)
    if (end === undefined) return []
    const to = signs[end - 1]?.to ?? from
    const isApart = isBorder(characters, from) && isBorder(characters, to)
    return of.onlyApart && !isApart ? [] : [{ from, to }]
  })

const takes = ({ from, to, isHarmless }: Place & { isHarmless: boolean }, place: Place): boolean =>
  isHarmless ? from <= place.from && place.to <= to : place.from < to && from < place.to

/**
 * The words of the lists that a name holds, also in letters that look like theirs and with spaces and signs between, in their order; of
 * two in one place the longer. What is harmless excuses what lies within it, and nothing that goes on behind it or begins before.
 */
export const wordsSeen = (name: string): SeenWord[] => {
  const characters = [...name]
  const signs = signsSeen(name)
  const taken: { from: number; to: number; isHarmless: boolean }[] = []
  const seen: SeenWord[] = []
  for (const one of listed)
    for (const place of placesOf(one, signs, characters)) {
      const { word, refusedAs, proof } = one
      const isHarmless = refusedAs === undefined && proof === undefined
      if (taken.some((other) => takes(other, place))) continue
      taken.push({ ...place, isHarmless })
      if (refusedAs !== undefined) seen.push({ word, ...place, refusedAs })
      else if (proof !== undefined) seen.push({ word, ...place, proof })
    }
  return seen.toSorted((one, other) => one.from - other.from)
}

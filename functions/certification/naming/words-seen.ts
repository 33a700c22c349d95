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

type Listed = { word: string; skeleton: string; isLatin: boolean } & (
  | { refusedAs: RefusedWordReason; proof?: undefined }
  | { proof: NameProof; refusedAs?: undefined }
  | { refusedAs?: undefined; proof?: undefined }
)

/** A Latin word so long stands for itself also inside another: nobody writes `alipayhelper` by chance. */
const LONG = 6

const of = (word: string) => ({ word, skeleton: skeletonOf(word), isLatin: /^[ -~]+$/.test(word) })

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

const placesOf = (
  { skeleton, isLatin }: Listed,
  signs: readonly SeenSign[],
  characters: readonly string[],
): { from: number; to: number }[] => {
  const length = [...skeleton].length
  const text = signs.map(({ sign }) => sign)
  return signs.flatMap(({ from }, at) => {
    if (text.slice(at, at + length).join('') !== skeleton) return []
    const to = signs[at + length - 1]?.to ?? from
    const isApart = !isLatinAt(characters, from - 1) && !isLatinAt(characters, to)
    return isLatin && length < LONG && !isApart ? [] : [{ from, to }]
  })
}

/**
 * The words of the lists that a name holds, also in letters that look like theirs and with spaces and signs between, in their order; of
 * two in one place the longer.
 */
export const wordsSeen = (name: string): SeenWord[] => {
  const characters = [...name]
  const signs = signsSeen(name)
  const taken: { from: number; to: number }[] = []
  const seen: SeenWord[] = []
  for (const one of listed)
    for (const place of placesOf(one, signs, characters)) {
      if (taken.some(({ from, to }) => place.from < to && from < place.to)) continue
      taken.push(place)
      const { word, refusedAs, proof } = one
      if (refusedAs !== undefined) seen.push({ word, ...place, refusedAs })
      else if (proof !== undefined) seen.push({ word, ...place, proof })
    }
  return seen.toSorted((one, other) => one.from - other.from)
}

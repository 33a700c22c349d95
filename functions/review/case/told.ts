import type { Language } from '../../../shared/kernel/language.ts'
import { type Bilingual, endsWords, type ReviewWords } from '../words.ts'
import type { Asked, Decision, ReasonEnds } from './case.ts'

/** One text of a list of them; a word that has none is told as it is. */
const textIn = (of: Readonly<Record<string, Bilingual>>, word: string, language: Language): string =>
  (Object.hasOwn(of, word) ? of[word] : undefined)?.[language] ?? word

const lines = (...of: readonly (string | undefined)[]): string => of.filter((one) => one).join('\n')

/** What the user reads of what is asked of them: exactly what whoever asks is shown before. A line for each thing, then their own words. */
export const askedText = (
  words: ReviewWords,
  { what, words: own }: Pick<Asked, 'what' | 'words'>,
  language: Language,
) => lines(...what.map((one) => textIn(words.asks, one, language)), own)

/**
 * What the user reads of a decision: exactly what whoever decides is shown before. What it is, why, what that leaves to do (`ends`), and
 * the words of whoever decided.
 */
export const decisionText = (
  words: ReviewWords,
  { verdict, reason, words: own }: Pick<Decision, 'verdict' | 'reason' | 'words'>,
  ends: ReasonEnds | undefined,
  language: Language,
): string =>
  lines(
    words.verdicts[verdict]?.[language],
    reason === undefined ? undefined : textIn(words.reasons, reason, language),
    ends && endsWords[ends][language],
    own,
  )

import type { LineKind } from '../../../functions/cases/timeline/line-kinds.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { reasonTold } from '../deeds/detail-words.ts'
import { codeText } from '../words/code-words.ts'
import { purposeWords } from '../words/consent-words.ts'
import { causeWords, goodWords } from '../words/money-words.ts'
import { reasonWords } from '../words/reason-words.ts'
import { type Words, wordIn } from '../words/word.ts'
import { timeLineTexts } from './time-line-texts.ts'

type Teller = (reason: string, language: Language) => string

const word =
  (table: Words): Teller =>
  (reason, language) =>
    wordIn(table, reason, language)

/** A code of a channel is told in words with the code after it; why a refund is owed in words alone. */
const causeOrCode: Teller = (reason, language) => {
  const cause = wordIn(causeWords, reason, language)
  return cause === reason ? codeText(reason, language) : cause
}

/** How the reasons of a kind are told. Of what is not here they are somebody's own words. */
const tellers: Partial<Record<string, Teller>> = {
  verification: word(reasonWords),
  order: word(goodWords),
  refund: causeOrCode,
  // A code of an identity vendor means another thing in every check of theirs, so it is named as such.
  vendor_call: (code, language) => timeLineTexts[language].vendorCode(code),
  face_check: word(reasonWords),
  card: word(reasonWords),
  document: word(reasonWords),
  consent: word(purposeWords),
  disclosure: word(purposeWords),
  message: word(reasonWords),
  // The platform's own words, or that it was for complaints.
  ban: word(reasonWords),
  complaint: codeText,
  deed: reasonTold,
} satisfies Partial<Record<LineKind, Teller>>

/** Why something happened, as people say it. */
export const lineReason = (kind: string, reason: string, language: Language): string =>
  tellers[kind]?.(reason, language) ?? reason

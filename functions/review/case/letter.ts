import type { Language } from '../../../shared/kernel/language.ts'
import type { Letter } from '../../../shared/kernel/letter.ts'
import { beijingMinute } from '../../../shared/kernel/time.ts'
import type { ReviewWords } from '../words.ts'
import type { Asked, Decision, ReasonEnds, ReviewCase } from './case.ts'
import { caseIdOf } from './case-id.ts'
import { askedText, decisionText } from './told.ts'

type Of = Pick<ReviewCase, 'accountId' | 'id' | 'language'>

const titles: Readonly<Record<Language, { asked: (name: string) => string; decided: (name: string) => string }>> = {
  zh: { asked: (name) => `${name}：需要您补充`, decided: (name) => `${name}：有了结果` },
  en: { asked: (name) => `${name}: we need more from you`, decided: (name) => `${name}: the result` },
}

const untilText: Readonly<Record<Language, (at: number) => string>> = {
  zh: (at) => `请在 ${beijingMinute(at)}（北京时间）之前答复，过时按未答复结束。`,
  en: (at) => `Please answer before ${beijingMinute(at)} (Beijing time); without an answer it ends then.`,
}

const pageText: Readonly<Record<Language, (page: string) => string>> = {
  zh: (page) => `查看：${page}`,
  en: (page) => `See it here: ${page}`,
}

/** Where the user sees a case. `publicUrl`: where the pages are. */
const pageOf = (of: Of, publicUrl: string): string => `${publicUrl}/cases/${caseIdOf(of)}`

/** More is asked of the user, and until when. */
export const askedLetter = (words: ReviewWords, of: Of, asked: Asked, publicUrl: string): Letter => ({
  title: titles[of.language].asked(words.name[of.language]),
  content: [
    askedText(words, asked, of.language),
    untilText[of.language](asked.until),
    pageText[of.language](pageOf(of, publicUrl)),
  ].join('\n\n'),
})

/** It was decided, in the very words that whoever decided was shown; `ends`: of the reason. */
export const decidedLetter = (
  words: ReviewWords,
  of: Of,
  decision: Decision,
  ends: ReasonEnds | undefined,
  publicUrl: string,
): Letter => ({
  title: titles[of.language].decided(words.name[of.language]),
  content: [decisionText(words, decision, ends, of.language), pageText[of.language](pageOf(of, publicUrl))].join(
    '\n\n',
  ),
})

import type { Language } from '../../../shared/kernel/language.ts'
import type { Letter } from '../../../shared/kernel/letter.ts'
import type { Decision, ReviewCase } from '../../review/case/case.ts'
import { decidedLetter } from '../../review/case/letter.ts'
import { endsOf } from '../../review/kind.ts'
import { certificationWords, qualificationReasons } from './words.ts'

const certificateText: Readonly<Record<Language, (page: string) => string>> = {
  zh: (page) => `任何人都可以核验它的认证证书，请把它放进应用：${page}`,
  en: (page) => `Anybody can look up its certificate; put it into the app: ${page}`,
}

/** What people decided about a certification, and where anybody sees the certificate that came of it. `publicUrl`: where the pages are. */
export const resultLetter = (of: ReviewCase, decision: Decision, publicUrl: string, certificate?: string): Letter => {
  const ends = endsOf({ reasons: qualificationReasons }, decision.reason)
  const { title, content } = decidedLetter(certificationWords, of, decision, ends, publicUrl)
  if (certificate === undefined) return { title, content }
  return {
    title,
    content: `${content}\n\n${certificateText[of.language](`${publicUrl}/certificates/${certificate}`)}`,
  }
}

import type { Language } from '../../shared/kernel/language.ts'
import type { ReasonEnds, Verdict } from './case/case.ts'

/** A text in each language of the service. */
export type Bilingual = Readonly<Record<Language, string>>

/**
 * How a kind of case is spoken of: what it is called, the points of its checklist as operators confirm them, and its reasons, what may be
 * asked for and its verdicts as the user reads them. By the words that its row has; whoever owns the kind writes them in a file of their
 * own.
 */
export type ReviewWords = {
  name: Bilingual
  checklist: Readonly<Record<string, Bilingual>>
  reasons: Readonly<Record<string, Bilingual>>
  asks: Readonly<Record<string, Bilingual>>
  verdicts: Readonly<Partial<Record<Verdict, Bilingual>>>
}

/** What a refusal for a reason leaves to do. */
export const endsWords: Readonly<Record<ReasonEnds, Bilingual>> = {
  later: { zh: '以后可以再提交。', en: 'You can come again later.' },
  correct: { zh: '改正后可以重新提交。', en: 'Correct this, and you can come again.' },
  final: { zh: '这是最终结果。', en: 'This is final.' },
}

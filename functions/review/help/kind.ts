import { ok } from '../../../shared/kernel/outcome.ts'
import { decidedLetter } from '../case/letter.ts'
import type { ReviewKind } from '../kind.ts'
import type { ReviewSettings } from '../settings.ts'
import { helpWords } from './help-words.ts'

/** P10 A user asks a person for help, and is answered in words. Nothing else follows from it. */
export const helpKind = ({ review }: ReviewSettings): ReviewKind => ({
  kind: 'help',
  right: 'answer_help',
  verdicts: ['answered'],
  answerMs: review.helpAnswerMs,
  askMs: review.helpAskMs,
  checklist: [],
  reasons: {},
  asks: Object.keys(helpWords.asks),
  words: helpWords,
  effect: async ({ told, now, publicUrl }, of, decision) =>
    ok({ writes: [told(of.accountId, decidedLetter(helpWords, of, decision, undefined, publicUrl), now)] }),
})

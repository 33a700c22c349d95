import type { Language } from '../../../shared/kernel/language.ts'
import type { Deed } from '../deed/deed.ts'
import { service } from '../service.ts'
import { appealTexts } from './texts.ts'

/** Lifts every ban of an account, with an appeal or without. */
export const liftDeed = (accountId: string, language: Language): Deed<unknown> => {
  const texts = appealTexts[language]
  return {
    name: texts.unban,
    kind: 'main',
    consequence: [texts.unbanMore, texts.unbanTold],
    confirm: texts.unbanConfirm,
    reasons: [texts.byMistake],
    reasonHint: texts.reasonHint,
    send: ({ reason }) => service().operator.appeals.unban(accountId, reason),
    done: () => texts.unbanned,
  }
}

/** What can be decided about an appeal. */
export const appealDeeds = (accountId: string, language: Language): readonly Deed<unknown>[] => {
  const texts = appealTexts[language]
  return [
    liftDeed(accountId, language),
    {
      name: texts.reject,
      kind: 'danger',
      consequence: [texts.rejectMore, texts.rejectTold],
      confirm: texts.rejectConfirm,
      reasons: [texts.proven],
      reasonHint: texts.reasonHint,
      send: ({ reason }) => service().operator.appeals.reject(accountId, reason),
      done: () => texts.rejected,
    },
  ]
}

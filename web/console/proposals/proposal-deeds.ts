import type { Language } from '../../../shared/kernel/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import type { Deed } from '../deed/deed.ts'
import { service } from '../service.ts'
import { channelWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import type { Proposal } from './proposal-queue.tsx'
import { proposalTexts } from './texts.ts'

/** What can be decided about a proposal that is open. */
export const proposalDeeds = ({ id, about }: Proposal, language: Language): readonly Deed<unknown>[] => {
  const texts = proposalTexts[language]
  const amount = moneyText(about.amountFen)
  return [
    {
      name: texts.approve,
      kind: 'danger',
      consequence: [texts.approveMore(amount, wordIn(channelWords, about.channel, language)), texts.approveSure],
      confirm: texts.approveConfirm(amount),
      reasons: [texts.checked],
      send: ({ reason }) => service().operator.proposals.approve(id, reason),
      done: () => texts.approved,
    },
    {
      name: texts.refuse,
      consequence: [texts.refuseMore],
      confirm: texts.refuseConfirm,
      reasons: [texts.wrong],
      send: ({ reason }) => service().operator.proposals.refuse(id, reason),
      done: () => texts.refused,
    },
  ]
}

import type { Language } from '../../../shared/kernel/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import type { Deed } from '../deed/deed.ts'
import { service } from '../service.ts'
import { channelWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import type { Proposal } from './proposal.ts'
import { whatItDoes } from './proposal-words.ts'
import { proposalTexts } from './texts.ts'

type Approving = Pick<Deed<unknown>, 'consequence' | 'confirm' | 'reasons' | 'done'>

/** What approving does, by kind. */
const approving = (of: Proposal, language: Language): Approving => {
  const texts = proposalTexts[language]
  const amount = moneyText(of.about.amountFen)
  if (of.kind === 'refund_paid_by_hand')
    return {
      consequence: [texts.approveMore(amount, wordIn(channelWords, of.about.channel, language)), texts.approveSure],
      confirm: texts.approveConfirm(amount),
      reasons: [texts.checked],
      done: () => texts.approved,
    }
  return {
    consequence: [texts.settleMore(whatItDoes(of, language)), texts.settleSure],
    confirm: texts.settleConfirm(amount),
    reasons: [texts.settleChecked],
    done: () => texts.settleDone,
  }
}

/** What can be decided about a proposal that is open. */
export const proposalDeeds = (of: Proposal, language: Language): readonly Deed<unknown>[] => {
  const texts = proposalTexts[language]
  const isRefund = of.kind === 'refund_paid_by_hand'
  return [
    {
      name: texts.approve,
      kind: 'danger',
      ...approving(of, language),
      send: ({ reason }) => service().operator.proposals.approve(of.id, reason),
    },
    {
      name: texts.refuse,
      consequence: [isRefund ? texts.refuseMore : texts.refuseSettling],
      confirm: texts.refuseConfirm,
      reasons: [isRefund ? texts.wrong : texts.otherWay],
      send: ({ reason }) => service().operator.proposals.refuse(of.id, reason),
      done: () => texts.refused,
    },
  ]
}

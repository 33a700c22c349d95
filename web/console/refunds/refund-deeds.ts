import type { Body } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import type { Deed } from '../deed/deed.ts'
import { service } from '../service.ts'
import { channelWords, refundWords } from '../words/money-words.ts'
import { wordIn } from '../words/word.ts'
import { refundDeedTexts } from './deed-texts.ts'
import type { Refund } from './refund-queue.tsx'
import { isUntaken, refundState } from './refund-state.ts'

type Action = Body<'POST /v1/operator/orders/{orderId}/refunds/{name}/actions'>['action']

/** What comes of a deed: the refund as it is then, or that somebody else is asked first. */
type Acted = Awaited<ReturnType<ReturnType<typeof service>['operator']['refunds']['act']>>

const act =
  ({ orderId, name }: Refund, action: Action) =>
  ({ reason }: { reason: string }): Promise<Acted> =>
    service().operator.refunds.act(orderId, name, { action, reason })

type Name = 'retry' | 'recheck' | 'byHand'

const USUAL: readonly Name[] = ['retry', 'recheck', 'byHand']

/** Which deeds can work by the code with which a refund came to a person, the first first; those that the service would refuse are left out. */
const workingDeeds: Readonly<Record<string, readonly Name[]>> = {
  abnormal: ['byHand', 'recheck'],
  amount_differs: ['recheck'],
  processing_too_long: ['recheck'],
}

/** The proposal by which somebody says at a moment (epoch ms) that it was paid in another way; undefined where nobody does. */
export const askedByHand = ({ status, byHandProposal, byHandUntil }: Refund, now: number): string | undefined =>
  status === 'operator' && byHandProposal !== null && byHandUntil !== null && now < Date.parse(byHandUntil)
    ? byHandProposal
    : undefined

/** While somebody's word that it was paid is open the service sends nothing, and takes no second word. */
const WHILE_ASKED: readonly Name[] = ['recheck']

/** What can be done about a refund as it is at a moment (epoch ms), the first first. Consequences name amount and channel. */
export const refundDeeds = (refund: Refund, language: Language, now: number): readonly Deed<Acted>[] => {
  const texts = refundDeedTexts[language]
  const isAsked = askedByHand(refund, now) !== undefined
  const amount = moneyText(refund.amountFen)
  const channel = wordIn(channelWords, refund.channel, language)
  const retry: Deed<Acted> = {
    name: texts.retry,
    thing: refund.name,
    kind: 'main',
    consequence: [texts.retryMore(amount, channel), texts.retrySafe],
    confirm: texts.retryConfirm(amount),
    reasons: [texts.calls, texts.channelMended],
    send: act(refund, 'retry'),
    done: () => texts.retried,
  }
  const recheck: Deed<Acted> = {
    name: texts.recheck,
    thing: refund.name,
    consequence: isUntaken(refund)
      ? [texts.recheckOwed(amount, channel), texts.recheckSafe]
      : [texts.recheckMore(channel), isAsked ? texts.recheckAsked : texts.recheckClosed(amount)],
    confirm: isUntaken(refund) ? texts.recheckPays(amount) : texts.recheckConfirm,
    reasons: [texts.calls, texts.channelMended],
    send: act(refund, 'recheck'),
    done: (now) =>
      texts.rechecked('takenAt' in now ? refundState(now, language) : wordIn(refundWords, now.status, language)),
  }
  const byHand: Deed<Acted> = {
    name: texts.byHand,
    thing: refund.name,
    kind: 'danger',
    consequence: [texts.byHandMore(amount, channel), texts.byHandSure],
    confirm: texts.byHandConfirm(amount),
    reasons: [texts.cardGone, texts.paidByBank],
    send: act(refund, 'paid_by_hand'),
    done: () => texts.byHandAsked,
  }
  const all = { retry, recheck, byHand }
  if (refund.status === 'operator') {
    const names = isAsked ? WHILE_ASKED : (workingDeeds[refund.channelCode ?? ''] ?? USUAL)
    return names.map((name) => all[name])
  }
  return refund.status === 'due' || refund.status === 'submitted' ? [recheck] : []
}

import { type Fen, yuan } from '../../../shared/kernel/money.ts'
import { beijingMinute } from '../../../shared/kernel/time.ts'
import type { Goods } from '../../payment/good.ts'
import { type MoneyBackStatus, moneyBackStatus } from '../../payment/money-back/money-back.ts'
import type { VerificationStatus } from '../../verification/verification.ts'
import type { Complaint } from '../complaint.ts'
import { deliveredAt, type Evidence, type GivenBack } from '../evidence/evidence.ts'

/** What the channel takes as one answer, in code points. */
export const LONGEST_REPLY = 200

const verdicts: Partial<Record<VerificationStatus, string>> = {
  verified: '一致',
  mismatch: '不一致',
  no_record: '查无记录',
}

const delivery = (evidence: Evidence): string => {
  const at = deliveredAt(evidence)
  const { kind, verdict } = evidence
  if (kind !== 'verification') return at === undefined ? '' : '付款后已即时到账。'
  const result = verdict && verdicts[verdict.status]
  if (at !== undefined) return `核验于${beijingMinute(at)}完成，结果为${result}。`
  return verdict?.decidedAt === undefined ? '核验正在进行，结果产生后按规则自动处理。' : '核验未能完成。'
}

/** How far money of a refund is; `by_hand`: it is back, and not where it was paid from. */
type Told = MoneyBackStatus | 'by_hand'

const toldOf = (refund: GivenBack): Told | undefined => {
  const status = moneyBackStatus(refund)
  return status === 'back' && refund.paidByHand ? 'by_hand' : status
}

/** What is told of so many yuan, in this order: first what is done, then what is not. */
const words: Record<Told, (amount: string) => string> = {
  back: (amount) => `已退回${amount}元至原支付账户。`,
  by_hand: (amount) => `${amount}元已通过其他方式退还。`,
  on_its_way: (amount) => `应退的${amount}元正在退回原支付账户，请留意到账。`,
  owed: (amount) => `应退的${amount}元将自动退回原支付账户。`,
  needs_person: (amount) => `应退的${amount}元需人工处理，工作人员会尽快处理。`,
}

const order = ['back', 'by_hand', 'on_its_way', 'owed', 'needs_person'] as const

const settlement = (evidence: Evidence): string => {
  const fenOf = (told: Told): Fen =>
    evidence.refunds
      .filter((one) => toldOf(one) === told)
      .reduce((sum, { fen }) => sum + fen, told === 'back' ? evidence.forcedFen : 0)
  const money = order.map((told) => (fenOf(told) > 0 ? words[told](yuan(fenOf(told))) : '')).join('')
  const backFen = fenOf('back') + fenOf('by_hand')
  const isOpen = fenOf('on_its_way') + fenOf('owed') + fenOf('needs_person') > 0
  if (isOpen || backFen >= evidence.priceFen || deliveredAt(evidence) === undefined) return money
  return `${money}服务已按您的选择完成，按付款前的说明，${money ? '其余' : '该'}费用不予退还。`
}

const fits = (text: string): boolean => [...text].length <= LONGEST_REPLY

/**
 * The answer to a complaint about one order, from the evidence alone: at most 200 code points, without name or number of anybody.
 * What became of the money is told rather than of the check, where both do not fit. Undefined when the complaint is about another
 * number of orders, or one that was never paid, or it is too much to tell: then a person must write.
 */
export const replyTo = (evidence: readonly Evidence[], goods: Goods): string | undefined => {
  const [only] = evidence
  if (!only || evidence.length > 1 || only.paidAt === undefined) return undefined
  const { chosenAt, paidAt, priceFen } = only
  const bought = `您好，您于${beijingMinute(chosenAt)}选择${goods[only.kind].named(only)}（${yuan(priceFen)}元），${beijingMinute(paidAt)}确认价格并付款。`
  const money = settlement(only)
  return [`${bought}${delivery(only)}${money}`, `${bought}${money}`].find(fits)
}

/**
 * What would be answered to a complaint: what the evidence says about all of it, unless the payer has read just that before. Undefined
 * where a person must write.
 */
export const suggestedReply = (
  { orders, answers }: Pick<Complaint, 'orders' | 'answers'>,
  evidence: readonly Evidence[],
  goods: Goods,
): string | undefined => {
  const text = evidence.length === orders.length ? replyTo(evidence, goods) : undefined
  return answers.some((one) => one.text === text) ? undefined : text
}

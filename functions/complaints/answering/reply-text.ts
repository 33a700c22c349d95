import { type Fen, yuan } from '../../../shared/kernel/money.ts'
import { type Millis, rfc3339Beijing } from '../../../shared/kernel/time.ts'
import type { Goods } from '../../payment/good.ts'
import type { VerificationStatus } from '../../verification/verification.ts'
import { deliveredAt, type Evidence, type GivenBack } from '../evidence/evidence.ts'

/** What the channel takes as one answer, in code points. */
export const LONGEST_REPLY = 200

/** `2026-11-20 12:30`, Beijing. */
const when = (at: Millis): string => rfc3339Beijing(at).slice(0, 16).replace('T', ' ')

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
  if (result && at !== undefined) return `核验于${when(at)}完成，结果为${result}。`
  return verdict?.decidedAt === undefined ? '核验正在进行，结果产生后按规则自动处理。' : '核验未能完成。'
}

const sum = (refunds: readonly GivenBack[]): Fen => refunds.reduce((fen, one) => fen + one.fen, 0)

const settlement = (evidence: Evidence): string => {
  const back = evidence.refunds.filter(({ status }) => status === 'succeeded')
  const owed = evidence.refunds.filter(({ status }) => status !== 'succeeded' && status !== 'superseded')
  const backFen = sum(back) + evidence.forcedFen
  const gone = backFen > 0 ? `已退回${yuan(backFen)}元至原支付账户。` : ''
  if (owed.length > 0) return `${gone}应退的${yuan(sum(owed))}元正在退回原支付账户，请留意到账。`
  if (backFen >= evidence.priceFen || deliveredAt(evidence) === undefined) return gone
  return `${gone}服务已按您的选择完成，按付款前的说明，${gone ? '其余' : '该'}费用不予退还。`
}

/**
 * The answer to a complaint about one order, from the evidence alone: at most 200 code points, without name or number of anybody.
 * Undefined when the complaint is about another number of orders, or one that was never paid: then a person must write.
 */
export const replyTo = (evidence: readonly Evidence[], goods: Goods): string | undefined => {
  const [only] = evidence
  if (!only || evidence.length > 1 || only.paidAt === undefined) return undefined
  const { chosenAt, paidAt, priceFen } = only
  const bought = `您好，您于${when(chosenAt)}选择${goods[only.kind].named(only)}（${yuan(priceFen)}元），${when(paidAt)}确认价格并付款。`
  return `${bought}${delivery(only)}${settlement(only)}`
}

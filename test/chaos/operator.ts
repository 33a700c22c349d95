import { getRunRoute, listRunsRoute, rerunRoute } from '../../functions/bookkeeping/reconciliations.route.ts'
import { approveProposalRoute } from '../../functions/operators/proposals.route.ts'
import { refundActionRoute, refundsRoute } from '../../functions/payment/operator-refunds.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import type { Engine } from '../../local/engine.ts'
import { count, type Stage } from './stage.ts'

export const CHANNELS = ['wechat_pay', 'alipay'] as const

/** Nothing a list names as unreadable may pass for nothing being there. */
const whole = <T extends { unreadable: string[] }>(list: T): T => {
  if (list.unreadable.length > 0) throw new Error(`unreadable: ${list.unreadable.join(', ')}`)
  return list
}

/** Every day's run of a channel with what it found. */
export const runsOf = async ({ platform, operatorKey: token }: Stage, channel: string) => {
  const { runs } = whole(await platform.must(listRunsRoute, { params: { channel }, token }))
  return Promise.all(
    runs.map(async ({ day }) => whole(await platform.must(getRunRoute, { params: { channel, day }, token }))),
  )
}

/** Refunds that stand with the operator, or that the channel has not taken for too long. */
export const refundsWith = async ({ platform, operatorKey: token }: Stage, which: 'operator' | 'overdue') =>
  whole(await platform.must(refundsRoute, { query: { which, limit: '100' }, token })).refunds

/** A person who approves what the operators' machine asks for: a new one each time, because days pass in between. */
const newApprover = async (stage: Stage, engine: Engine): Promise<string> => {
  count(stage, 'operator: came to approve')
  const name = `approver-${stage.counts.get('operator: came to approve')}`
  return (await operatorAt({ platform: stage.platform, engine }, name, 'finance')).token
}

const REASON = 'the day after the storm'

/** Sends a refund once more; where the payer's account cannot take it, it is paid by hand, by two. */
const dealsWith = async (
  stage: Stage,
  engine: Engine,
  { orderId, name }: { orderId: string; name: string },
): Promise<void> => {
  const act = (action: 'retry' | 'paid_by_hand') =>
    stage.platform.call(refundActionRoute, {
      params: { orderId, name },
      body: { action, reason: REASON },
      token: stage.operatorKey,
    })
  const sent = await act('retry')
  count(stage, sent.ok ? 'operator: refund sent once more' : `operator: ${sent.problem.code}`)
  if (sent.ok || sent.problem.code !== 'refund_abnormal') return
  const asked = await act('paid_by_hand')
  if (!asked.ok) return count(stage, `operator: ${asked.problem.code}`)
  const paid = await stage.platform.call(approveProposalRoute, {
    params: { id: 'id' in asked.body ? asked.body.id : '' },
    body: { reason: REASON },
    token: await newApprover(stage, engine),
  })
  count(stage, paid.ok ? 'operator: refund paid by hand' : `operator: ${paid.problem.code}`)
}

/** What a person has to do: refunds nobody else can end, and days that could not be decided when their bill came. */
export const tidiesUp = async (stage: Stage, engine: Engine): Promise<void> => {
  for (const refund of await refundsWith(stage, 'operator')) await dealsWith(stage, engine, refund)
  for (const channel of CHANNELS) {
    for (const { day, differences } of await runsOf(stage, channel)) {
      if (!differences.some(({ outcome }) => outcome === 'undecided')) continue
      const call = { params: { channel, day }, body: { reason: 'decided by now' }, token: stage.operatorKey }
      await stage.platform.must(rerunRoute, call)
      count(stage, 'operator: day held against the ledger once more')
    }
  }
}

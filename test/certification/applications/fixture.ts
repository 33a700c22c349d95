import type { Application, FeePaid } from '../../../functions/certification/applications/application.ts'
import type { ApplicationStatus } from '../../../functions/certification/applications/application-states.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const ACCOUNT = 'a'.repeat(32)
const APPLICATION = 'c'.repeat(32)

/** A fee that was paid. */
export const paidBy = (orderId: string): FeePaid => ({
  ...{ orderId, channel: 'wechat_pay', outTradeNo: orderId, transactionId: `t${orderId}`, paidFen: 3000, paidAt: NOON },
})

const started: Application = {
  ...{ id: APPLICATION, accountId: ACCOUNT, appId: 'b'.repeat(32), applicantId: 'd'.repeat(32) },
  ...{ kind: 'individual', status: 'draft', language: 'zh', names: { from: '旧名字', to: '新名字' }, materials: [] },
  ...{
    feeFen: 3000,
    createdAt: NOON,
    draftUntil: NOON + 30 * DAY,
    fee: 'none',
    returns: [],
    vain: [],
    steps: [],
    changes: 0,
  },
  ...{ qualification: { verdict: 'pending' }, naming: { verdict: 'pending' } },
}

const with_: Partial<Record<ApplicationStatus, Partial<Application>>> = {
  awaiting_confirmation: { confirmUntil: NOON + 24 * HOUR },
  awaiting_payment: { payUntil: NOON + 24 * HOUR, paidUntil: NOON + 25 * HOUR, decideMs: 21 * DAY },
  in_review: { fee: 'held', paid: paidBy('e'.repeat(32)), decideMs: 21 * DAY, decideBy: NOON + 21 * DAY },
  returned: {
    ...{ fee: 'held', paid: paidBy('e'.repeat(32)), decideMs: 21 * DAY, correctUntil: NOON + 30 * DAY },
    returns: [{ at: NOON, fields: ['certified_name'], was: { to: '新名字', materials: [] } }],
  },
  refused: { fee: 'kept', endedAt: NOON, decideMs: 21 * DAY },
}

/** An application of a person as it is in that state. */
export const applicationIn = (status: ApplicationStatus, more: Partial<Application> = {}): Application => ({
  ...started,
  status,
  ...with_[status],
  ...more,
})

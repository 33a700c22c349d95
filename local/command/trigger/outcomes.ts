import { both, type Told } from '../../../shared/command/told.ts'
import {
  ban,
  banAndUnban,
  dailyLimit,
  type Ended,
  submitAfterAnother,
  unpaid,
  verification,
  verifyAndClear,
  verifyAndRecycle,
} from './journeys.ts'
import type { Scene } from './scene.ts'

/** What can be brought about for a user of the platform. */
export type Outcome = {
  name: string
  does: Told
  /** The status it must end with. */
  ends: string
  /** Whether the clock of the instance must be moved, or its tables reached: on this machine alone. */
  isLocal?: true
  run(scene: Scene, externalId: string): Promise<Ended>
}

/** Everything there is, in the order in which help shows it. */
export const outcomes: readonly Outcome[] = [
  {
    name: 'verified',
    does: both('认证通过，费用留存', 'verified; the fee is kept'),
    ends: 'verified',
    run: verification('match'),
  },
  {
    name: 'mismatch',
    does: both('三要素不一致，费用留存', 'the data does not match; the fee is kept'),
    ends: 'mismatch',
    run: verification('mismatch'),
  },
  {
    name: 'no_record',
    does: both('查无记录，全额退款', 'there is no record; everything goes back'),
    ends: 'no_record',
    run: verification('no_record'),
  },
  {
    name: 'undetermined',
    does: both('核验方当日次数已满，没有结论，全额退款', 'the vendor will not say today; everything goes back'),
    ends: 'undetermined',
    run: verification('match', {}, dailyLimit),
  },
  {
    name: 'identity_in_use',
    does: both(
      '同一身份先在另一用户（外部编号加 .holder）上通过，全额退款',
      'the same person is verified first for another user (the external id and .holder); everything goes back',
    ),
    ends: 'identity_in_use',
    run: submitAfterAnother,
  },
  {
    name: 'refund',
    does: both(
      '付了错误的金额，订单关闭，全额退款',
      'a wrong amount is paid; the order closes and everything goes back',
    ),
    ends: 'cancelled',
    run: verification('match', { faults: { amountFen: 300 } }),
  },
  {
    name: 'cancelled',
    does: both('付款前由用户取消', 'the user gives it up before paying'),
    ends: 'cancelled',
    run: unpaid(({ reached: { shiming } }, { user, verificationId }) =>
      shiming.withSession(user.token).verifications.cancel(verificationId),
    ),
  },
  {
    name: 'expired',
    does: both(
      '没有付款，订单到期（时钟走 35 分钟）',
      'nobody pays, and the order expires (the clock goes on 35 minutes)',
    ),
    ends: 'expired',
    isLocal: true,
    run: unpaid(async ({ pass }) => pass?.('35m')),
  },
  {
    name: 'evidence_ended',
    does: both(
      '先认证通过，半年后查出号码易主（时钟走 181 天）',
      'verified, and half a year later the number is found to be somebody else’s (the clock goes on 181 days)',
    ),
    ends: 'unverified',
    isLocal: true,
    run: verifyAndRecycle,
  },
  {
    name: 'cleared',
    does: both(
      '先认证通过，用户说不是本人，审核员清除实名',
      'verified; the user says that it was not them, and a reviewer clears the account',
    ),
    ends: 'unverified',
    isLocal: true,
    run: verifyAndClear,
  },
  { name: 'banned', does: both('平台封禁用户', 'the platform bans the user'), ends: 'banned', run: ban },
  {
    name: 'unbanned',
    does: both('平台封禁用户，再解封', 'the platform bans the user and lifts the ban'),
    ends: 'unbanned',
    run: banAndUnban,
  },
]

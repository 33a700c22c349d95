import type { Millis } from '../../shared/kernel/time.ts'
import type { Profile } from '../account/account.ts'
import type { Ban } from '../account/bans/ban.ts'
import type { Enforcement } from '../gate/enforcement.ts'
import { type Feature, type GateDecision, gate, type Standing } from '../gate/gate.ts'
import type { MoneyBack } from '../payment/money-back/money-back.ts'
import type { ChecksLeft } from '../verification/submission/checks-left.ts'

/** An identity as its holder may see it. */
export type ShownIdentity = {
  maskedName: string
  maskedIdNumber: string
  verifiedAt: Millis
}

/** Who it belongs to; without an `id` it is of a user of the platform whom we have never seen. */
export type AccountName = Pick<Profile, 'maskedPhone' | 'externalId'> & { id?: string }

/** Everything the account page shows. `points`: 100 points = 100 fen. */
export type Account = {
  profile: AccountName
  identity?: ShownIdentity
  /** Until then nobody can begin a verification. */
  pausedUntil?: Millis
  /** How many checks may still be paid for; undefined for the verified. */
  checks?: ChecksLeft
  membership?: { until: Millis; active: boolean }
  points: number
  /** Money of its orders that went back or has to, the newest orders first. */
  refunds: readonly ({ orderId: string } & MoneyBack)[]
  /** Those that stand. */
  bans: readonly Ban[]
  gate: Record<Feature, GateDecision>
  /** How the enforcement date concerns it; undefined for the verified and the banned. */
  enforcement?: Enforcement
  /** Where the pages of the session that asks lead back to, and whose platform that is. */
  returnTo?: { name: string; url: string }
}

/** What the gate answers for each gated feature. */
export const decisions = (standing: Standing, enforceFrom: Millis, now: Millis): Record<Feature, GateDecision> => ({
  send_message: gate('send_message', standing, enforceFrom, now),
  recharge_points: gate('recharge_points', standing, enforceFrom, now),
})

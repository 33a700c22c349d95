import type { Millis } from '../../shared/kernel/time.ts'
import type { Profile } from '../account/account.ts'
import type { Ban } from '../account/bans/ban.ts'
import type { Proof } from '../evidence/evidence.ts'
import type { Proven } from '../evidence/level.ts'
import type { Enforcement } from '../gate/enforcement.ts'
import { type DatedFeature, type GateDecision, type GateTerms, gate, type Standing } from '../gate/gate.ts'
import type { MoneyBack } from '../payment/money-back/money-back.ts'
import type { OpenMethodName } from '../verification/methods.ts'
import type { ChecksLeft } from '../verification/submission/checks-left.ts'

/** An identity as its holder may see it, with what is proven of it, also what has ended since. */
export type ShownIdentity = {
  maskedName: string
  maskedIdNumber: string
  verifiedAt: Millis
  proofs: readonly Proof[]
}

/** Who it belongs to; without an `id` it is of a user of the platform whom we have never seen. */
export type AccountName = Pick<Profile, 'maskedPhone' | 'externalId'> & { id?: string }

/** Everything the account page shows. `points`: 100 points = 100 fen. */
export type Account = {
  /** When it was read. */
  now: Millis
  profile: AccountName
  identity?: ShownIdentity
  level: Proven
  /** What users can take to raise the level: each the methods that lead up together. */
  waysUp: readonly (readonly OpenMethodName[])[]
  /** Until then nobody can begin a verification. */
  pausedUntil?: Millis
  /** How many checks may still be paid for. */
  checks: ChecksLeft
  membership?: { until: Millis; active: boolean }
  points: number
  /** Money of its orders that went back or has to, the newest orders first. */
  refunds: readonly ({ orderId: string } & MoneyBack)[]
  /** Those that stand. */
  bans: readonly Ban[]
  gate: Record<DatedFeature, GateDecision>
  /** How the enforcement date concerns it; undefined for the verified and the banned. */
  enforcement?: Enforcement
  /** Where the pages of the session that asks lead back to, and whose platform that is. */
  returnTo?: { name: string; url: string }
}

/** What the gate answers for each feature that every account has. */
export const decisions = (standing: Standing, terms: GateTerms, now: Millis): Record<DatedFeature, GateDecision> => ({
  send_message: gate('send_message', standing, terms, now),
  recharge_points: gate('recharge_points', standing, terms, now),
})

import * as z from 'zod/mini'
import type { Language } from '../../shared/kernel/language.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { banShown, firstBanView } from '../account/bans/ban-view.ts'
import { enforcementShown, showEnforcement } from '../gate/enforcement-view.ts'
import {
  type GateDecision,
  gateRefusals,
  NOT_VERIFIED_LEGACY_CODE,
  shortfalls,
  verifyUrl,
  wayOut,
} from '../gate/gate.ts'
import { moneyBackShown, showOneBack } from '../payment/money-back/money-back-view.ts'
import type { Account } from './account-page.ts'
import { levelShown, showLevel } from './level-view.ts'

const time = z.iso.datetime()

/** Whether an account may use a feature. */
export const decisionShown = z.union([
  z.strictObject({ allowed: z.literal(true) }),
  z.strictObject({
    allowed: z.literal(false),
    code: z.enum(gateRefusals),
    legacyCode: z.nullable(z.int()),
    verifyUrl: z.nullable(z.string()),
    /** What the feature needs and what the account has, where that is why. */
    neededLevel: z.nullable(z.int()),
    heldLevel: z.nullable(z.int()),
    shortfall: z.nullable(z.enum(shortfalls)),
    /** Until when sending is paused, where that is why. */
    pausedUntil: z.nullable(time),
  }),
])

/** The account as whoever it belongs to is told of it. */
export const accountShown = z.strictObject({
  /** Null for a user of the platform who has never been here. */
  id: z.nullable(z.string()),
  externalId: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  verification: levelShown,
  membership: z.nullable(z.strictObject({ active: z.boolean(), until: time })),
  points: z.int(),
  refunds: z.array(z.strictObject({ orderId: z.string(), ...moneyBackShown.shape })),
  /** The ban that stands; where the platform has banned an account that complaints have banned too, that for complaints. */
  ban: z.nullable(banShown),
  gate: z.strictObject({ send_message: decisionShown, recharge_points: decisionShown }),
  /** Null for the verified and the banned. */
  enforcement: z.nullable(enforcementShown),
  /** Where this session came from and leads back to; null where nobody has said so, and for the platform. */
  returnTo: z.nullable(z.strictObject({ name: z.string(), url: z.string() })),
})

const gateView = (decision: GateDecision, publicUrl: string) => {
  if (decision.allowed) return { allowed: true as const }
  // Verification does not lift a ban, so only the unverified are sent there.
  if (decision.because === 'banned')
    return {
      ...{ allowed: false as const, code: decision.because, legacyCode: null, verifyUrl: null },
      ...{ neededLevel: null, heldLevel: null, shortfall: null, pausedUntil: null },
    }
  if (decision.because === 'sending_paused')
    return {
      ...{ allowed: false as const, code: decision.because, legacyCode: null, verifyUrl: null },
      ...{ neededLevel: null, heldLevel: null, shortfall: null, pausedUntil: rfc3339(decision.until) },
    }
  const { because: code, neededLevel, heldLevel, shortfall } = decision
  return {
    allowed: false as const,
    code,
    legacyCode: NOT_VERIFIED_LEGACY_CODE,
    verifyUrl: wayOut(decision, publicUrl),
    neededLevel,
    heldLevel,
    shortfall,
    pausedUntil: null,
  }
}

/** The account as GET /v1/account answers it, in that language. `publicUrl` has no slash at its end. */
export const accountView = (account: Account, publicUrl: string, language: Language = 'zh') => {
  const { profile, membership, points, refunds, bans, gate, enforcement, returnTo } = account
  const page = verifyUrl(publicUrl)
  return {
    id: profile.id ?? null,
    externalId: profile.externalId ?? null,
    phone: profile.maskedPhone ?? null,
    verification: showLevel(account, page),
    membership: membership ? { active: membership.active, until: rfc3339(membership.until) } : null,
    points,
    refunds: refunds.map(({ orderId, ...back }) => ({ orderId, ...showOneBack(back, language) })),
    ban: firstBanView(bans, language),
    gate: {
      send_message: gateView(gate.send_message, publicUrl),
      recharge_points: gateView(gate.recharge_points, publicUrl),
    },
    enforcement: enforcement ? showEnforcement(enforcement) : null,
    returnTo: returnTo ?? null,
  }
}

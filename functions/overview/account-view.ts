import type { Language } from '../../shared/kernel/language.ts'
import { rfc3339, rfc3339If } from '../../shared/kernel/time.ts'
import { firstBanView } from '../account/bans/ban-view.ts'
import { showEnforcement } from '../gate/enforcement-view.ts'
import { type GateDecision, verifyUrl } from '../gate/gate.ts'
import { gateProblems } from '../gate/problems.ts'
import { showOneBack } from '../payment/money-back/money-back-view.ts'
import type { Account } from './account-page.ts'

const gateView = (decision: GateDecision, page: string) => {
  if (decision.allowed) return { allowed: true as const }
  // Verification does not lift a ban, so only the unverified are sent there.
  return decision.because === 'not_verified'
    ? {
        allowed: false as const,
        code: decision.because,
        legacyCode: gateProblems.not_verified.legacyCode,
        verifyUrl: page,
      }
    : { allowed: false as const, code: decision.because, legacyCode: null, verifyUrl: null }
}

const verificationView = ({ identity, pausedUntil, checks }: Account, page: string) => ({
  status: identity ? ('verified' as const) : ('unverified' as const),
  level: identity ? 'carrier_three_element' : null,
  method: identity ? 'carrier_three_element' : null,
  name: identity?.maskedName ?? null,
  idNumber: identity?.maskedIdNumber ?? null,
  verifiedAt: rfc3339If(identity?.verifiedAt),
  verifyUrl: identity ? null : page,
  pausedUntil: identity ? null : rfc3339If(pausedUntil),
  checks: checks ? { ...checks, nextAt: rfc3339If(checks.nextAt) } : null,
})

/** The account as GET /v1/account answers it, in that language. `publicUrl` has no slash at its end. */
export const accountView = (account: Account, publicUrl: string, language: Language = 'zh') => {
  const { profile, membership, points, refunds, bans, gate, enforcement, returnTo } = account
  const page = verifyUrl(publicUrl)
  return {
    id: profile.id ?? null,
    externalId: profile.externalId ?? null,
    phone: profile.maskedPhone ?? null,
    verification: verificationView(account, page),
    membership: membership ? { active: membership.active, until: rfc3339(membership.until) } : null,
    points,
    refunds: refunds.map(({ orderId, ...back }) => ({ orderId, ...showOneBack(back, language) })),
    ban: firstBanView(bans, language),
    gate: {
      send_message: gateView(gate.send_message, page),
      recharge_points: gateView(gate.recharge_points, page),
    },
    enforcement: enforcement ? showEnforcement(enforcement) : null,
    returnTo: returnTo ?? null,
  }
}

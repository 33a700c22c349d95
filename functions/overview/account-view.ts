import type { Language } from '../../shared/kernel/language.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { firstBanView } from '../account/bans/ban-view.ts'
import { showEnforcement } from '../gate/enforcement-view.ts'
import { type GateDecision, NOT_VERIFIED_LEGACY_CODE, verifyUrl } from '../gate/gate.ts'
import { showOneBack } from '../payment/money-back/money-back-view.ts'
import type { Account } from './account-page.ts'
import { showLevel } from './level-view.ts'

const gateView = (decision: GateDecision, page: string) => {
  if (decision.allowed) return { allowed: true as const }
  // Verification does not lift a ban, so only the unverified are sent there.
  if (decision.because === 'banned')
    return {
      ...{ allowed: false as const, code: decision.because, legacyCode: null, verifyUrl: null },
      ...{ neededLevel: null, heldLevel: null, shortfall: null },
    }
  const { because: code, neededLevel, heldLevel, shortfall } = decision
  return {
    allowed: false as const,
    code,
    legacyCode: NOT_VERIFIED_LEGACY_CODE,
    verifyUrl: page,
    neededLevel,
    heldLevel,
    shortfall,
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
      send_message: gateView(gate.send_message, page),
      recharge_points: gateView(gate.recharge_points, page),
    },
    enforcement: enforcement ? showEnforcement(enforcement) : null,
    returnTo: returnTo ?? null,
  }
}

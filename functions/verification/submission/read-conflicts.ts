import { type Refusal, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Conflict } from '../../../shared/table/table.ts'
import { heldIdentity, whyNotProvable } from '../../gate/identity-store.ts'
import type { Provable } from '../../gate/provable-store.ts'
import { keyReused } from '../../payment/orders/order-opening.ts'
import { gateOpensAt } from '../check/breaker-store.ts'
import type { TryLimits } from './checks-left.ts'
import { coolDownEnd, segmentEnd } from './person-store.ts'
import { triesRefusal } from './tries-store.ts'

type BlockedDeps = { settings: { checks: TryLimits }; vendors: readonly { name: string }[] }

/** What blocks a submission, the most telling reason first. No cold start loads it. */
export const refusalOf = (conflicts: readonly Conflict[], about: Provable, deps: BlockedDeps, now: Millis): Refusal => {
  const item = new Map(conflicts.map((conflict) => [conflict.because, conflict.item]))
  if (item.has('alias_exists')) return keyReused.refusal
  if (item.has('banned')) return { code: 'banned' }
  if (item.has('not_provable')) {
    const because = whyNotProvable(heldIdentity(item.get('not_provable')), about, now)
    return because === 'verified_as_another' ? refusedField('/idNumber', because).refusal : { code: 'already_verified' }
  }
  if (item.has('tries')) return triesRefusal(item.get('tries'), deps.settings.checks, now)
  if (item.has('cooling_down')) {
    const code = 'resubmitted_too_soon'
    // Whichever of them is mistaken: together they were checked.
    const fields = ['/name', '/idNumber', '/phone'].map((pointer) => ({ pointer, code }) as const)
    return { code, fields, retryAt: coolDownEnd(item.get('cooling_down')) }
  }
  if (item.has('segment_unsupported')) {
    const retryAt = segmentEnd(deps.vendors, item.get('segment_unsupported'), now)
    return { ...refusedField('/phone', 'phone_segment_unsupported').refusal, retryAt }
  }
  if (item.has('paused')) return { code: 'verification_paused', retryAt: gateOpensAt(deps.vendors, item.get('paused')) }
  if (item.has('person_full')) return refusedField('/idNumber', 'identity_unavailable').refusal
  // Somebody else brings the same person from one version of the key to another at this very moment.
  if (item.has('person_elsewhere')) return { code: 'contended' }
  return refusedField('/smsCode', 'sms_code_wrong').refusal
}

import { type Refusal, refusedField } from '../../../shared/kernel/outcome.ts'
import { type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'
import type { Conflict } from '../../../shared/table/table.ts'
import { LIMITED } from '../../account/limits/limit-store.ts'
import { heldIdentity, whyNotProvable } from '../../gate/identity-store.ts'
import { gateOpensAt } from '../../verification/check/breaker-store.ts'
import { OWED_OPEN } from '../../verification/owed/owed-store.ts'
import type { OwedVerification } from '../../verification/owed/owed-verification.ts'
import { coolDownEnd } from '../../verification/submission/person-store.ts'
import { peopleOf } from '../../verification/verification.ts'
import { CARD_HELD, CARDS_FULL, cardOf } from './card-store.ts'

/** What stands against a card, the most telling reason first. No cold start loads it. */
export const refusalOfCard = (
  conflicts: readonly Conflict[],
  of: OwedVerification,
  { vendors }: { vendors: readonly { name: string }[] },
  now: Millis,
): Refusal => {
  const item = new Map(conflicts.map((conflict) => [conflict.because, conflict.item]))
  const tomorrow = nextBeijingDay(now)
  if (item.has('banned')) return { code: 'banned' }
  if (item.has('not_provable')) {
    const about = { people: peopleOf(of), source: 'bank' as const, maximumAgeMs: 0 }
    const why = whyNotProvable(heldIdentity(item.get('not_provable')), about, now)
    return why === 'verified_as_another' ? refusedField('/idNumber', why).refusal : { code: 'contended' }
  }
  const held = item.get(CARD_HELD)
  if (held) {
    const card = cardOf(held)
    return { code: card.status === 'bound' ? 'card_bound' : 'card_check_open', extra: { cardId: card.id } }
  }
  if (item.has(OWED_OPEN)) return { code: 'card_check_open' }
  if (item.has(CARDS_FULL)) return { code: 'too_many_cards' }
  if (item.has(LIMITED)) return { code: 'too_many_card_checks', retryAt: tomorrow }
  if (item.has('too_many_refusals')) return { code: 'too_many_refusals', retryAt: tomorrow }
  if (item.has('cooling_down')) {
    const code = 'resubmitted_too_soon'
    return { ...refusedField('/cardNumber', code).refusal, retryAt: coolDownEnd(item.get('cooling_down')) }
  }
  if (item.has('paused')) return { code: 'verification_paused', retryAt: gateOpensAt(vendors, item.get('paused')) }
  if (item.has('spent')) return { code: 'verification_paused', retryAt: tomorrow }
  if (item.has('person_full')) return refusedField('/idNumber', 'identity_unavailable').refusal
  if (item.has('code_consumed')) return refusedField('/smsCode', 'sms_code_wrong').refusal
  return { code: 'contended' }
}

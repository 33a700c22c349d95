import { type Refusal, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Conflict } from '../../../shared/table/table.ts'
import { heldIdentity, whyNotProvable } from '../../gate/identity-store.ts'
import { OWED_OPEN } from '../../verification/owed/owed-store.ts'
import type { OwedVerification } from '../../verification/owed/owed-verification.ts'
import { refusalOfOwed } from '../../verification/owed/read-owed-conflicts.ts'
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
  const coolingDown = refusedField('/cardNumber', 'resubmitted_too_soon').refusal
  const owed = refusalOfOwed(item, { limited: 'too_many_card_checks', coolingDown }, vendors, now)
  if (owed) return owed
  if (item.has('person_full')) return refusedField('/idNumber', 'identity_unavailable').refusal
  if (item.has('code_consumed')) return refusedField('/smsCode', 'sms_code_wrong').refusal
  return { code: 'contended' }
}

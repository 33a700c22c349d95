import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { answerCode } from '../../account/codes/answer-code.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import { askingIn } from '../../verification/methods.ts'
import { kindsTaken, taking } from '../../verification/vendors/choice.ts'
import type { Card } from './card.ts'
import { readCardNumber } from './card-number.ts'
import type { Accepted, BindDeps, Binding } from './open-card.ts'

/** What can be known to be wrong for free, at its field. */
const accept = async (deps: BindDeps, { caller, body }: Binding, now: Millis): Promise<Outcome<Accepted>> => {
  const notice = await deps.notice()
  const number = readCardNumber(body.cardNumber)
  if (!number.ok) return refusedField('/cardNumber', number.refusal.code)
  if (body.consent.notice !== notice.version) return consentOutdated(notice)
  const { readHolder } = await import('./read-holder.ts')
  const holder = await readHolder(deps, caller, body, now)
  if (!holder.ok) return holder
  const typed = { phone: holder.value.identity.phone, smsCode: body.smsCode }
  const answered = await answerCode(deps, caller, typed, now)
  if (answered.ok) return ok({ holder: holder.value, number: number.value, notice, answered: answered.value })
  // Whoever clicks twice has had their code taken by the first.
  const { findChecking } = await import('./find-card.ts')
  const open =
    answered.refusal.code === 'unauthenticated' ? undefined : await findChecking(deps.table, caller.claimedId)
  return open === undefined ? answered : refused('card_check_open', { extra: { cardId: open } })
}

/**
 * X2 takes the number of a card: what is wrong is refused for free; then the card and its check begin in one commit that also consumes the code, and
 * the platform pays for at most one call. Who is verified types no name: theirs is opened, which goes on record in that commit. Refuses at
 * its field with what `readIdentity` says, `invalid_card_number`, `sms_code_wrong`, `sms_code_spent`, `verified_as_another`, `identity_unavailable`; and
 * with `cards_not_offered`, `consent_outdated`, `card_needs_resident_id`, `card_bound`, `card_check_open`, `too_many_cards`,
 * `too_many_card_checks`, `too_many_refusals`, `resubmitted_too_soon`, `verification_paused`, `banned`, `contended`, `unauthenticated`.
 */
export const bindCard = async (deps: BindDeps, binding: Binding): Promise<Outcome<Card>> => {
  const now = deps.clock.now()
  const { question } = askingIn('bank_card')
  if (kindsTaken(deps.vendors, question).length === 0) return refused('cards_not_offered')
  const accepted = await accept(deps, binding, now)
  if (!accepted.ok) return accepted
  const vendors = taking(deps.vendors, question, accepted.value.holder.identity.document.kind)
  if (vendors.length === 0) return refused('card_needs_resident_id')
  // Whatever is refused before needs none of it.
  const { openCard } = await import('./open-card.ts')
  return openCard(deps, binding, accepted.value, vendors)
}

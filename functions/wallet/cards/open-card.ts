import { type Outcome, ok, type Refusal } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Conflict } from '../../../shared/table/table.ts'
import { counted } from '../../account/limits/limit-store.ts'
import { indexLastFour } from '../../account/numbers/index-last-four.ts'
import { maskIdNumber, maskName, maskPhone } from '../../person/masking.ts'
import { indexProvenPhone } from '../../proofing/index-proven-phone.ts'
import { openOwedVerification } from '../../verification/owed/open-owed.ts'
import type { OwedVerification } from '../../verification/owed/owed-verification.ts'
import { sealElements } from '../../verification/owed/seal-elements.ts'
import { codeAnswered } from '../../verification/submission/answer-code.ts'
import { agreed } from '../../verification/submission/given-consent-store.ts'
import { identityIndexes, indexedAs } from '../../verification/submission/index-person.ts'
import type { IdentityVendor } from '../../verification/vendors/choice.ts'
import { bankHint } from './banks.ts'
import type { Accepted, BindDeps, Binding } from './bind-card.ts'
import type { Card } from './card.ts'
import { lastFourOf } from './card-number.ts'
import { cardCounter, cardTyped } from './card-store.ts'
import { findCard } from './find-card.ts'
import { indexCard } from './index-card.ts'
import { refusalOfCard } from './read-conflicts.ts'

const METHOD = 'bank_card'

const compose = async (deps: BindDeps, { caller, language }: Binding, { holder, number, notice }: Accepted) => {
  const accountId = caller.claimedId
  const now = deps.clock.now()
  const { identity } = holder
  const { name, idNumber, phone } = identity
  const elements = { name, idNumber, phone, bankCard: number }
  const id = deps.ids.id()
  const indexes = await indexCard(deps.vault, accountId, number)
  const known = await findCard(deps.table, accountId, indexes.own)
  const verification: OwedVerification = {
    ...{ id, accountId, method: METHOD, status: 'queued', createdAt: now },
    subject: known.index,
    consent: agreed({ ...notice, recheckers: [] }, language, now, deps.vendors),
    maskedName: maskName(name),
    maskedIdNumber: maskIdNumber(idNumber),
    maskedPhone: maskPhone(phone),
    ...(await sealElements(deps.vault, { account: accountId, verification: id }, elements)),
    ...indexedAs(identityIndexes(await deps.vault.macs(idNumber), elements)),
    lastFourIndex: await indexLastFour(deps.vault, accountId, idNumber),
    provenPhoneIndex: await indexProvenPhone(deps.vault, accountId, phone),
  }
  const card: Card = {
    ...{
      id: known.card?.id ?? id,
      accountId,
      index: known.index,
      status: 'checking',
      verificationId: id,
      createdAt: now,
    },
    ...bankHint(number),
    lastFour: lastFourOf(number),
    maskedPhone: verification.maskedPhone,
  }
  return { verification, card, others: indexes.own.filter((index) => index !== known.index), anyones: indexes.anyones }
}

const refusalOf = async (
  deps: BindDeps,
  conflicts: readonly Conflict[],
  of: OwedVerification,
  now: Millis,
): Promise<Refusal> => {
  const refusal = refusalOfCard(conflicts, of, deps, now)
  if (refusal.code === 'identity_unavailable') {
    const { holdersIn } = await import('../../verification/submission/person-entry-store.ts')
    const { recordIdentityRefusal } = await import('../../verification/submission/record-identity-refusal.ts')
    await recordIdentityRefusal(deps, of.accountId, holdersIn(conflicts))
  }
  return refusal
}

/**
 * X2 begins the card and its check in one commit, which consumes the code and holds the record that an identity was opened for it. Refuses with what others
 * hold against it (`refusalOfCard`).
 */
export const openCard = async (
  deps: BindDeps,
  binding: Binding,
  accepted: Accepted,
  vendors: readonly IdentityVendor[],
): Promise<Outcome<Card>> => {
  const now = deps.clock.now()
  const { verification, card, others, anyones } = await compose(deps, binding, accepted)
  const { cards } = deps.settings
  const conflicts = await openOwedVerification(deps, {
    verification,
    vendors,
    also: [
      ...codeAnswered(accepted.answered, now),
      ...cardTyped(card, others, cards.most),
      counted(cardCounter(anyones, now, cards.checksPerCard)),
    ],
    reading: accepted.holder.reading,
  })
  return conflicts.length === 0 ? ok(card) : { ok: false, refusal: await refusalOf(deps, conflicts, verification, now) }
}

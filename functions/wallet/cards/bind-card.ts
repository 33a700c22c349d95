import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, type Refusal, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { indexLastFour } from '../../account/numbers/index-last-four.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import type { AccountSettings } from '../../account/settings.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import type { Notice } from '../../consent/consent.ts'
import { maskIdNumber, maskName, maskPhone } from '../../person/masking.ts'
import { indexProvenPhone } from '../../proofing/index-proven-phone.ts'
import { askingIn } from '../../verification/methods.ts'
import { type OpenOwedDeps, openOwedVerification } from '../../verification/owed/open-owed.ts'
import type { OwedVerification } from '../../verification/owed/owed-verification.ts'
import { sealElements } from '../../verification/owed/seal-elements.ts'
import type { VerificationSettings } from '../../verification/settings.ts'
import { type Answered, answerCode, codeAnswered } from '../../verification/submission/answer-code.ts'
import { agreed } from '../../verification/submission/given-consent-store.ts'
import type { Identity } from '../../verification/submission/identity.ts'
import { identityIndexes, indexedAs } from '../../verification/submission/index-person.ts'
import { type IdentityVendor, kindsTaken, taking } from '../../verification/vendors/choice.ts'
import { bankHint } from './banks.ts'
import type { Card } from './card.ts'
import { lastFourOf, readCardNumber } from './card-number.ts'
import { cardTyped } from './card-store.ts'
import { findCard } from './find-card.ts'
import { indexCard } from './index-card.ts'
import type { CardSettings } from './settings.ts'

const METHOD = 'bank_card'

export type BindDeps = Omit<OpenOwedDeps, 'table' | 'settings'> & {
  table: Table
  vault: Vault
  keyRing: () => Promise<KeyRing>
  ids: Ids
  /** The identity vendors of this deployment. */
  vendors: readonly IdentityVendor[]
  /** What users agree to, kept by then. */
  notice: () => Promise<Notice>
  settings: OpenOwedDeps['settings'] & VerificationSettings & CardSettings & Pick<AccountSettings, 'sms'>
}

/** What is typed. `name` and `idNumber`: of an account that is nobody yet; who is verified binds their own cards. */
export type TypedCard = {
  name?: string | undefined
  idNumber?: string | undefined
  cardNumber: string
  phone: string
  smsCode: string
  consent: { notice: string }
}

export type Binding = { caller: SessionClaim; language: Language; body: TypedCard }

/** Whose card it is: as the account is verified, or as it was typed. `reading`: the record that it was opened. */
export type Holder = { identity: Identity; reading?: AuditRecord }

type Accepted = { holder: Holder; number: string; notice: Notice; answered: Answered }

const compose = async (deps: BindDeps, { caller, language }: Binding, { holder, number, notice }: Accepted) => {
  const accountId = caller.claimedId
  const now = deps.clock.now()
  const { identity } = holder
  const { name, idNumber, phone } = identity
  const elements = { name, idNumber, phone, bankCard: number }
  const id = deps.ids.id()
  const indexes = await indexCard(deps.vault, accountId, number)
  const known = await findCard(deps.table, accountId, indexes)
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
  return { verification, card, others: indexes.filter((index) => index !== known.index) }
}

/** What can be known to be wrong for free, at its field. */
const accept = async (deps: BindDeps, { caller, body }: Binding, now: Millis): Promise<Outcome<Accepted>> => {
  const notice = await deps.notice()
  const number = readCardNumber(body.cardNumber)
  if (!number.ok) return refusedField('/cardNumber', number.refusal.code)
  if (body.consent.notice !== notice.version)
    return refused('consent_outdated', {
      fields: [{ pointer: '/consent/notice', code: 'consent_outdated', expected: { enum: [notice.version] } }],
      extra: { notice: notice.version },
    })
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

const refusalOf = async (
  deps: BindDeps,
  conflicts: Parameters<typeof import('./read-conflicts.ts').refusalOfCard>[0],
  of: OwedVerification,
  now: Millis,
): Promise<Refusal> => {
  const { refusalOfCard } = await import('./read-conflicts.ts')
  const refusal = refusalOfCard(conflicts, of, deps, now)
  if (refusal.code === 'identity_unavailable') {
    const { recordIdentityRefusal } = await import('../../verification/submission/record-identity-refusal.ts')
    await recordIdentityRefusal(deps, of.accountId)
  }
  return refusal
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
  const { question } = askingIn(METHOD)
  if (kindsTaken(deps.vendors, question).length === 0) return refused('cards_not_offered')
  const accepted = await accept(deps, binding, now)
  if (!accepted.ok) return accepted
  const { holder, answered } = accepted.value
  const vendors = taking(deps.vendors, question, holder.identity.document.kind)
  if (vendors.length === 0) return refused('card_needs_resident_id')
  const { verification, card, others } = await compose(deps, binding, accepted.value)
  const conflicts = await openOwedVerification(deps, {
    verification,
    vendors,
    also: [...codeAnswered(answered, now), ...cardTyped(card, others, deps.settings, now)],
    reading: holder.reading,
  })
  return conflicts.length === 0 ? ok(card) : { ok: false, refusal: await refusalOf(deps, conflicts, verification, now) }
}

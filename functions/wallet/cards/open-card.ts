import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, type Refusal } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Conflict, Table } from '../../../shared/table/table.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { Answered } from '../../account/codes/answer-code.ts'
import { codeAnswered } from '../../account/codes/answer-code.ts'
import { counted } from '../../account/limits/limit-store.ts'
import type { SessionClaim } from '../../account/sessions/session-store.ts'
import type { AccountSettings } from '../../account/settings.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import type { Notice } from '../../consent/consent.ts'
import { indexProvenPhone } from '../../proofing/index-proven-phone.ts'
import type { OpenOwedDeps } from '../../verification/owed/open-owed.ts'
import { openOwedVerification } from '../../verification/owed/open-owed.ts'
import type { OwedVerification } from '../../verification/owed/owed-verification.ts'
import { sealOwedVerification } from '../../verification/owed/seal-owed.ts'
import type { VerificationSettings } from '../../verification/settings.ts'
import type { Identity } from '../../verification/submission/identity.ts'
import type { IdentityVendor } from '../../verification/vendors/choice.ts'
import { bankHint } from './banks.ts'
import type { Card } from './card.ts'
import { lastFourOf } from './card-number.ts'
import { cardCounter, cardTyped } from './card-store.ts'
import { findCard } from './find-card.ts'
import { indexCard } from './index-card.ts'
import { refusalOfCard } from './read-conflicts.ts'
import type { CardSettings } from './settings.ts'

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

/** Whose card it is: as the account is verified, or as it was typed. `reading`: the record that it was opened, `heldSince`: since when it is so (epoch ms). */
export type Holder = { identity: Identity; reading?: AuditRecord; heldSince?: Millis }

/** What is bound once nothing speaks against it but what others hold. */
export type Accepted = { holder: Holder; number: string; notice: Notice; answered: Answered }

const METHOD = 'bank_card'

const compose = async (deps: BindDeps, { caller, language }: Binding, { holder, number, notice }: Accepted) => {
  const accountId = caller.claimedId
  const { identity, heldSince } = holder
  const { name, idNumber, phone } = identity
  const elements = { name, idNumber, phone, bankCard: number }
  const sealed = await sealOwedVerification(deps, { accountId, method: METHOD, language, notice, elements })
  const { id, createdAt } = sealed
  const indexes = await indexCard(deps.vault, accountId, number)
  const known = await findCard(deps.table, accountId, indexes.own)
  const cardId = known.card?.id ?? id
  const verification: OwedVerification = {
    ...sealed,
    subject: known.index,
    subjectId: cardId,
    ...(heldSince !== undefined && { heldSince }),
    provenPhoneIndex: await indexProvenPhone(deps.vault, accountId, phone),
  }
  const card: Card = {
    ...{
      id: cardId,
      accountId,
      index: known.index,
      status: 'checking',
      verificationId: id,
      createdAt,
    },
    ...bankHint(number),
    lastFour: lastFourOf(number),
    maskedPhone: verification.maskedPhone,
  }
  return {
    verification,
    card,
    others: indexes.own.filter((index) => index !== known.index),
    anyones: indexes.anyones,
    isNew: known.card === undefined,
  }
}

const refusalOf = async (
  deps: BindDeps,
  conflicts: readonly Conflict[],
  of: OwedVerification,
  now: Millis,
): Promise<Refusal> => {
  const refusal = refusalOfCard(conflicts, of, deps, now)
  if (refusal.code === 'identity_unavailable') {
    const { recordFullPerson } = await import('../../verification/submission/record-identity-refusal.ts')
    await recordFullPerson(deps, of.accountId, conflicts)
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
  const { verification, card, others, anyones, isNew } = await compose(deps, binding, accepted)
  const { cards } = deps.settings
  const conflicts = await openOwedVerification(deps, {
    verification,
    vendors,
    also: [
      ...codeAnswered(accepted.answered, now),
      ...cardTyped(card, others, { most: cards.most, isNew }),
      counted(cardCounter(anyones, now, cards.checksPerCard)),
    ],
    reading: accepted.holder.reading,
  })
  return conflicts.length === 0 ? ok(card) : { ok: false, refusal: await refusalOf(deps, conflicts, verification, now) }
}

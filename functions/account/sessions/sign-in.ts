import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import { isBecause } from '../../../shared/table/table.ts'
import type { Put, Write } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { maskPhone } from '../../person/masking.ts'
import { normalisePhone } from '../../person/phone.ts'
import { ownerIn } from '../account-store.ts'
import { challengeConsumed, handedOnIn, isAnswered, tryCounted, tryRefusal } from '../codes/challenge-store.ts'
import { indexPhone } from '../codes/index-phone.ts'
import type { PhoneHandedOn } from '../codes/sms-sender.ts'
import { textAnswered } from '../codes/text-answered-store.ts'
import { accountKeys } from '../keys.ts'
import { findReturning, type Returning, type ReturningDeps } from '../numbers/find-returning.ts'
import { numberClaimed, numberMoved, numberProven, provenAtIn } from '../numbers/number-store.ts'
import type { AccountSettings } from '../settings.ts'
import { type Opening, type OpeningDeps, openAccount } from './open-account.ts'
import type { NewSession } from './session.ts'

export type SignInDeps = OpeningDeps &
  ReturningDeps & {
    vault: Vault
    keyRing: () => Promise<KeyRing>
    settings: Pick<AccountSettings, 'sessions' | 'sms'>
    /** The record that a vendor got the number of an account for the text it signs in with, and what became of it. */
    textHandedOn: (of: PhoneHandedOn, accountId: string) => Put
  }

/** `phone` and `idLastFour` as typed. */
export type SignInInput = { phone: string; smsCodeId: string; code: string } & Returning & Pick<NewSession, 'device'>

/** What is to be written with a sign-in where nothing is in its way. `because`: what may be; then the sign-in goes on without it. */
export type Alongside = Pick<Opening, 'also'> & {
  session: Pick<NewSession, 'wechat'>
  leading: Opening['leading']
  because: readonly string[]
}

export type NewlySignedIn = { token: string; account: { id: string; externalId?: string } }

const wrong = refusedField('/code', 'sms_code_wrong')

/**
 * Signs in by the code sent to a number (as typed); the first sign-in of a number creates its account. The try is counted
 * before it is compared, and a code opens one session. A banned account may sign in: refunds owed to it must stay visible. A number
 * nobody has proven for long opens a verified account only to who knows the last four of its ID number. Refuses with
 * `invalid_phone`, `sms_code_wrong`, `sms_code_spent`, and as `findReturning`. Three database calls, one KMS call; a code that
 * is not right costs one database call and no more. What is written `alongside` is left out where something is in its way, which costs
 * one call more.
 */
export const signIn = async (
  deps: SignInDeps,
  input: SignInInput,
  alongside?: Alongside,
): Promise<Outcome<NewlySignedIn & { inTheWay?: string }>> => {
  const phone = normalisePhone(input.phone)
  if (!phone.ok) return refusedField('/phone', phone.refusal.code)
  const ring = await deps.keyRing()
  const challenge = accountKeys.challenge(input.smsCodeId)
  const now = deps.clock.now()
  const { tries } = deps.settings.sms
  const counted = await deps.table.update(tryCounted(challenge, now, tries))
  if (counted.kind === 'conflict') return refusedField('/code', tryRefusal(counted.item, now, tries))
  if (!isAnswered(ring, counted.item, phone.value, input.code)) return wrong

  const index = await indexPhone(deps.vault, phone.value)
  const kept = await deps.table.get(accountKeys.phone(index))
  const owner = ownerIn(kept)
  const entry = kept && owner ? await findReturning(deps, { id: owner, provenAt: provenAtIn(kept) }, input) : ok('new')
  if (!entry.ok) return entry
  const before = entry.value === 'new' ? owner : undefined
  const handedOn = handedOnIn(counted.item, input.smsCodeId)
  const waysTo = ({ id, isNew }: { id: string; isNew: boolean }): readonly Write[] => {
    if (!isNew) return [numberProven(index, id, now)]
    return before === undefined ? [numberClaimed(index, id, now)] : numberMoved(index, { from: before, to: id }, now)
  }
  const openWith = (more: Partial<Alongside> = {}) =>
    openAccount(deps, {
      known: entry.value === 'known' ? owner : undefined,
      session: { by: 'sms_code', device: input.device, ...more.session },
      profile: { maskedPhone: maskPhone(phone.value) },
      phoneIndex: index,
      leading: (account) => [
        ...waysTo(account),
        ...handedOn.map((one) => deps.textHandedOn(one, account.id)),
        ...(more.leading?.(account) ?? []),
      ],
      also: [
        challengeConsumed(challenge, String(counted.item.codeHash)),
        ...textAnswered(handedOn, now),
        ...(more.also ?? []),
      ],
    })
  const first = await openWith(alongside)
  const inTheWay =
    first.kind === 'conflict' ? alongside?.because.find((one) => isBecause(first.conflicts, one)) : undefined
  const opened = inTheWay === undefined ? first : await openWith()
  // Only a rival that used or replaced the same code gets in between.
  if (opened.kind === 'conflict') return wrong
  return ok({ token: opened.token, account: { id: opened.accountId }, ...(inTheWay !== undefined && { inTheWay }) })
}

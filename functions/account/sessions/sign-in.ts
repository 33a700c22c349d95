import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { maskPhone } from '../../person/masking.ts'
import { normalisePhone } from '../../person/phone.ts'
import { challengeConsumed, isAnswered, tryCounted, tryRefusal } from '../codes/challenge-store.ts'
import { indexPhone } from '../codes/index-phone.ts'
import { accountKeys } from '../keys.ts'
import type { AccountSettings } from '../settings.ts'
import { type OpeningDeps, openAccount } from './open-account.ts'

export type SignInDeps = OpeningDeps & {
  vault: Vault
  keyRing: () => Promise<KeyRing>
  settings: Pick<AccountSettings, 'sessions' | 'sms'>
}

export type NewSession = { token: string; account: { id: string; externalId?: string } }

const wrong = refusedField('/code', 'sms_code_wrong')

/**
 * Signs in by the code sent to a number (as typed); the first sign-in of a number creates its account. The try is counted
 * before it is compared, and a code opens one session. A banned account may sign in: refunds owed to it must stay visible.
 * Refuses with `invalid_phone`, `sms_code_wrong`, `sms_code_spent`. Three database calls, one KMS call.
 */
export const signIn = async (
  deps: SignInDeps,
  input: { phone: string; code: string },
): Promise<Outcome<NewSession>> => {
  const phone = normalisePhone(input.phone)
  if (!phone.ok) return refusedField('/phone', phone.refusal.code)
  const [index, ring] = await Promise.all([indexPhone(deps.vault, phone.value), deps.keyRing()])
  const challenge = accountKeys.challenge(index)
  const now = deps.clock.now()
  const { tries } = deps.settings.sms
  const counted = await deps.table.update(tryCounted(challenge, now, tries))
  if (counted.kind === 'conflict') return refusedField('/code', tryRefusal(counted.item, now, tries))
  if (!isAnswered(ring, counted.item, phone.value, input.code)) return wrong
  const opened = await openAccount(deps, {
    found: accountKeys.phone(index),
    profile: { maskedPhone: maskPhone(phone.value) },
    phoneIndex: index,
    also: [challengeConsumed(challenge, String(counted.item.codeHash))],
  })
  // Only a rival that used or replaced the same code gets in between.
  return opened.kind === 'opened' ? ok({ token: opened.token, account: { id: opened.accountId } }) : wrong
}

import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import { isBecause, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { challengeConsumed, isAnswered, isSpent, tryCounted } from '../../account/codes/challenge-store.ts'
import { isLive, NO_SESSION, type SessionClaim, sessionLives } from '../../account/sessions/session-store.ts'
import { normaliseEmail } from '../../person/email.ts'
import { maskEmail } from '../../person/masking.ts'
import { emailProven, furtherOf } from '../further-store.ts'
import { profileKeys } from '../keys.ts'
import type { ProfileSettings } from '../settings.ts'
import type { ProvenEmail } from '../trust.ts'
import { emailCodeKey, mailIdIn } from './email-code-store.ts'
import { indexEmail } from './index-email.ts'

export type BindEmailDeps = {
  table: Table
  clock: Clock
  vault: Pick<Vault, 'mac'>
  keyRing: () => Promise<KeyRing>
  /** The record for the account that its code came back, and so the e-mail was sent. */
  mailEnded: (id: string, accountId: string, outcome: 'answered') => Write
  settings: Pick<ProfileSettings, 'mail'>
}

/** `email` as typed, `code`: six digits. */
export type BindEmailInput = { email: string; code: string; caller: SessionClaim }

/**
 * X3 the code that was sent to an address is typed: the address is proven, and takes the place of one before. A try is counted before
 * anything is compared, but not for whoever is not signed in. The same once more answers what is proven, and takes no code. Refuses with `unauthenticated`, at `/email` with `invalid_email`, at `/code`
 * with `email_code_wrong` (also of another address, and where there is no code) and `email_code_spent`. Three calls and one of KMS.
 */
export const bindEmail = async (
  deps: BindEmailDeps,
  { email, code, caller: { claimedId: accountId, session } }: BindEmailInput,
): Promise<Outcome<ProvenEmail>> => {
  const typed = normaliseEmail(email)
  if (!typed.ok) return refusedField('/email', typed.refusal.code)
  const now = deps.clock.now()
  const { tries } = deps.settings.mail
  const [[live, further], ring] = await Promise.all([
    deps.table.getMany([session, profileKeys.further(accountId)]),
    deps.keyRing(),
  ])
  if (!isLive(live, now)) return refused('unauthenticated')
  const index = await indexEmail(deps.vault, typed.value)
  // A PUT is repeated by whoever lost the answer, and the code is gone by then.
  const { email: held } = furtherOf(further)
  if (held?.index === index) return ok(held)
  const key = emailCodeKey(accountId)
  const counted = await deps.table.update(tryCounted(key, now, tries))
  if (counted.kind === 'conflict')
    return refusedField('/code', isSpent(counted.item, now, tries) ? 'email_code_spent' : 'email_code_wrong')
  if (!isAnswered(ring, counted.item, typed.value, code)) return refusedField('/code', 'email_code_wrong')
  const proven = { provenAt: now, masked: maskEmail(typed.value), index }
  const bound = await deps.table.commit([
    sessionLives(session, now),
    challengeConsumed(key, String(counted.item.codeHash)),
    emailProven(accountId, proven),
    deps.mailEnded(mailIdIn(counted.item), accountId, 'answered'),
  ])
  if (bound.kind === 'committed') return ok(proven)
  if (isBecause(bound.conflicts, NO_SESSION)) return refused('unauthenticated')
  return refusedField('/code', 'email_code_wrong')
}

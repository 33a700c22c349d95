import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, type Refusal, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { type Clock, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { newCode } from '../../account/codes/challenge.ts'
import { challenge } from '../../account/codes/challenge-store.ts'
import { counted, endOf } from '../../account/limits/limit-store.ts'
import { NO_SESSION, type SessionClaim, sessionLives } from '../../account/sessions/session-store.ts'
import type { DisclosureKnown, Texting } from '../../consent/permit.ts'
import { mailboxOf, normaliseEmail } from '../../person/email.ts'
import { furtherOf } from '../further-store.ts'
import { profileKeys } from '../keys.ts'
import type { ProfileSettings } from '../settings.ts'
import { emailCodeKept } from './email-code-store.ts'
import { mailCounted, mailsOfDeployment } from './email-limit-store.ts'
import { indexEmail } from './index-email.ts'
import type { MailResult, MailSender } from './mail-sender.ts'

export type EmailCodeDeps<P> = {
  table: Table
  clock: Clock
  ids: Ids
  vault: Pick<Vault, 'mac'>
  keyRing: () => Promise<KeyRing>
  /** Undefined where this deployment sends no e-mail. */
  mail: () => Promise<MailSender<P> | undefined>
  /** What lets an e-mail be sent, and the record for the account it is sent for. */
  handOn: (of: Texting, accountId: string) => { permit: P; record: Write }
  /** The record for the account of what certainly became of it. */
  mailEnded: (id: string, accountId: string, outcome: DisclosureKnown) => Write
  /** Rings the alarm of the function. */
  alarm: Alarm
  settings: Pick<ProfileSettings, 'mail'>
}

/** `email` as typed. */
export type EmailCodeInput = { email: string; caller: SessionClaim; sourceIp: string }

/** `possibly_sent`: nobody knows whether the vendor took it. `retryAt`: when the next may be asked for (epoch ms). */
export type EmailCodeSent = { status: 'sent' | 'possibly_sent'; retryAt: Millis }

const SALT_BYTES = 16

const turnRefusal = (conflicts: readonly Conflict[]): Refusal => {
  if (isBecause(conflicts, NO_SESSION)) return { code: 'unauthenticated' }
  if (isBecause(conflicts, 'banned')) return { code: 'banned' }
  return { code: 'email_too_often', retryAt: endOf(conflicts.map(({ item }) => item)) }
}

/** What certainly became of the address at the vendor; undefined where the e-mail may have been sent. */
const keptOf = (result: MailResult): DisclosureKnown | undefined => {
  if (result.kind !== 'not_taken') return undefined
  return result.because === 'not_sent' ? 'not_sent' : 'not_used'
}

/** About the address itself, and not about the vendor. */
const ofAddress = ['bad_address', 'address_limited', 'blocked']

const answerOf = (result: MailResult, retryAt: Millis): Outcome<EmailCodeSent> => {
  if (result.kind !== 'not_taken')
    return ok({ status: result.kind === 'sent' ? ('sent' as const) : ('possibly_sent' as const), retryAt })
  if (ofAddress.includes(result.because)) return refusedField('/email', 'email_rejected')
  return refused('email_unavailable', { retryAt })
}

/** The account's turn to have a code sent to that mailbox (blind index). */
const takeTurn = async (
  { table, settings: { mail } }: EmailCodeDeps<unknown>,
  { caller: { claimedId: accountId, session }, sourceIp }: EmailCodeInput,
  mailbox: string,
  now: Millis,
): Promise<Outcome<undefined>> => {
  const asked = { accountId, mailbox, sourceIp }
  const taken = await table.commit([sessionLives(session, now), notBanned(accountId), ...mailCounted(asked, now, mail)])
  if (taken.kind === 'conflict') return { ok: false, refusal: turnRefusal(taken.conflicts) }
  const spent = await table.update(counted(mailsOfDeployment(now, mail)))
  return spent.kind === 'conflict' ? refused('email_too_often', { retryAt: endOf([spent.item]) }) : ok(undefined)
}

/**
 * X3 sends a code to an address (as typed), to prove it in the session of `caller`; it takes the place of the one before. Everything is
 * counted before a code is written. Refuses with `mail_not_offered`, `unauthenticated`, `banned`, `email_too_often`, at `/email` with
 * `invalid_email`, `email_proven` (it counts already) and `email_rejected` (no e-mail goes there), and with `email_unavailable` (certainly
 * nothing was sent). Rings where the vendor refuses us. Four database calls, five where nothing was sent; one KMS call (two for an address with something added to its name), one e-mail.
 */
export const sendEmailCode = async <P>(
  deps: EmailCodeDeps<P>,
  input: EmailCodeInput,
): Promise<Outcome<EmailCodeSent>> => {
  const sender = await deps.mail()
  if (!sender) return refused('mail_not_offered')
  const typed = normaliseEmail(input.email)
  if (!typed.ok) return refusedField('/email', typed.refusal.code)
  const now = deps.clock.now()
  const { claimedId: accountId, session } = input.caller
  const { codeLifeMs, spacingMs } = deps.settings.mail
  const box = mailboxOf(typed.value)
  const own = indexEmail(deps.vault, typed.value)
  const [index, mailbox, ring, further] = await Promise.all([
    own,
    box === typed.value ? own : indexEmail(deps.vault, box),
    deps.keyRing(),
    deps.table.get(profileKeys.further(accountId)),
  ])
  const turn = await takeTurn(deps, input, mailbox, now)
  if (!turn.ok) return turn
  // Told to nobody but a session that was just seen to be live.
  if (furtherOf(further).email?.index === index) return refusedField('/email', 'email_proven')
  const code = newCode(deps.ids.below)
  const fresh = challenge(ring, { to: typed.value, code, salt: deps.ids.secret(SALT_BYTES), until: now + codeLifeMs })
  const { vendor } = sender
  const handing = { id: deps.ids.id(), vendor, at: now }
  const { permit, record } = deps.handOn(handing, accountId)
  const kept = await deps.table.commit([
    sessionLives(session, now),
    emailCodeKept(accountId, fresh, handing.id),
    record,
  ])
  if (kept.kind === 'conflict') return refused('unauthenticated')
  const result = await sender.sendCode({ to: typed.value, code, minutes: Math.ceil(codeLifeMs / MINUTE) }, permit)
  if (result.kind === 'not_taken' && result.because === 'needs_repair')
    deps.alarm('mail_vendor_needs_repair', { vendor, code: result.code })
  const outcome = keptOf(result)
  if (outcome) await deps.table.commit([deps.mailEnded(handing.id, accountId, outcome)])
  return answerOf(result, now + spacingMs)
}

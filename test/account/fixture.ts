import { createHash } from 'node:crypto'
import { sendSmsCode } from '../../functions/account/codes/send-sms-code.ts'
import type { SmsPurpose } from '../../functions/account/codes/sms-limit.ts'
import type { SmsResult, SmsSender } from '../../functions/account/codes/sms-sender.ts'
import { type SessionClaim, sessionOf } from '../../functions/account/sessions/session-store.ts'
import { signIn } from '../../functions/account/sessions/sign-in.ts'
import { type Settings, settingsOf } from '../../functions/settings.ts'
import type { Ids } from '../../shared/kernel/ids.ts'
import type { Outcome } from '../../shared/kernel/outcome.ts'
import type { Millis } from '../../shared/kernel/time.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import { memoryVault } from '../../shared/vault/memory.ts'

/** 12:30 in Beijing, in the middle of an hour and of a day. */
export const NOON: Millis = Date.parse('2026-11-20T12:30:00+08:00')

export const PHONE = '13800138000'
export const OTHER_PHONE = '15912345678'

/** Ids of the real form, in order; secrets and numbers that differ from call to call. */
export const countingIds = (): Ids => {
  let count = 0
  const digest = (): Buffer => {
    count += 1
    return createHash('sha512').update(String(count)).digest()
  }
  return {
    id() {
      const hex = digest().toString('hex')
      return `${count.toString(16).padStart(12, '0')}7${hex.slice(0, 3)}a${hex.slice(3, 18)}`
    },
    secret: (bytes) => digest().subarray(0, bytes).toString('base64url'),
    below: (limit) => Number(digest().readBigUInt64BE() % BigInt(limit)),
  }
}

type Text = { phone: string; code: string; minutes: number }

/** A sender that keeps the texts; `answer` is what the vendor says, `onSend` runs while it is being asked. */
const recordingSms = () => {
  const texts: Text[] = []
  const vendor: { answer: SmsResult; onSend: () => void } = { answer: { kind: 'sent' }, onSend: () => undefined }
  const sms: SmsSender = {
    async sendCode(phone, code, minutes) {
      vendor.onSend()
      texts.push({ phone, code, minutes })
      return vendor.answer
    },
  }
  return { sms, texts, vendor }
}

/** Everything the operations of accounts need, in memory, at a time that stands still until it is moved. */
export const world = (overrides: Partial<Settings> = {}) => {
  const time = { now: NOON }
  const defaults = settingsOf('sandbox', undefined)
  return {
    time,
    table: memoryTable(),
    vault: memoryVault(),
    clock: { now: () => time.now },
    ids: countingIds(),
    settings: { ...defaults, ...overrides },
    ...recordingSms(),
  }
}

export type World = ReturnType<typeof world>

/** The value of an outcome that must be one. */
export const valueIn = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`)
  return outcome.value
}

/** The refusal's code, or `ok`. */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.refusal.code)

/** What cannot be a session token, by its form alone. */
export const formless = [undefined, '', '.', 'garbage', `${'g'.repeat(32)}.x`, `${'0'.repeat(31)}.x`, '0'.repeat(32)]

/** What a session token claims; it must be one in form. */
export const claimOf = (token: string): SessionClaim => {
  const claim = sessionOf(token)
  if (!claim) throw new Error('that text cannot be a session token')
  return claim
}

/** Asks for a code, in a session if there is a token; answers the outcome. */
export const askCode = (
  at: World,
  asked: { phone?: string; purpose?: SmsPurpose; token?: string; sourceIp?: string } = {},
) => {
  const { phone = PHONE, purpose = 'sign_in', token, sourceIp = '192.0.2.1' } = asked
  return sendSmsCode(at, { phone, purpose, caller: token === undefined ? undefined : claimOf(token), sourceIp })
}

/** The code last sent to a number. */
export const lastCode = (at: World, phone = PHONE): string => {
  const text = at.texts.findLast((one) => one.phone === phone)
  if (!text) throw new Error('no text was sent to that number')
  return text.code
}

/** A code that is not the one given. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** Signs a number in from nothing; answers token and account id. */
export const signedInAs = async (at: World, phone = PHONE): Promise<{ token: string; accountId: string }> => {
  valueIn(await askCode(at, { phone }))
  const { token, account } = valueIn(await signIn(at, { phone, code: lastCode(at, phone) }))
  return { token, accountId: account.id }
}

import { createHash } from 'node:crypto'
import { solveChallenge } from '../../clients/typescript/src/sms/proof-of-work.ts'
import type { Captcha, CaptchaResult, CaptchaTicket } from '../../functions/account/codes/captcha.ts'
import type { Proof } from '../../functions/account/codes/proof-of-work.ts'
import { sendSmsCode } from '../../functions/account/codes/send-sms-code.ts'
import type { HandedText, SmsReport, SmsResult, SmsSender } from '../../functions/account/codes/sms-sender.ts'
import { type SessionClaim, sessionOf } from '../../functions/account/sessions/session-store.ts'
import { type SignInInput, signIn } from '../../functions/account/sessions/sign-in.ts'
import { demandPermit, type Permit, requested } from '../../functions/consent/permit.ts'
import { textArrived, textNotTaken, textRequested } from '../../functions/consent/texting-store.ts'
import { type Settings, settingsOf } from '../../functions/settings.ts'
import type { Alarm, Tell } from '../../shared/kernel/alarm.ts'
import type { Versioned } from '../../shared/kernel/versioned.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import { memoryVault } from '../../shared/vault/memory.ts'
import { ringOf } from '../key-ring.ts'
import { countingIds, NOON, PHONE, valueIn } from '../kit.ts'

const NO_ID = '0'.repeat(32)

type Text = { vendor: string; ref: string; phone: string; code: string; minutes: number }

/**
 * Senders that keep the texts and alarms. `answer` is what every vendor says, or one by its name in `answers`; `onSend` runs while one is
 * being asked; `report` is what one says of a text.
 */
const recordingSms = () => {
  const texts: Text[] = []
  const told: { vendor: string; ref: string; phone: string; template: string; news: string }[] = []
  const asked: (HandedText & { vendor: string })[] = []
  const vendor: {
    answer: SmsResult
    answers: Partial<Record<string, SmsResult>>
    report: SmsReport
    onSend: (vendor: string) => void
  } = { answer: { kind: 'sent' }, answers: {}, report: { kind: 'waiting' }, onSend: () => undefined }
  const sms = async (name: string): Promise<SmsSender<Permit>> => ({
    vendor: name,
    async sendCode({ phone, code, minutes, ref }, permit) {
      demandPermit(permit, name, ['phone'])
      vendor.onSend(name)
      texts.push({ vendor: name, ref, phone, code, minutes })
      return vendor.answers[name] ?? vendor.answer
    },
    async sendNews({ phone, ref, template, news }, permit) {
      demandPermit(permit, name, ['phone'])
      vendor.onSend(name)
      told.push({ vendor: name, ref, phone, template, news })
      return vendor.answers[name] ?? vendor.answer
    },
    async reportOn(text, permit) {
      demandPermit(permit, name, ['phone'])
      asked.push({ ...text, vendor: name })
      return vendor.report
    },
  })
  const alarms: { event: string; fields: Record<string, string | number> }[] = []
  const alarm: Alarm = (event, fields) => void alarms.push({ event, fields })
  const notes: typeof alarms = []
  const note: Tell = (event, fields) => void notes.push({ event, fields })
  return { sms, texts, news: told, asked, vendor, alarm, alarms, note, notes, permitFor: requested }
}

/** A captcha that keeps what it was asked; `answer` is what its vendor says of a ticket, the second time as of every used one. */
export const recordingCaptcha = () => {
  const asked: { brought: CaptchaTicket; sourceIp: string }[] = []
  const vendor: { answer: CaptchaResult } = { answer: { kind: 'passed' } }
  const captcha: Captcha = {
    vendor: 'tencent_cloud',
    appId: '190000000',
    async check(brought, sourceIp) {
      const isUsed = asked.some((one) => one.brought.ticket === brought.ticket)
      asked.push({ brought, sourceIp })
      return isUsed && vendor.answer.kind === 'passed' ? { kind: 'failed', code: '9' } : vendor.answer
    },
  }
  return { captcha, asked, vendor }
}

/** Everything the operations of accounts need, in memory, at a time that stands still until it is moved. */
export const world = (overrides: Partial<Settings> = {}) => {
  const time = { now: NOON }
  const defaults = settingsOf('sandbox', undefined)
  const ring = ringOf(['k1'])
  const index: { versions: Versioned<string> } = { versions: ['v1'] }
  return {
    time,
    table: memoryTable(),
    vault: memoryVault(() => index.versions),
    /** Under which versions of the key people are indexed by now, the one that is written first. */
    index,
    keyRing: async () => ring,
    clock: { now: () => time.now },
    ids: countingIds(),
    settings: { ...defaults, ...overrides },
    /** The last code asked for to sign in with, by number as typed. */
    codeIds: new Map<string, string>(),
    /** Of verified accounts, by id. */
    lastFours: new Map<string, string>(),
    captcha: async (): Promise<Captcha | undefined> => undefined,
    handOver: textRequested,
    textNotTaken,
    textHandedOn: textArrived,
    ...recordingSms(),
  }
}

export type World = ReturnType<typeof world>

/** Nobody has to solve anything. */
export const easy = { proof: { ...settingsOf('sandbox', undefined).proof, numberFrom: 100 } }

/** What cannot be a session token, by its form alone. */
export const formless = [undefined, '', '.', 'garbage', `${'g'.repeat(32)}.x`, `${'0'.repeat(31)}.x`, '0'.repeat(32)]

/** What a session token claims; it must be one in form. */
export const claimOf = (token: string): SessionClaim => {
  const claim = sessionOf(token)
  if (!claim) throw new Error('that text cannot be a session token')
  return claim
}

/** Asks for a code, in a session if there is a token; answers the outcome. */
export const askCode = async (
  at: World,
  of: { phone?: string; token?: string; sourceIp?: string; proof?: Proof; captcha?: CaptchaTicket } = {},
) => {
  const { phone = PHONE, token, sourceIp = '192.0.2.1', proof, captcha } = of
  const caller = token === undefined ? undefined : claimOf(token)
  const sent = await sendSmsCode(at, { phone, caller, sourceIp, proof, captcha })
  if (sent.ok && sent.value.smsCodeId) at.codeIds.set(phone, sent.value.smsCodeId)
  return sent
}

/** Types a code where the number was last asked for; the right one if none is given. */
export const typeCode = (at: World, typed: Partial<SignInInput> = {}) => {
  const { phone = PHONE } = typed
  const { smsCodeId = at.codeIds.get(phone) ?? NO_ID } = typed
  const code = typed.code ?? lastCode(at, phone)
  const lastFourOf = async (accountId: string) => at.lastFours.get(accountId)
  return signIn({ ...at, lastFourOf }, { startsOver: false, ...typed, phone, smsCodeId, code })
}

/** The code last sent to a number. */
export const lastCode = (at: World, phone = PHONE): string => {
  const text = at.texts.findLast((one) => one.phone === phone)
  if (!text) throw new Error('no text was sent to that number')
  return text.code
}

/** A code that is not the one given. */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** A challenge solved as clients do. */
export const solved = async (challenge: string, bits: number): Promise<Proof> => {
  const proof = await solveChallenge(challenge, bits)
  if (!proof) throw new Error('too much to be solved')
  return proof
}

/** A nonce that solves nothing; any text by itself does with some luck. */
export const unsolved = (challenge: string): string => {
  for (let nonce = 0; ; nonce += 1) {
    const [first = 0] = createHash('sha256').update(`${challenge}:${nonce}`).digest()
    if (first >= 128) return String(nonce)
  }
}

/** Signs a number in from nothing; answers token and account id. */
export const signedInAs = async (at: World, phone = PHONE): Promise<{ token: string; accountId: string }> => {
  valueIn(await askCode(at, { phone }))
  const { token, account } = valueIn(await typeCode(at, { phone }))
  return { token, accountId: account.id }
}

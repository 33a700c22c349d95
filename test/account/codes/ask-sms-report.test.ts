import { describe, expect, it } from 'vitest'
import { askSmsReport } from '../../../functions/account/codes/ask-sms-report.ts'
import { adviceOn, smsReportStatuses, toldOf } from '../../../functions/account/codes/sms-report.ts'
import { type SmsReport, type SmsResult, undeliveredBecause } from '../../../functions/account/codes/sms-sender.ts'
import { signOut } from '../../../functions/account/sessions/end-sessions.ts'
import { settingsOf } from '../../../functions/settings.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, OTHER_PHONE, PHONE, valueIn } from '../../kit.ts'
import { askCode, claimOf, signedInAs, typeCode, type World, world } from '../fixture.ts'

const ask = (at: World, of: { phone?: string; smsCodeId?: string; token?: string } = {}) => {
  const { phone = PHONE, token } = of
  if (token !== undefined) return askSmsReport(at, { phone, caller: claimOf(token) })
  return askSmsReport(at, { phone, caller: undefined, smsCodeId: of.smsCodeId ?? at.codeIds.get(PHONE) ?? '' })
}
const notFound = { ok: false, refusal: { code: 'not_found' } }
const NOBODYS = '0'.repeat(32)

describe('P3 what became of a text with a code', () => {
  it.each<[SmsReport, object]>([
    [{ kind: 'waiting' }, { status: 'waiting' }],
    [
      { kind: 'delivered', at: NOON + 7 * SECOND },
      { status: 'delivered', deliveredAt: NOON + 7 * SECOND },
    ],
    ...undeliveredBecause.map((because): [SmsReport, object] => [
      { kind: 'undelivered', because, code: 'c' },
      { status: 'not_delivered', reason: because },
    ]),
  ])('is told as its vendor knows it: %j', async (report, told) => {
    const at = world()
    valueIn(await askCode(at))
    at.vendor.report = report
    expect(valueIn(await ask(at))).toEqual(told)
  })

  it('is asked of the vendor that was given it last, under our number of it', async () => {
    const sms = { ...settingsOf('sandbox', undefined).sms, vendors: ['tencent_cloud', 'alibaba_cloud'] as const }
    const at = world({ sms })
    const refused: SmsResult = { kind: 'not_taken', because: 'needs_repair', code: 'c' }
    at.vendor.answers = { tencent_cloud: refused }
    valueIn(await askCode(at))
    at.time.now += 30 * SECOND
    valueIn(await ask(at))
    expect(at.asked).toEqual([{ vendor: 'alibaba_cloud', phone: PHONE, ref: at.texts[1]?.ref, at: NOON }])
  })

  it('is told in the session that asked for it, of the number it went to', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    valueIn(await askCode(at, { phone: OTHER_PHONE, token }))
    expect(valueIn(await ask(at, { phone: OTHER_PHONE, token }))).toEqual({ status: 'waiting' })
    expect(await ask(at, { phone: PHONE, token })).toEqual(notFound)
  })

  it('costs one database call and one of the vendor, none of KMS', async () => {
    const at = world()
    valueIn(await askCode(at))
    const before = [at.table.calls(), at.vault.calls()] as const
    valueIn(await ask(at))
    expect([at.table.calls() - before[0], at.vault.calls() - before[1], at.asked.length]).toEqual([1, 0, 1])
  })

  it('is noted where it did not arrive, and rings where that is ours to mend; never whose it was', async () => {
    const at = world()
    valueIn(await askCode(at))
    at.vendor.report = { kind: 'undelivered', because: 'refused_text', code: 'PORT_NOT_REGISTERED', needsRepair: true }
    valueIn(await ask(at))
    const fields = { vendor: 'tencent_cloud', code: 'PORT_NOT_REGISTERED' }
    expect(at.notes).toEqual([{ event: 'sms_not_delivered', fields: { ...fields, because: 'refused_text' } }])
    expect(at.alarms).toEqual([{ event: 'sms_vendor_needs_repair', fields }])
  })

  it.each<[SmsReport, number]>([
    [{ kind: 'unavailable', code: 'c' }, 0],
    [{ kind: 'unavailable', code: 'c', needsRepair: true }, 1],
    [{ kind: 'waiting' }, 0],
    [{ kind: 'undelivered', because: 'unreachable', code: 'c' }, 0],
  ])('rings for nothing else: %j', async (report, alarms) => {
    const at = world()
    valueIn(await askCode(at))
    at.vendor.report = report
    expect(codeOf(await ask(at))).toBe(report.kind === 'unavailable' ? 'sms_unavailable' : 'ok')
    expect(at.alarms).toHaveLength(alarms)
  })

  it('has words on what to do in both languages, each its own', () => {
    const told = [
      ...smsReportStatuses.filter((status) => status !== 'not_delivered').map((status) => ({ status })),
      ...undeliveredBecause.map((reason) => ({ status: 'not_delivered' as const, reason })),
    ]
    const texts = told.flatMap((one) => [adviceOn(one, 'zh'), adviceOn(one, 'en')])
    expect(new Set(texts).size).toBe(2 * told.length)
    expect(toldOf({ kind: 'unavailable', code: 'c' })).toBeUndefined()
  })
})

describe('P3 what became of a text, for whoever did not ask for it', () => {
  it('is not found under another number, another id, or after the code was answered, all alike', async () => {
    const at = world()
    valueIn(await askCode(at))
    expect(await ask(at, { phone: OTHER_PHONE })).toEqual(notFound)
    expect(await ask(at, { smsCodeId: NOBODYS })).toEqual(notFound)
    valueIn(await typeCode(at))
    expect(await ask(at)).toEqual(notFound)
    expect(at.asked).toEqual([])
  })

  it('is not found after the code’s time, to the millisecond', async () => {
    const at = world()
    valueIn(await askCode(at))
    at.time.now += 5 * MINUTE
    expect(codeOf(await ask(at))).toBe('ok')
    at.time.now += 1
    expect(await ask(at)).toEqual(notFound)
  })

  it('is refused to a session that is over, and not found in one that asked for no code', async () => {
    const at = world()
    const { token } = await signedInAs(at)
    expect(await ask(at, { token })).toEqual(notFound)
    valueIn(await askCode(at, { phone: OTHER_PHONE, token }))
    await signOut(at, claimOf(token))
    expect(codeOf(await ask(at, { phone: OTHER_PHONE, token }))).toBe('unauthenticated')
  })

  it('is refused for what is no number, and without the id to sign in', async () => {
    const at = world()
    expect(codeOf(await ask(at, { phone: '1380013800' }))).toBe('invalid_phone')
    expect(await askSmsReport(at, { phone: PHONE, caller: undefined })).toMatchObject({
      refusal: { fields: [{ pointer: '/smsCodeId', code: 'invalid_id' }] },
    })
    expect(at.table.calls()).toBe(0)
  })
})

describe('P3 how often it may be asked', () => {
  it('is five times a code, wrong numbers among them, whichever came first; another code has its own', async () => {
    const at = world()
    valueIn(await askCode(at))
    for (const phone of [OTHER_PHONE, '18600000000', '18600000001', '18600000002'])
      expect(await ask(at, { phone })).toEqual(notFound)
    expect(codeOf(await ask(at))).toBe('ok')
    const tooOften = { ok: false, refusal: { code: 'sms_report_too_often', retryAt: NOON + 5 * MINUTE + 1 } }
    expect([await ask(at), await ask(at, { phone: OTHER_PHONE })]).toEqual([tooOften, tooOften])
    expect(at.asked).toHaveLength(1)
    at.time.now += MINUTE
    valueIn(await askCode(at))
    expect(codeOf(await ask(at))).toBe('ok')
  })

  it('does not spend tries at the code, nor they it', async () => {
    const at = world()
    valueIn(await askCode(at))
    for (let asked = 0; asked < 5; asked += 1) valueIn(await ask(at))
    expect(codeOf(await typeCode(at))).toBe('ok')
  })
})

import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kernel/time.ts'
import { session } from '../../web/shared/state/session.ts'
import { phoneDigits } from '../../web/user/person/phone-digits.ts'
import { barOf, type Judging, verifyChecks } from '../../web/user/verify/checks.ts'
import { type Draft, draft, isBegun } from '../../web/user/verify/draft.ts'
import { submissionOf } from '../../web/user/verify/submission.ts'
import { dueStep, obstacleOf, type Verification, type Way } from '../../web/user/verify/way.ts'
import { withCheckDigit } from '../person/typed.ts'

const NOON = Date.parse('2026-11-20T04:00:00Z')

const RULES: Judging['rules'] = {
  birthYearFrom: 1880,
  birthYearTo: 2100,
  minimumAge: 14,
  kinds: ['resident_id', 'residence_permit'],
}
const AGREED = '2026-11 zh'

const judging = (of: Partial<Judging> = {}): Judging => ({
  ...{ rules: RULES, agreedTo: AGREED, language: 'zh', now: () => NOON },
  ...of,
})

const typed = (of: Partial<Draft> = {}): Draft => ({
  ...{ agreedTo: AGREED, name: '沈青禾', idNumber: '110101188506152031', phone: '13800138000', smsCode: '123456' },
  ...{ offer: 'fee', ...of },
})

const wrong = (of: Partial<Draft>, how: Partial<Judging> = {}): Record<string, string> => {
  const values = typed(of)
  const found: Record<string, string> = {}
  for (const [name, check] of Object.entries(verifyChecks(judging(how)))) {
    const said = (check as (value: string, all: Draft) => string | undefined)(values[name as keyof Draft], values)
    if (said !== undefined) found[name] = said
  }
  return found
}

describe('what a form says without the service', () => {
  it('is nothing of what the service takes, however it is typed', () => {
    expect(wrong({})).toEqual({})
    expect(
      wrong({
        name: ' 沈 青禾',
        idNumber: '１１０１０１ 18850615-2031',
        phone: '+86 138-0013-8000',
        smsCode: '12 34 56',
      }),
    ).toEqual({})
  })

  it('is what the service would say, at the field it would say it of', () => {
    expect(Object.keys(wrong({ idNumber: '110101188506152032' }))).toEqual(['idNumber'])
    expect(wrong({ idNumber: '110101188506152032' }).idNumber).toContain('校验位')
    // A Latin name is no name of a resident ID card.
    expect(Object.keys(wrong({ name: 'Shen Qinghe' }))).toEqual(['name'])
    expect(Object.keys(wrong({ phone: '12345' }))).toEqual(['phone'])
    expect(wrong({}, { rules: { ...RULES, birthYearFrom: 1900 } }).idNumber).toContain('出生年份')
  })

  it('asks for what is missing in its own words, in the language of the page', () => {
    const none = { agreedTo: '', name: ' ', idNumber: '', phone: '', smsCode: '' }
    expect(wrong(none)).toEqual({
      agreedTo: '请阅读告知书，同意后勾选。',
      name: '请填写姓名。',
      idNumber: '请填写证件号码。',
      phone: '请填写手机号。',
      smsCode: '请填写短信中的 6 位数字。',
    })
    expect(wrong(none, { language: 'en' }).name).toBe('Give your name.')
  })

  it('takes a consent for the very notice that is shown and for no other, nor for one in another language', () => {
    expect(Object.keys(wrong({}, { agreedTo: '2026-12 zh' }))).toEqual(['agreedTo'])
    expect(Object.keys(wrong({}, { agreedTo: '2026-11 en' }))).toEqual(['agreedTo'])
  })

  it('is a page of its own where no other way of typing helps', () => {
    expect(barOf(typed(), judging({ rules: { ...RULES, minimumAge: 150 } }))).toEqual({ code: 'under_age' })
    const bar = { code: 'id_kind_needs_review' }
    expect(barOf(typed({ idNumber: 'E00000000' }), judging())).toMatchObject({
      ...bar,
      more: expect.stringContaining('护照'),
      document: 'passport',
    })
    const english = judging({ language: 'en' })
    expect(barOf(typed({ idNumber: 'H00000000' }), english)).toMatchObject({
      ...bar,
      more: expect.stringContaining('mainland travel permit'),
    })
    const card = withCheckDigit('91112418900101001')
    expect(barOf(typed({ idNumber: card }), judging())).toMatchObject({ ...bar, document: 'permanent_resident_card' })
    const taken = { ...RULES, kinds: [...RULES.kinds, 'permanent_resident_card' as const] }
    expect(barOf(typed({ idNumber: card }), judging({ rules: taken }))).toBeUndefined()
    expect(barOf(typed(), judging())).toBeUndefined()
    expect(phoneDigits('+86 138 0013 8000')).toBe('13800138000')
    expect(phoneDigits('138')).toBe('138')
  })
})

describe('what was typed', () => {
  it('stays for its visitor, and for nobody else', () => {
    session.began('a')
    draft.startWith('13800138000')
    draft.keep({ values: typed({ phone: draft.get().values.phone }), sent: { phone: '13800138000', retryAt: 'x' } })
    draft.startWith('13900139000')
    expect(draft.get().values.phone).toBe('13800138000')
    expect(isBegun(draft.get().values)).toBe(true)
    session.ended()
    session.began('a')
    expect(draft.get().values.name).toBe('沈青禾')
    session.began('b')
    expect(draft.get().sent).toBeUndefined()
    expect(isBegun(draft.get().values)).toBe(false)
    expect(draft.get().values.phone).toBe('')
  })

  it('loses code and consent when it was sent, and all of it once the person is verified', () => {
    draft.keep({ values: typed(), sent: { phone: '13800138000', retryAt: 'x' } })
    draft.sent()
    expect(draft.get()).toMatchObject({ values: typed({ smsCode: '', agreedTo: '' }), sent: undefined })
    draft.forget()
    expect(isBegun(draft.get().values)).toBe(false)
  })
})

describe('sending it', () => {
  const keysOf = async (...attempts: { of?: Partial<Draft>; fails?: boolean }[]) => {
    let made = 0
    const submission = submissionOf(() => `key-${++made}`)
    const keys: string[] = []
    for (const { of, fails = false } of attempts)
      await submission
        .send(typed(of), { version: '2026-11' }, async (_body, { idempotencyKey = '' }) => {
          keys.push(idempotencyKey)
          if (fails) throw new Error('lost')
        })
        .catch(() => undefined)
    return keys
  }

  it('keeps its key while the same is sent, also with another code, so that a lost answer opens nothing twice', async () => {
    expect(await keysOf({ fails: true }, { fails: true, of: { smsCode: '654321' } }, {})).toEqual([
      'key-1',
      'key-1',
      'key-1',
    ])
  })

  it('takes another for anything else, and for the same once more after it came through', async () => {
    expect(await keysOf({ fails: true }, { of: { offer: 'membership' } }, { of: { offer: 'membership' } })).toEqual([
      'key-1',
      'key-2',
      'key-3',
    ])
  })

  it('says which notice was agreed to, and which offer', async () => {
    const sent: unknown[] = []
    await submissionOf(() => 'k').send(typed({ offer: 'membership' }), { version: '2026-12-ab' }, async (body) =>
      sent.push(body),
    )
    expect(sent).toEqual([
      {
        ...{ name: '沈青禾', idNumber: '110101188506152031', phone: '13800138000', smsCode: '123456' },
        ...{ offer: 'membership', consent: { notice: '2026-12-ab', agreed: true } },
      },
    ])
  })
})

describe('what stands in the way', () => {
  const way = (account: object, open?: object): Way =>
    ({
      account: {
        ban: null,
        ...account,
        verification: { status: 'unverified', pausedUntil: null, ...Object(account).verification },
      },
      open,
    }) as Way
  const verification = (status: string, leftMs: number) =>
    ({ status, order: { expiresAt: new Date(NOON + leftMs).toISOString() } }) as Verification
  const later = new Date(NOON + MINUTE).toISOString()

  it('is nothing for whoever has begun nothing, or did not pay in time', () => {
    for (const open of [undefined, verification('awaiting_payment', 0), verification('mismatch', MINUTE)])
      expect(obstacleOf(way({}, open), NOON)).toBeUndefined()
    expect(obstacleOf(way({ verification: { pausedUntil: new Date(NOON).toISOString() } }), NOON)).toBeUndefined()
  })

  it('is the most telling first, and leads to the step that is due', () => {
    const paused = { pausedUntil: later }
    const toPay = verification('awaiting_payment', 1)
    const is = (of: Way) => [obstacleOf(of, NOON)?.is, dueStep(of, NOON)]
    expect(is(way({ verification: { status: 'verified', verifyUrl: null }, ban: {} }, toPay))).toEqual([
      'verified',
      '/verify',
    ])
    expect(is(way({ ban: {}, verification: paused }, toPay))).toEqual(['banned', '/verify'])
    expect(is(way({ verification: paused }, toPay))).toEqual(['to_pay', '/verify/pay'])
    for (const status of ['queued', 'checking'])
      expect(is(way({ verification: paused }, verification(status, -MINUTE)))).toEqual([
        'being_checked',
        '/verify/result',
      ])
    expect(is(way({ verification: paused }))).toEqual(['paused', '/verify'])
    expect(is(way({}))).toEqual([undefined, '/verify'])
  })
})

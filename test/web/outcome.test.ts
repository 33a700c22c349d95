import type { Verification } from 'shiming-client'
import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/kernel/language.ts'
import { DAY, MINUTE } from '../../shared/kernel/time.ts'
import { momentText } from '../../web/shared/shown/moments.ts'
import { type Checks, checksTold } from '../../web/user/checks/checks-told.ts'
import { moneyTold } from '../../web/user/result/money-told.ts'
import { isChanging, type Outcome, outcomeOf, outcomes } from '../../web/user/result/outcome.ts'
import { outcomeTexts } from '../../web/user/result/outcome-texts.ts'
import { resultTexts } from '../../web/user/result/texts.ts'
import { isAnew, whenTold } from '../../web/user/result/when.ts'
import { statesOf } from './outcome-states.ts'

const EXPIRES = '2026-11-28T08:00:00.000Z'
const order = { expiresAt: EXPIRES }
const before = Date.parse(EXPIRES) - 1

const outcome = (status: Verification['status'], reason: Verification['reason'] = null): Outcome =>
  outcomeOf({ status, reason, order }, before)

describe('how a verification stands', () => {
  it('is its status, where that says it all', () => {
    for (const status of ['awaiting_payment', 'queued', 'checking', 'verified', 'mismatch', 'no_record'] as const)
      expect(outcome(status)).toBe(status)
    expect(outcome('identity_in_use')).toBe('identity_in_use')
    expect(outcome('expired')).toBe('expired')
  })

  it('is told by the reason where nothing was found out', () => {
    expect(outcome('undetermined', 'number_segment_unsupported')).toBe('number_unsupported')
    expect(outcome('undetermined', 'vendor_daily_limit')).toBe('vendor_daily_limit')
    expect(outcome('undetermined', 'data_just_checked')).toBe('data_just_checked')
    expect(outcome('undetermined')).toBe('service_fault')
  })

  it('is told by the reason where it ended before it was paid as asked', () => {
    expect(outcome('cancelled', 'cancelled_by_user')).toBe('given_up')
    expect(outcome('cancelled', 'wrong_amount_paid')).toBe('wrong_amount')
    expect(outcome('cancelled', 'account_banned')).toBe('banned')
    expect(outcome('cancelled', 'identity_in_use')).toBe('identity_in_use')
    expect(outcome('cancelled')).toBe('given_up')
  })

  it('is that the time to pay is over from that moment on, before the order has ended', () => {
    const waiting = { status: 'awaiting_payment', reason: null } as const
    expect(outcomeOf({ ...waiting, order }, before)).toBe('awaiting_payment')
    expect(outcomeOf({ ...waiting, order }, before + 1)).toBe('payment_over')
    expect(outcomeOf({ status: 'queued', reason: null, order }, before + 1)).toBe('queued')
    // Lists do not tell the order.
    expect(outcomeOf(waiting, before + 1)).toBe('awaiting_payment')
  })
})

describe('what is said of an outcome', () => {
  const all = Object.keys(outcomes) as Outcome[]

  it('is a heading of its own, a sentence, and something to do, in every language', () => {
    for (const language of languages) {
      const titles = all.map((one) => outcomeTexts[language][one].title)
      expect(new Set(titles).size, language).toBe(all.length)
      for (const one of all) {
        const { said, todo } = outcomeTexts[language][one]
        expect(said.length, one).toBeGreaterThan(10)
        expect(todo.length, one).toBeGreaterThan(0)
      }
    }
  })

  it('names no amounts and no times, which the service tells', () => {
    for (const language of languages)
      for (const one of all)
        expect(JSON.stringify(outcomeTexts[language][one]), one).not.toMatch(/¥|yuan|元|\d ?小时|hour/)
  })
})

const NOW = Date.parse('2026-11-28T04:00:00.000Z')
const ago = (ms: number): string => new Date(NOW - ms).toISOString()

/** One of which a part goes back, as it was a minute ago. */
const real = {
  id: 'v',
  status: 'mismatch',
  reason: null,
  retry: null,
  retryAt: ago(-DAY),
  offer: 'membership',
  createdAt: ago(5 * MINUTE),
  decidedAt: ago(MINUTE),
  orderId: 'o',
  order: {
    id: 'o',
    kind: 'verification',
    offer: 'membership',
    status: 'settled',
    amountFen: 1000,
    channel: 'wechat_pay',
    createdAt: ago(5 * MINUTE),
    expiresAt: ago(-25 * MINUTE),
    paidAt: ago(2 * MINUTE),
    outTradeNo: 'o',
  },
  refunds: [
    {
      cause: 'verdict',
      channel: 'wechat_pay',
      outTradeNo: 'o',
      amountFen: 900,
      paidFen: 1000,
      status: 'back',
      owedAt: ago(MINUTE),
      takenAt: ago(MINUTE),
      backAt: ago(MINUTE),
    },
  ],
} as unknown as Verification

const states = statesOf(real, NOW).map((state) => ({ state, outcome: outcomeOf(state, NOW) }))

const SOME: Checks = { leftToday: 2, leftEver: 9, nextAt: null }
const NONE_TODAY: Checks = { leftToday: 0, leftEver: 7, nextAt: '2026-11-28T16:00:00.000Z' }
const NONE_EVER: Checks = { leftToday: 0, leftEver: 0, nextAt: null }

const CLOCK = /\d\d:\d\d/

/** In these something ends or begins at a time, which has to be named. */
const TIMED: readonly Outcome[] = [
  'awaiting_payment',
  'payment_over',
  'queued',
  'mismatch',
  'no_record',
  'expired',
  'vendor_unavailable',
  'service_fault',
  'vendor_daily_limit',
  'vendor_refused',
  'number_unsupported',
  'data_unsupported',
  'data_just_checked',
]

/** Whose data may be sent anew without waiting, or who can try at once: one of them says so in every language. */
const AT_ONCE: readonly Outcome[] = ['result_unknown', 'given_up', 'wrong_amount', 'expired']

describe.each(languages)('what a newcomer asks of each outcome is answered, in %s', (language) => {
  const money = (state: Verification): string => moneyTold(state, language, NOW).join('\n')
  const when = (state: Verification, checks: Checks | null = SOME): string =>
    whenTold(state, checks, language, NOW)
      .map(({ text, at }) => (at === undefined ? text : `${text} ${momentText(Date.parse(at), NOW, language)}`))
      .join('\n')

  it('for every outcome there is', () => {
    expect(states.map(({ outcome }) => outcome).sort()).toEqual(Object.keys(outcomes).sort())
  })

  it.each(states)('$outcome: whether anything was charged, what stays and what goes back', ({ state, outcome }) => {
    const told = money(state)
    const nothing = language === 'zh' ? /没有扣款|还没有收到付款/ : /[Nn]othing was (paid or )?charged|No payment/
    if (state.order.paidAt === null && state.refunds.length === 0) return expect(told, outcome).toMatch(nothing)
    const paid = outcome === 'wrong_amount' ? '¥7.00' : '¥10.00'
    expect(told).toContain(paid)
    const stays = language === 'zh' ? /不退|退回/ : /stays|go(es)? back|begun/
    expect(told).toMatch(stays)
    if (outcome === 'mismatch') for (const part of ['¥1.00', '¥9.00']) expect(told).toContain(part)
  })

  it.each(states)('$outcome: when, by the clock, where there is a time', ({ state, outcome }) => {
    const told = `${money(state)}\n${when(state)}`
    expect(told).not.toMatch(/： /)
    if (TIMED.includes(outcome)) expect(told).toMatch(CLOCK)
    else expect(told).not.toMatch(CLOCK)
    if (AT_ONCE.includes(outcome)) expect(told).toContain(resultTexts[language].againNow)
  })

  it.each(states)('$outcome: what can be done now', ({ outcome }) => {
    expect(outcomeTexts[language][outcome].todo.length).toBeGreaterThan(0)
  })

  it('and where the same has to wait, nothing else says that it can be sent at once', () => {
    for (const { state, outcome } of states) {
      const { next } = outcomes[outcome]
      const now = language === 'zh' ? /现在/ : /now/
      if (isAnew(next)) expect(outcomeTexts[language][outcome].todo.join(), outcome).not.toMatch(now)
      if (next === 'again' && state.retryAt !== null)
        expect(when(state), outcome).not.toContain(resultTexts[language].againNow)
    }
  })

  it('and after the last check of a day, or ever, nothing can be sent at once: it is said from when, or whom to ask', () => {
    const now = language === 'zh' ? /现在/ : /now/
    for (const { state, outcome } of states.filter((one) => isAnew(outcomes[one.outcome].next))) {
      expect(when(state), outcome).toContain(checksTold(SOME, language).text)
      const told = when(state, NONE_TODAY)
      expect(told, outcome).not.toMatch(now)
      expect(told, outcome).toContain(momentText(Date.parse(String(NONE_TODAY.nextAt)), NOW, language))
      expect(when(state, NONE_EVER), outcome).toContain(checksTold(NONE_EVER, language).text)
      expect(when(state, NONE_EVER), outcome).not.toMatch(now)
      expect(when(state, null), outcome).not.toMatch(now)
    }
  })

  it('with what came too late, and with what was paid on top', () => {
    const [refund] = real.refunds
    if (!refund) throw new Error('one is given back')
    const texts = resultTexts[language]
    const late = { ...refund, cause: 'late_payment', amountFen: 1000 } as const
    expect(money({ ...real, status: 'expired', refunds: [late] })).toBe(texts.returned('¥10.00'))
    const second = { ...refund, cause: 'second_payment', outTradeNo: 'other', amountFen: 1000 } as const
    const told = money({ ...real, refunds: [refund, second] })
    expect(told).toBe(`${texts.partBack('¥10.00', '¥1.00', '¥9.00')}\n${texts.onTop('¥10.00')}`)
  })

  it('with the fee for a check that kept everything, and no membership where none has begun', () => {
    const kept = { ...real, refunds: [] }
    expect(money(kept)).toBe(resultTexts[language].kept('¥10.00'))
    expect(money({ ...kept, status: 'verified' })).toBe(resultTexts[language].keptMembership('¥10.00'))
  })
})

describe('a verification changes by itself', () => {
  const of = (status: Verification['status'], order: string, refunds: readonly string[] = []): Verification =>
    ({
      status,
      order: { status: order, expiresAt: EXPIRES },
      refunds: refunds.map((one) => ({ status: one })),
    }) as Verification
  const late = Date.parse(EXPIRES) + 5 * MINUTE

  it('while it is paid, checked, or money is on its way', () => {
    expect(isChanging(of('awaiting_payment', 'created'), late)).toBe(true)
    for (const status of ['queued', 'checking'] as const) expect(isChanging(of(status, 'paid'), late)).toBe(true)
    expect(isChanging(of('mismatch', 'settled', ['back', 'on_its_way']), late)).toBe(true)
    expect(isChanging(of('no_record', 'refunding', ['owed']), late)).toBe(true)
  })

  it('while one that was never paid may still be, and while what came late goes back', () => {
    for (const status of ['expired', 'cancelled'] as const) {
      expect(isChanging(of(status, 'closed'), late - 1)).toBe(true)
      expect(isChanging(of(status, 'closed'), late)).toBe(false)
      expect(isChanging(of(status, 'refunding', ['on_its_way']), late)).toBe(true)
      expect(isChanging(of(status, 'refunded', ['back']), late)).toBe(false)
    }
  })

  it('and not when it is over, or a person has to see to it', () => {
    expect(isChanging(of('verified', 'settled'), before)).toBe(false)
    expect(isChanging(of('no_record', 'refunded', ['back']), before)).toBe(false)
    expect(isChanging(of('no_record', 'refunding', ['needs_person']), before)).toBe(false)
  })
})

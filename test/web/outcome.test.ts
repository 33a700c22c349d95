import type { Verification } from 'shiming-client'
import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/kernel/language.ts'
import { isMoving, type Outcome, outcomeOf, outcomes } from '../../web/user/result/outcome.ts'
import { outcomeTexts } from '../../web/user/result/outcome-texts.ts'

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

describe('a verification changes by itself', () => {
  const of = (status: Verification['status'], refunds: readonly string[] = []): Verification =>
    ({ status, refunds: refunds.map((one) => ({ status: one })) }) as Verification

  it('while it is paid, checked, or money is on its way', () => {
    for (const status of ['awaiting_payment', 'queued', 'checking'] as const) expect(isMoving(of(status))).toBe(true)
    expect(isMoving(of('mismatch', ['back', 'on_its_way']))).toBe(true)
    expect(isMoving(of('no_record', ['owed']))).toBe(true)
  })

  it('and not when it is over, or a person has to see to it', () => {
    expect(isMoving(of('verified'))).toBe(false)
    expect(isMoving(of('no_record', ['back']))).toBe(false)
    expect(isMoving(of('no_record', ['needs_person']))).toBe(false)
  })
})

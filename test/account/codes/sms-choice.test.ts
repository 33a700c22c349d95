import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTrouble, mayAskAnother, phoneKept, smsOrder } from '../../../functions/account/codes/sms-choice.ts'
import { type NotTakenBecause, notTakenBecause, type SmsResult } from '../../../functions/account/codes/sms-sender.ts'

const [A, B, C] = ['a', 'b', 'c']

describe('M5 which vendors a text is given to', () => {
  const order = (troubled: string[], last?: string) => smsOrder([A, B, C], { troubled, last }).join('')

  it('are those that the deployment prefers, first to last', () => {
    expect(order([])).toBe('abc')
    expect(smsOrder([B, A], { troubled: [], last: undefined })).toEqual([B, A])
  })

  it('are the others first where somebody asks again, as nothing came', () => {
    expect([order([], A), order([], B), order([], C)]).toEqual(['bca', 'acb', 'abc'])
  })

  it('have those that gave trouble behind them, the one that was asked last of all', () => {
    expect([order([A]), order([A, B]), order([A], B), order([A, B], A), order([A, B, C], B)]).toEqual([
      'bca',
      'cab',
      'cba',
      'cba',
      'acb',
    ])
  })

  it('are always all of them, once', () => {
    const vendors = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 5 })
    fc.assert(
      fc.property(vendors, fc.array(fc.string({ maxLength: 3 })), fc.option(fc.string()), (all, troubled, last) => {
        const ordered = smsOrder(all, { troubled, last: last ?? undefined })
        expect(ordered.toSorted()).toEqual(all.toSorted())
      }),
    )
  })
})

describe('M5 what follows from what a vendor made of a text', () => {
  const of: Record<NotTakenBecause, [another: boolean, trouble: boolean, kept: string]> = {
    bad_number: [false, false, 'not_used'],
    number_limited: [false, false, 'not_used'],
    blocked: [true, false, 'not_used'],
    needs_repair: [true, true, 'not_used'],
    turned_away: [true, true, 'not_used'],
    not_sent: [true, true, 'not_sent'],
  }
  const told = (result: SmsResult) => [mayAskAnother(result), isTrouble(result), phoneKept(result)]

  it.each(notTakenBecause)('not taken, %s: another or not, passed or not, and what became of the number', (because) => {
    expect(told({ kind: 'not_taken', because, code: 'c' })).toEqual(of[because])
  })

  it('sent or perhaps sent: nobody else is given it, and a doubt is trouble', () => {
    expect(told({ kind: 'sent' })).toEqual([false, false, undefined])
    expect(told({ kind: 'in_doubt', code: 'c' })).toEqual([false, true, undefined])
  })
})

import { describe, expect, it } from 'vitest'
import { addEntries, sheetOf } from '../../../functions/bookkeeping/ledger/balance-sheet.ts'

describe('P16 the balance sheet', () => {
  it('has the accounts by name, and one line for those that exist for each payment or user', () => {
    const sums = new Map([
      ['revenue:fee', -100],
      ['points-issued', 7],
      ['deposit:b', 30],
      ['deposit:a', -30],
      ['deposit:c', 0],
      ['x-deposit:d', 1],
      ['points:u', -7],
      ['bank', 99],
    ])
    expect(sheetOf(sums)).toEqual({
      lines: [
        { account: 'bank', amount: 99 },
        { account: 'deposit:*', amount: 0, accounts: 3, open: 2 },
        { account: 'points-issued', amount: 7 },
        { account: 'points:*', amount: -7, accounts: 1, open: 1 },
        { account: 'revenue:fee', amount: -100 },
        { account: 'x-deposit:d', amount: 1 },
      ],
      total: 0,
    })
    expect(sheetOf(new Map([['bank', 5]])).total).toBe(5)
  })

  it('adds up what is booked on an account more than once', () => {
    const sums = new Map<string, number>()
    addEntries(sums, [
      { account: 'bank', fen: 5 },
      { account: 'bank', fen: 7 },
      { account: 'suspense:alipay', fen: -12 },
    ])
    expect([...sums]).toEqual([
      ['bank', 12],
      ['suspense:alipay', -12],
    ])
  })
})

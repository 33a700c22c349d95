import { describe, expect, it } from 'vitest'
import type { TransferBegun } from '../../../functions/certification/company/account-prover.ts'
import { DAY, HOUR, MINUTE, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, refusalOf, valueIn } from '../../kit.ts'
import { enter } from '../../world.ts'
import { FEN, provingWorld } from './fixture.ts'

const COSTS = { transferCost: { sandbox: 12_000 }, transferDailySpend: { sandbox: 24_000 } }
const MANY = { accountProofsPerDay: 100, companyAccountProofsPerDay: 100 }

const asking = async (company: Record<string, unknown> = {}) => {
  const one = provingWorld({ company: { ...COSTS, ...MANY, ...company }, certification: { applicants: 100 } })
  const { accountId } = await enter(one.at)
  const rung = () => one.at.alarms.map(({ event, fields }) => [event, fields])
  const spent = () =>
    one.at.table
      .items()
      .filter(({ pk, sk }) => pk.startsWith('VENDOR#transfer_sandbox#') && sk.startsWith('SPEND#'))
      .reduce((sum, item) => sum + Number(item.spent), 0)
  let nth = 0
  /** Of a company that nobody asked about. */
  const next = async () => {
    nth += 1
    return one.begin(accountId, await one.company(accountId, nth))
  }
  return { ...one, accountId, rung, spent, next }
}

const REPAIR: TransferBegun = {
  ...{ kind: 'not_executed', because: 'vendor', vendorCode: 'no_balance', needsRepair: true },
}

describe('W2 what a transfer to the account of a company costs', () => {
  it.each<[string, TransferBegun, number, number, string]>([
    ['is under way', { kind: 'begun', reference: 'r' }, 1, 12_000, 'answered'],
    ['may have been made', { kind: 'unknown' }, 0, 12_000, 'possibly_sent'],
    ['is to no account', { kind: 'not_executed', because: 'account' }, 0, 0, 'answered'],
    ['was turned away', { kind: 'not_executed', because: 'vendor', vendorCode: 'busy' }, 0, 0, 'not_used'],
    ['was not sent', { kind: 'not_executed', because: 'vendor', vendorCode: 'x', notSent: true }, 0, 0, 'not_sent'],
  ])('of one that %s', async (_what, came, bookings, spent, outcome) => {
    const one = await asking()
    one.says.next = came
    await one.next()
    const booked = one.items('COMPANYCHARGE#')
    expect([booked.length, one.spent()]).toEqual([bookings, spent])
    for (const { unit, entries } of booked) {
      expect(unit).toBe('yuan_10000th')
      expect(entries).toEqual([
        { account: 'expense:vendor:transfer_sandbox', fen: 12_000 },
        { account: 'payable:vendor:transfer_sandbox', fen: -12_000 },
      ])
    }
    expect(one.handedOn()).toMatchObject([{ outcome }])
  })

  it('is booked once, whoever says the amount while the vendor still answers', async () => {
    const one = await asking()
    const id = await one.company(one.accountId)
    one.says.meanwhile = () => one.answer(one.accountId, id, FEN + 1)
    valueIn(await one.begin(one.accountId, id))
    expect(one.items('ACCOUNTPROOF#')).toMatchObject([{ status: 'waiting', reference: 'r', tries: 1 }])
    expect(one.items('COMPANYCHARGE#')).toHaveLength(1)
    const other = await asking()
    const mine = await other.company(other.accountId)
    other.says.meanwhile = () => other.answer(other.accountId, mine, FEN)
    valueIn(await other.begin(other.accountId, mine))
    expect(other.items('ACCOUNTPROOF#')).toMatchObject([{ status: 'proven' }])
    expect(other.items('COMPANYCHARGE#')).toHaveLength(1)
    expect(other.handedOn()).toMatchObject([{ outcome: 'answered' }])
  })

  it('is no more than a day may come to; then nobody is transferred to until tomorrow, and people hear once', async () => {
    const one = await asking()
    valueIn(await one.next())
    valueIn(await one.next())
    for (const _again of [1, 2])
      expect(refusalOf(await one.next())).toMatchObject({
        ...{ code: 'account_not_transferred', retryAt: nextBeijingDay(NOON) },
      })
    expect([one.calls.length, one.spent()]).toEqual([2, 24_000])
    expect(one.rung()).toEqual([['transfer_vendor_spent', { vendor: 'sandbox' }]])
    one.at.time.now = nextBeijingDay(NOON)
    valueIn(await one.next())
  })
})

describe('W2 whoever transfers and refuses us', () => {
  it('is left alone for a while, and people hear; it counts for nobody', async () => {
    const one = await asking({ accountProofsPerDay: 1, companyAccountProofsPerDay: 1 })
    const id = await one.company(one.accountId)
    one.says.next = REPAIR
    expect(codeOf(await one.begin(one.accountId, id))).toBe('account_not_transferred')
    expect(one.rung()).toEqual([['transfer_vendor_needs_repair', { vendor: 'sandbox', code: 'no_balance' }]])
    const until = NOON + 5 * MINUTE
    expect(refusalOf(await one.begin(one.accountId, id))).toMatchObject({
      ...{ code: 'account_not_transferred', retryAt: until },
    })
    expect(one.calls).toHaveLength(1)
    one.at.time.now = until
    one.says.next = { kind: 'begun', reference: 'r' }
    valueIn(await one.begin(one.accountId, id))
    expect(one.calls).toHaveLength(2)
    expect(one.at.notes).toMatchObject([
      { event: 'transfer_vendor_recovered', fields: { vendor: 'sandbox', refusals: 1 } },
    ])
  })

  it('is tried by one alone when the pause is over, and longer pauses follow', async () => {
    const one = await asking()
    one.says.next = REPAIR
    await one.next()
    const ids: string[] = []
    for (let nth = 20; nth < 30; nth += 1) ids.push(await one.company(one.accountId, nth))
    one.at.time.now = NOON + 5 * MINUTE
    await Promise.all(ids.map((id) => one.begin(one.accountId, id)))
    expect(one.calls).toHaveLength(2)
    one.at.time.now += 6 * MINUTE
    expect(codeOf(await one.next())).toBe('account_not_transferred')
    expect(one.calls).toHaveLength(2)
    one.at.time.now += HOUR
    await one.next()
    expect(one.calls).toHaveLength(3)
  })

  it('is asked again at once where it was only busy', async () => {
    const one = await asking()
    one.says.next = { kind: 'not_executed', because: 'vendor', vendorCode: 'busy' }
    await one.next()
    await one.next()
    expect([one.calls.length, one.rung()]).toEqual([2, []])
  })

  it('lets in whoever it knows no account of', async () => {
    const one = await asking({ accountProofMs: DAY })
    one.says.next = REPAIR
    await one.next()
    one.at.time.now = NOON + 5 * MINUTE
    one.says.next = { kind: 'not_executed', because: 'account' }
    expect(codeOf(await one.next())).toBe('account_not_taken')
    expect(one.at.notes.map(({ event }) => event)).toEqual(['transfer_vendor_recovered'])
  })
})

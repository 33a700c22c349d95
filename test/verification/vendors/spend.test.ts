import { describe, expect, it } from 'vitest'
import { spendLimit } from '../../../functions/verification/vendors/spend.ts'
import { spendBooked, spendReturned, spentIn } from '../../../functions/verification/vendors/spend-store.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { NOON } from '../../kit.ts'

const limitOf = (cap: number | undefined, cost = 10) =>
  spendLimit({ vendorCost: { v: cost }, identity: { dailySpend: cap === undefined ? {} : { v: cap } } }, 'v')

describe('what a vendor may cost in a day', () => {
  it('has no limit where none is set, or its calls cost nothing', () => {
    expect(limitOf(undefined)).toBeUndefined()
    expect(limitOf(1000, 0)).toBeUndefined()
    expect(spendLimit({ vendorCost: {}, identity: { dailySpend: { v: 1 } } }, 'v')).toBeUndefined()
    expect(spendLimit({ vendorCost: {}, identity: { dailySpend: {} } }, 'toString')).toBeUndefined()
  })

  it('is of what a look at a number costs where that is asked', () => {
    const settings = {
      vendorCost: { v: 10 },
      recheck: { cost: { v: 7 } },
      identity: { dailySpend: { v: 1000 } },
    }
    expect(spendLimit(settings, 'v', 'phone_still_held')).toEqual({ cost: 7, cap: 1000, shards: 2, most: 500 })
    expect(spendLimit(settings, 'v', 'identity_two_element')).toMatchObject({ cost: 10 })
    const paying = { ...settings, platformChecks: { cost: { v: 20 } } }
    expect(spendLimit(paying, 'v', 'bank_card_four_element')).toMatchObject({ cost: 20 })
    expect(spendLimit({ ...settings, recheck: { cost: {} } }, 'v', 'phone_still_held')).toBeUndefined()
    expect(spendLimit({ ...settings, recheck: undefined }, 'v', 'phone_still_held')).toBeUndefined()
  })

  it('knows no vendor but those that are named', () => {
    const identity = { dailySpend: { toString: 1000 } }
    expect(spendLimit({ vendorCost: {}, identity }, 'toString')).toBeUndefined()
    expect(spendLimit({ vendorCost: { toString: 5 }, identity: { dailySpend: {} } }, 'toString')).toBeUndefined()
  })

  it.each([
    [0, 1, 0],
    [999, 1, 999],
    [1000, 2, 500],
    [3999, 7, 571],
    [4000, 8, 500],
    [1_000_000, 8, 125_000],
  ])('%i is shared out to as many as hold fifty calls each, at most eight', (cap, shards, most) => {
    expect(limitOf(cap)).toEqual({ cost: 10, cap, shards, most })
  })
})

const booked = async (table: ReturnType<typeof memoryTable>, most: number, now = NOON) => {
  const { write, spent } = spendBooked({ cost: 10, cap: most, shards: 1, most }, { vendor: 'v', shard: 0 }, now)
  return { kind: (await table.commit([write])).kind, spent, key: write.key }
}

describe('what calls may cost', () => {
  it('is booked before they are made, and no call beyond the sum', async () => {
    const table = memoryTable()
    const kinds = [await booked(table, 29), await booked(table, 29), await booked(table, 29)].map(({ kind }) => kind)
    expect(kinds).toEqual(['committed', 'committed', 'conflict'])
    const { key } = await booked(table, 29)
    expect(spentIn(await table.get(key))).toBe(20)
    expect(spentIn(undefined)).toBe(0)
  })

  it('lets no call be made where the sum does not hold one', async () => {
    expect((await booked(memoryTable(), 9)).kind).toBe('conflict')
    expect((await booked(memoryTable(), 10)).kind).toBe('committed')
  })

  it('can be spent once more where it was not charged, and anew on the next day in Beijing', async () => {
    const table = memoryTable()
    const { spent, key } = await booked(table, 10)
    expect((await booked(table, 10)).kind).toBe('conflict')
    await table.commit([spendReturned(spent)])
    expect(spentIn(await table.get(key))).toBe(0)
    expect((await booked(table, 10)).kind).toBe('committed')
    expect((await booked(table, 10, NOON + DAY)).kind).toBe('committed')
    expect(await table.get(key)).toMatchObject({ ttl: (NOON + 30 * DAY) / 1000 })
  })
})

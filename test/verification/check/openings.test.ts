import { describe, expect, it } from 'vitest'
import { type Breaker, refusedNow, SPENT, spentNow, UNUSABLE } from '../../../functions/verification/check/breaker.ts'
import { breakerOpened, openingIn } from '../../../functions/verification/check/breaker-store.ts'
import { verificationLists } from '../../../functions/verification/keys.ts'
import { beijingDay, DAY, HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { queryAll } from '../../../shared/table/query-all.ts'
import { NOON } from '../../kit.ts'

const PAUSES = { pauseMs: 5 * MINUTE, longestPauseMs: HOUR }
const refused = (seen: Breaker | undefined, at: Millis, code = 'AuthFailure') => refusedNow(seen, code, PAUSES, at)

const openingsOn = async (table: ReturnType<typeof memoryTable>, at: Millis) =>
  (await queryAll(table, verificationLists.breakerOpenings('v', beijingDay(at)))).map(openingIn)

describe('M8 openings of a breaker by day', () => {
  it('are each written down with why, in the commit that opens it', async () => {
    const table = memoryTable()
    const first = refused(undefined, NOON)
    await table.commit(breakerOpened('v', undefined, first, NOON))
    const second = refused(first, NOON + HOUR)
    await table.commit(breakerOpened('v', first, second, NOON + HOUR))
    expect(await openingsOn(table, NOON)).toEqual(['refused', 'refused_again'])
    // Somebody else was first: it opened once.
    expect((await table.commit(breakerOpened('v', first, refused(first, NOON + 1), NOON + 1))).kind).toBe('conflict')
    expect(await openingsOn(table, NOON)).toHaveLength(2)
  })

  it('say that it was the sum of a day, or our own means', async () => {
    const table = memoryTable()
    const spent = spentNow(undefined, SPENT, NOON + DAY, NOON)
    await table.commit(breakerOpened('v', undefined, spent, NOON))
    const unusable = refused(spent, NOON + 2, UNUSABLE)
    await table.commit(breakerOpened('v', spent, unusable, NOON + 2))
    expect(await openingsOn(table, NOON)).toEqual(['spent', 'unusable'])
    expect(await openingsOn(table, NOON + DAY)).toEqual([])
  })

  it('are read from nothing else', () => {
    expect(() => openingIn({ pk: 'a', sk: 'b' })).toThrow('not why')
  })
})

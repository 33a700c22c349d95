import { describe, expect, it } from 'vitest'
import {
  type Counter,
  counted,
  counterKey,
  countIn,
  endOf,
  mustWait,
  spaced,
  spacingKey,
} from '../../../functions/account/limits/limit-store.ts'
import { dayOf, hourOf } from '../../../functions/account/limits/window.ts'
import { HOUR, MINUTE, type Millis, nextBeijingDay } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { NOON } from '../../kit.ts'

const HALF_PAST = NOON
const NEXT_HOUR = NOON + HOUR / 2

const counting = () => {
  const table = memoryTable()
  const more = async (counter: Counter) => (await table.commit([counted(counter)])).kind
  const count = async (counter: Counter) => countIn(await table.get(counterKey(counter)))
  return { table, more, count }
}

describe('P3 what is counted', () => {
  it('is counted up to its limit, and not beyond', async () => {
    const { more, count } = counting()
    const counter = { subject: 'S', window: hourOf(HALF_PAST), limit: 2 }
    expect(await count(counter)).toBe(0)
    expect([await more(counter), await more(counter), await more(counter)]).toEqual([
      'committed',
      'committed',
      'conflict',
    ])
    expect(await count(counter)).toBe(2)
  })

  it.each([
    ['hour', hourOf, NEXT_HOUR],
    ['day', dayOf, nextBeijingDay(NOON)],
  ])('starts anew with the next %s, in its first moment', async (_name, windowOf, next) => {
    const { more, count } = counting()
    const at = (now: Millis) => ({ subject: 'S', window: windowOf(now), limit: 1 })
    expect([await more(at(HALF_PAST)), await more(at(next - 1)), await more(at(next))]).toEqual([
      'committed',
      'conflict',
      'committed',
    ])
    expect([await count(at(HALF_PAST)), await count(at(next))]).toEqual([1, 1])
    expect(at(HALF_PAST).window.endsAt).toBe(next)
  })

  it('is nothing where the limit is zero, and anything where there is none', async () => {
    const { more } = counting()
    const counter = { subject: 'S', window: hourOf(NOON), limit: 0 }
    expect(await more(counter)).toBe('conflict')
    const open = { ...counter, subject: 'T', limit: Number.POSITIVE_INFINITY }
    expect([await more(open), await more(open)]).toEqual(['committed', 'committed'])
  })
})

describe('P3 what is spaced', () => {
  it('is not before its time is over, and in that very moment', async () => {
    const table = memoryTable()
    const next = async (now: Millis) => {
      const item = await table.get(spacingKey('S'))
      return [mustWait(item, now), (await table.commit([spaced('S', now, MINUTE)])).kind]
    }
    expect(await next(NOON)).toEqual([false, 'committed'])
    expect(await next(NOON + MINUTE - 1)).toEqual([true, 'conflict'])
    expect(await next(NOON + MINUTE)).toEqual([false, 'committed'])
    expect(await next(NOON + MINUTE + 1)).toEqual([true, 'conflict'])
  })
})

describe('P3 when all limits that refused have ended', () => {
  const ending = (endsAt: number | undefined) => ({ pk: 'p', sk: 's', endsAt })

  it('is when the last has; never where none ends', () => {
    expect(endOf([ending(5), ending(7), undefined])).toBe(7)
    expect(endOf([ending(1)])).toBe(1)
    expect([endOf([]), endOf([undefined]), endOf([ending(undefined)])]).toEqual([undefined, undefined, undefined])
  })
})

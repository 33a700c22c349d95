import { describe, expect, it } from 'vitest'
import { closesAt } from '../../../functions/analytics/days/day.ts'
import type { Watch } from '../../../functions/analytics/sources/watch.ts'
import { beijingDay, beijingDayStart, DAY, HOUR, type Millis } from '../../../shared/kernel/time.ts'
import { memoryTable } from '../../../shared/table/memory.ts'
import { NOON } from '../../kit.ts'
import { count, numbersIn, quietWatch, sumOf } from '../stage.ts'

const today = beijingDay(NOON)

/** CloudWatch, where the gate refused these on each day, and an alarm rang. */
const watching = () => {
  const refused = new Map<string, number>()
  const at = { changes: [] as { name: string; at: Millis; was: string; is: string }[], fails: false }
  const watch: Watch = {
    ...quietWatch,
    async refusals(from, until) {
      if (at.fails) throw new Error('CloudWatch does not answer')
      expect([from, until]).toEqual([beijingDayStart(beijingDay(from)), from + DAY])
      const times = refused.get(beijingDay(from)) ?? 0
      return [{ feature: 'send_message', because: 'never_verified', count: times }]
    },
    async alarmsSince(from) {
      if (at.fails) throw new Error('CloudWatch does not answer')
      return { changes: at.changes.filter((one) => one.at >= from), now: [] }
    },
  }
  return { refused, at, watch }
}

const REFUSED = 'gate_refusals|send_message|never_verified'

describe('M8 what CloudWatch counts', () => {
  it('is of the Beijing day, and nothing where there was nothing', async () => {
    const table = memoryTable()
    const { refused, watch } = watching()
    refused.set(today, 7)
    await count(table, NOON, { watch })
    expect((await numbersIn(table, today))[REFUSED]).toBe(7)
    expect(sumOf(await numbersIn(table, '20261119'), 'gate_refusals')).toBe(0)
  })

  it('counted late changes a day while it is open, and none that is final', async () => {
    const table = memoryTable()
    const { refused, at, watch } = watching()
    const countEvery = async (from: Millis, until: Millis) => {
      for (let now = from; now <= until; now += 6 * HOUR) await count(table, now, { watch })
    }
    refused.set(today, 7)
    await countEvery(NOON, NOON + 3 * DAY)
    refused.set(today, 9)
    const start = beijingDayStart(today)
    at.changes.push(
      { name: 'shiming-test-a', at: start + HOUR, was: 'OK', is: 'ALARM' },
      { name: 'shiming-test-a', at: start + 2 * HOUR, was: 'ALARM', is: 'OK' },
    )
    await countEvery(NOON + 3 * DAY, closesAt(today) + DAY)
    const final = { [REFUSED]: 9, 'alarms_begun|a': 1, 'alarm_seconds|a': 3600 }
    expect(await numbersIn(table, today)).toMatchObject(final)
    refused.set(today, 100)
    at.changes.length = 0
    await countEvery(closesAt(today) + DAY, closesAt(today) + 3 * DAY)
    expect(await numbersIn(table, today)).toMatchObject(final)
  })

  it('stays as it was while CloudWatch does not answer, and everything else is counted', async () => {
    const table = memoryTable()
    const { refused, at, watch } = watching()
    refused.set(today, 7)
    await count(table, NOON, { watch })
    at.fails = true
    const told: string[] = []
    expect(await count(table, NOON + HOUR, { watch, fault: (_error, of) => told.push(String(of)) })).toBe(1)
    expect(told).toEqual([`${today} refusals`, `${today} alarms`])
    const numbers = await numbersIn(table, today)
    expect(sumOf(numbers, 'gate_refusals')).toBe(7)
    expect(sumOf(numbers, 'unreadable')).toBe(0)
    at.fails = false
    refused.set(today, 8)
    await count(table, NOON + 2 * HOUR, { watch })
    expect(sumOf(await numbersIn(table, today), 'gate_refusals')).toBe(8)
  })
})

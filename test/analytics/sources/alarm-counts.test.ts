import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tally } from '../../../functions/analytics/counts/counts.ts'
import { type AlarmsSince, countAlarms } from '../../../functions/analytics/sources/alarm-counts.ts'
import { beijingDayStart, DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'

const START = beijingDayStart('20261120')
const END = START + DAY

const counted = (since: AlarmsSince, until = END) => {
  const one = tally()
  countAlarms(one, since, { from: START, until }, 'shiming-test-')
  return one.counts()
}

const name = 'shiming-test-rung'
const change = (at: number, was: string, is: string) => ({ name, at, was, is })

describe('M8 alarms of a day', () => {
  it('began as often as they went to ALARM, and rang until they went from it', () => {
    const changes = [
      change(START + HOUR, 'OK', 'ALARM'),
      change(START + HOUR + 5 * MINUTE, 'ALARM', 'OK'),
      change(START + 3 * HOUR, 'INSUFFICIENT_DATA', 'ALARM'),
      change(START + 4 * HOUR, 'ALARM', 'OK'),
    ]
    const now = [{ name, state: 'OK', since: START + 4 * HOUR }]
    expect(counted({ changes, now })).toEqual({ 'alarms_begun|rung': 2, 'alarm_seconds|rung': 3900 })
  })

  it('ring from the beginning of the day where they began before it', () => {
    const changes = [change(START + 2 * HOUR, 'ALARM', 'OK')]
    expect(counted({ changes, now: [] })).toEqual({ 'alarm_seconds|rung': 7200 })
  })

  it('ring all day where they rang before and never changed, and not at all where they were quiet', () => {
    const since = START - DAY
    expect(counted({ changes: [], now: [{ name, state: 'ALARM', since }] })).toEqual({ 'alarm_seconds|rung': 86400 })
    expect(counted({ changes: [], now: [{ name, state: 'OK', since }] })).toEqual({})
  })

  it('of today ring up to now and no further', () => {
    const changes = [change(START + HOUR, 'OK', 'ALARM')]
    const now = [{ name, state: 'ALARM', since: START + HOUR }]
    expect(counted({ changes, now }, START + 2 * HOUR)).toEqual({ 'alarms_begun|rung': 1, 'alarm_seconds|rung': 3600 })
  })

  it('of a day that is over are what they were then, whatever happened since', () => {
    const changes = [change(END + HOUR, 'OK', 'ALARM'), change(END + 2 * HOUR, 'ALARM', 'OK')]
    expect(counted({ changes, now: [{ name, state: 'OK', since: END + 2 * HOUR }] })).toEqual({})
    const ended = [change(END + HOUR, 'ALARM', 'OK')]
    expect(counted({ changes: ended, now: [{ name, state: 'OK', since: END + HOUR }] })).toEqual({
      'alarm_seconds|rung': 86400,
    })
  })

  it('come to the seconds that somebody would count who looked at them each second', () => {
    const states = fc.constantFrom('OK', 'ALARM', 'INSUFFICIENT_DATA')
    const steps = fc.array(fc.record({ after: fc.integer({ min: 1, max: 40_000 }), is: states }), { maxLength: 8 })
    fc.assert(
      fc.property(states, steps, (first, all) => {
        let at = START - HOUR
        let was = first
        const every = all.flatMap(({ after, is }) => {
          at += after * SECOND
          const from = was
          was = is
          return from === is ? [] : [change(at, from, is)]
        })
        const stateAt = (moment: number): string => every.findLast((one) => one.at <= moment)?.is ?? first
        let seconds = 0
        for (let moment = START; moment < END; moment += SECOND) if (stateAt(moment) === 'ALARM') seconds += 1
        const now = [{ name, state: was, since: every.at(-1)?.at ?? START - DAY }]
        const changes = every.filter((one) => one.at >= START)
        const counts = counted({ changes, now })
        expect(counts['alarm_seconds|rung'] ?? 0).toBe(seconds)
        const begun = changes.filter((one) => one.is === 'ALARM' && one.at < END).length
        expect(counts['alarms_begun|rung'] ?? 0).toBe(begun)
      }),
      { numRuns: 40 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { type AlarmState, toldAlarm } from '../../../functions/upkeep/alarms/alarm.ts'
import { showAlarms } from '../../../functions/upkeep/alarms/alarms-view.ts'
import { listAlarms } from '../../../functions/upkeep/alarms/list-alarms.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { codeOf, NOON, valueIn } from '../../kit.ts'

const described = (name: string, state: string, since = NOON) => ({
  name,
  text: 'Impact: nobody can pay. Look at the log. Then ring.',
  state,
  since,
  because: 'Threshold Crossed',
})

describe('M8 alarms', () => {
  it('say what people notice apart from what to do', () => {
    expect(toldAlarm(described('a', 'ALARM'))).toMatchObject({
      state: 'ringing',
      impact: 'nobody can pay',
      advice: 'Look at the log. Then ring.',
    })
    expect(toldAlarm({ ...described('a', 'OK'), text: 'made by hand' })).toMatchObject({
      state: 'quiet',
      impact: 'made by hand',
      advice: '',
    })
  })
  it.each(['INSUFFICIENT_DATA', '', 'BROKEN'])('of which nobody knows say so: %s', (state) => {
    expect(toldAlarm(described('a', state)).state).toBe('unknown')
  })
  const described3 = [described('old', 'OK', NOON - 1), described('b', 'OK'), described('a', 'OK')]
  const all = [...described3, described('rings', 'ALARM'), described('unknown', 'INSUFFICIENT_DATA')]
  const listed = (asked: { state: AlarmState; limit: number; cursor?: string }) =>
    listAlarms({ describe: async () => all }, asked)

  it('stand in the order in which they changed, the newest first, with how many are in each state', async () => {
    const { alarms, ...rest } = showAlarms(valueIn(await listed({ state: 'quiet', limit: 50 })))
    expect(alarms.map(({ name, since }) => [name, since])).toEqual([
      ['a', rfc3339(NOON)],
      ['b', rfc3339(NOON)],
      ['old', rfc3339(NOON - 1)],
    ])
    expect(rest).toEqual({ counts: { ringing: 1, quiet: 3, unknown: 1 }, nextCursor: null })
    expect(valueIn(await listed({ state: 'ringing', limit: 50 })).alarms.map(({ name }) => name)).toEqual(['rings'])
  })

  it('come a page at a time, each once', async () => {
    const names: string[] = []
    let cursor: string | undefined
    do {
      const page = valueIn(await listed({ state: 'quiet', limit: 1, ...(cursor !== undefined && { cursor }) }))
      names.push(...page.alarms.map(({ name }) => name))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(names).toEqual(['a', 'b', 'old'])
  })

  it.each(['', 'x', '1', '.a', '1.', '1e3.a', '-1.a'])('of a page that is none are refused: %j', async (cursor) => {
    expect(codeOf(await listed({ state: 'quiet', limit: 1, cursor }))).toBe('invalid_cursor')
  })
})

import { describe, expect, it } from 'vitest'
import { toldAlarm } from '../../../functions/upkeep/alarms/alarm.ts'
import { showAlarms } from '../../../functions/upkeep/alarms/alarms-view.ts'
import { listAlarms } from '../../../functions/upkeep/alarms/list-alarms.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { NOON, valueIn } from '../../kit.ts'

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
  it('stand in the order in which they changed, the newest first', async () => {
    const all = [described('old', 'ALARM', NOON - 1), described('b', 'OK'), described('a', 'OK')]
    const { alarms } = showAlarms(valueIn(await listAlarms({ describe: async () => all })))
    expect(alarms.map(({ name, since }) => [name, since])).toEqual([
      ['a', rfc3339(NOON)],
      ['b', rfc3339(NOON)],
      ['old', rfc3339(NOON - 1)],
    ])
  })
})

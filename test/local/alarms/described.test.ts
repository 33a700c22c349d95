import { describe, expect, it } from 'vitest'
import { describedAlarms } from '../../../local/alarms/described.ts'
import type { Heard } from '../../../local/alarms/heard.ts'
import type { WireCall } from '../../../local/proxy/call.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const alarm = (name: string, queue?: string) => ({
  name: `p-${name}`,
  label: name,
  description: name,
  threshold: 1,
  queue,
})

const line = (rings: string[], at: number): Heard => ({
  ...{ fn: 'f', level: 'ERROR', message: 'm', rings, counts: [] },
  line: { timestamp: new Date(at).toISOString() },
})

const engine = () => {
  const at = { now: NOON, depth: 0, heard: [] as Heard[] }
  const backend = describedAlarms({
    alarms: [alarm('rung'), alarm('dead', 'p-orders-dead'), alarm('rate')],
    ringing: new Set(['rung']),
    heard: () => at.heard,
    depth: async () => at.depth,
    clock: { now: () => at.now },
  })
  const ask = async (input: object, operation = 'DescribeAlarms') =>
    JSON.parse((await backend({ operation, input } as WireCall)).body.toString())
  const states = async () =>
    Object.fromEntries(
      (await ask({})).MetricAlarms.map((one: Record<string, unknown>) => [
        one.AlarmName,
        [one.StateValue, one.StateUpdatedTimestamp],
      ]),
    )
  return { at, ask, states }
}

describe('DescribeAlarms on this machine', () => {
  it('rings for five minutes at a line, and is quiet again then', async () => {
    const { at, states } = engine()
    expect((await states())['p-rung']).toEqual(['OK', NOON / 1000])
    at.heard.push(line(['other'], NOON), line(['rung'], NOON + 1000))
    at.now = NOON + 5 * MINUTE
    expect((await states())['p-rung']).toEqual(['ALARM', (NOON + 1000) / 1000])
    at.now = NOON + 1000 + 5 * MINUTE
    expect((await states())['p-rung']).toEqual(['OK', at.now / 1000])
  })
  it('rings while a queue is deep, since it was first seen so', async () => {
    const { at, states } = engine()
    await states()
    at.depth = 2
    at.now += MINUTE
    expect((await states())['p-dead']).toEqual(['ALARM', (NOON + MINUTE) / 1000])
    at.now += MINUTE
    expect((await states())['p-dead']).toEqual(['ALARM', (NOON + MINUTE) / 1000])
  })
  it('knows nothing of what only CloudWatch counts', async () => {
    expect((await engine().states())['p-rate']?.[0]).toBe('INSUFFICIENT_DATA')
  })
  it('answers pages, by the beginning of names, and nothing else', async () => {
    const { ask } = engine()
    const first = await ask({ AlarmNamePrefix: 'p-r', MaxRecords: 1 })
    expect(first.MetricAlarms.map((one: { AlarmName: string }) => one.AlarmName)).toEqual(['p-rung'])
    const last = await ask({ AlarmNamePrefix: 'p-r', MaxRecords: 1, NextToken: first.NextToken })
    expect(last.MetricAlarms.map((one: { AlarmName: string }) => one.AlarmName)).toEqual(['p-rate'])
    expect(last.NextToken).toBeUndefined()
    await expect(ask({}, 'PutMetricAlarm')).rejects.toThrow('does not run here')
  })
})

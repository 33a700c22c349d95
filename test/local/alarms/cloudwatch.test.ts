import { describe, expect, it } from 'vitest'
import { cloudwatch } from '../../../local/alarms/cloudwatch.ts'
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
  ...{ fn: 'f', level: 'ERROR', message: 'm', rings, counts: [], metrics: [] },
  line: { timestamp: new Date(at).toISOString() },
})

const engine = () => {
  const at = { now: NOON, depth: 0, heard: [] as Heard[] }
  const backend = cloudwatch({
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

describe('DescribeAlarmHistory on this machine', () => {
  type Item = { AlarmName: string; Timestamp: number; HistoryData: string; HistoryItemType: string }
  const historyOf = async (ask: ReturnType<typeof engine>['ask'], more: object = {}) => {
    const since = { HistoryItemType: 'StateUpdate', ScanBy: 'TimestampAscending', StartDate: NOON / 1000, ...more }
    const { AlarmHistoryItems, NextToken } = await ask(since, 'DescribeAlarmHistory')
    const items = AlarmHistoryItems.map(({ AlarmName, Timestamp, HistoryData }: Item) => {
      const { oldState, newState } = JSON.parse(HistoryData)
      return [AlarmName, Timestamp - NOON / 1000, oldState.stateValue, newState.stateValue]
    })
    return { items, NextToken }
  }
  it('tells when lines rang an alarm and when it was quiet again, whether or not anybody looked', async () => {
    const { at, ask } = engine()
    at.heard.push(line(['rung'], NOON), line(['rung'], NOON + 4 * MINUTE), line(['rung'], NOON + 20 * MINUTE))
    at.now = NOON + 21 * MINUTE
    expect((await historyOf(ask)).items).toEqual([
      ['p-rung', 0, 'OK', 'ALARM'],
      ['p-rung', 9 * 60, 'ALARM', 'OK'],
      ['p-rung', 20 * 60, 'OK', 'ALARM'],
    ])
    expect((await historyOf(ask, { StartDate: NOON / 1000 + 600 })).items).toHaveLength(1)
  })
  it('tells of a queue what was seen when somebody looked', async () => {
    const { at, ask, states } = engine()
    await states()
    at.depth = 2
    at.now += MINUTE
    await states()
    at.depth = 0
    at.now += MINUTE
    expect((await historyOf(ask)).items).toEqual([
      ['p-dead', 60, 'OK', 'ALARM'],
      ['p-dead', 120, 'ALARM', 'OK'],
    ])
  })
  it('answers pages', async () => {
    const { at, ask } = engine()
    at.heard.push(line(['rung'], NOON))
    at.now = NOON + 6 * MINUTE
    const first = await historyOf(ask, { MaxRecords: 1 })
    expect(first.items).toEqual([['p-rung', 0, 'OK', 'ALARM']])
    const last = await historyOf(ask, { MaxRecords: 1, NextToken: first.NextToken })
    expect([last.items, last.NextToken]).toEqual([[['p-rung', 300, 'ALARM', 'OK']], undefined])
  })
})

describe('GetMetricData on this machine', () => {
  const refused = (at: number, because: string): Heard => ({
    ...line([], at),
    metrics: [{ metric: 'Shiming/p-refused', dimensions: { because, feature: 'f' } }],
  })
  const query = (Id: string, because: string) => ({
    Id,
    MetricStat: {
      Metric: {
        Namespace: 'Shiming',
        MetricName: 'p-refused',
        Dimensions: [
          { Name: 'feature', Value: 'f' },
          { Name: 'because', Value: because },
        ],
      },
      Period: 3600,
      Stat: 'Sum',
    },
  })
  it('counts the lines of each hour of a span, each metric by its dimensions', async () => {
    const { at, ask } = engine()
    at.heard.push(refused(NOON - 1, 'a'), refused(NOON, 'a'), refused(NOON + 1, 'a'), refused(NOON + 60 * MINUTE, 'a'))
    at.heard.push(refused(NOON, 'b'), refused(NOON + 120 * MINUTE, 'a'))
    const span = { StartTime: NOON / 1000, EndTime: NOON / 1000 + 7200 }
    const asked = { ...span, MetricDataQueries: [query('m0', 'a'), query('m1', 'b'), query('m2', 'c')] }
    const { MetricDataResults } = await ask(asked, 'GetMetricData')
    const found = MetricDataResults.map(({ Id, Values }: { Id: string; Values: number[] }) => [Id, Values])
    expect(found).toEqual([
      ['m0', [1, 2]],
      ['m1', [1]],
      ['m2', []],
    ])
  })
})

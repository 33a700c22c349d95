import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queues } from '../../functions/queues.ts'
import { alarmsRoute } from '../../functions/upkeep/alarms.route.ts'
import { deadCountsRoute, deadLettersRoute, replayRoute } from '../../functions/upkeep/dead-letters.route.ts'
import { settingsRoute } from '../../functions/upkeep/settings.route.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

const ours = queues.filter(({ sandboxOnly }) => !sandboxOnly)
const NOBODY = '0'.repeat(32)

/** A pointer to work of that kind that nobody owes. */
const pointers: Record<string, string> = {
  order: NOBODY,
  check: `${NOBODY}.${NOBODY}`,
  face: `${NOBODY}.${NOBODY}`,
  evidence: `${NOBODY}.carrier`,
  clash: `${NOBODY}.1`,
  material: NOBODY,
  review: `${NOBODY}.${NOBODY}`,
  refund: `${NOBODY}.${NOBODY}v`,
  message: `${NOBODY}.${NOBODY}`,
  complaint: 'wechat_pay#2002',
  reconciliation: 'wechat_pay#20260102',
  application: `${NOBODY}.${NOBODY}`,
  certificate: '2'.repeat(16),
  result_text: `${NOBODY}.${NOBODY}`,
  outbox: `order:${NOBODY}`,
  webhook: `${NOBODY}:order:${NOBODY}.${'1'.padStart(12, '0')}`,
}

describe('M8 an operator looks at the machinery', () => {
  let instance: Instance
  let token: string
  beforeAll(async () => {
    instance = await sharedInstance()
    token = instance.operatorKey
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const ringing = async () => {
    const { alarms } = await instance.platform.must(alarmsRoute, { token, query: { limit: '100' } })
    return alarms
  }

  it('every queue with a dead letter rings, is looked into without losing it, and is emptied by sending it again', async () => {
    const { engine, platform } = instance
    for (const { queue, kind } of ours)
      await engine.send(`${queue}-dead`, JSON.stringify({ kind, id: pointers[kind] ?? '' }))
    const deep = (await ringing()).filter(({ because }) => because.startsWith('1 messages'))
    expect(deep).toHaveLength(ours.length)
    for (const { impact, advice } of deep)
      expect([impact, advice]).toEqual([expect.stringMatching(/./), expect.stringContaining('-dead holds')])
    const counted = (await platform.must(deadCountsRoute, { token })).queues
    expect(counted.map(({ queue, count }) => [queue, count])).toEqual(ours.map(({ queue }) => [queue, 1]))
    for (const { queue, kind } of ours) {
      const params = { queue }
      const { letters } = await platform.must(deadLettersRoute, { token, params })
      expect(letters).toMatchObject([{ pointer: pointers[kind], isThere: false, owedAt: null }])
      const sent = await platform.must(replayRoute, { token, params, body: { reason: '无此工作' } })
      expect(sent).toEqual({ queue, sent: 1, unreadable: 0, left: 0, looked: 0 })
    }
    await engine.drain()
    expect((await ringing()).filter(({ because }) => because.includes('messages'))).toEqual([])
  })

  it('an alarm that rings at a line rings for five minutes, and what only CloudWatch counts is unknown', async () => {
    const { engine, platform } = instance
    const { alarms, counts } = await platform.must(alarmsRoute, { token, query: { state: 'unknown' } })
    expect(counts.unknown).toBeGreaterThanOrEqual(alarms.length)
    expect(new Set(alarms.map(({ state }) => state))).toEqual(new Set(['unknown']))
    expect(alarms.map(({ since }) => since)).toEqual(
      alarms
        .map(({ since }) => since)
        .toSorted()
        .reverse(),
    )
    await engine.advance(5 * MINUTE)
    expect((await ringing()).filter(({ because }) => because.includes('line'))).toEqual([])
  })

  it('the settings in force say what differs, and secrets are told by name only', async () => {
    const { settings, secrets } = await instance.platform.must(settingsRoute, { token })
    expect(settings.find(({ name }) => name === 'vendor.totalMs')).toMatchObject({
      value: 5000,
      differs: true,
      unit: 'ms',
    })
    expect(settings.find(({ name }) => name === 'sms.tries')).toMatchObject({ value: 5, byDefault: 5, differs: false })
    expect(secrets).toContainEqual({ name: 'SECRET_PLATFORM', storedAs: 'shiming/sandbox/platform' })
    expect(JSON.stringify(secrets)).not.toContain(token)
  })
})

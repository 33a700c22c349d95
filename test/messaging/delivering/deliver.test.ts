import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelsOf } from '../../../functions/messaging/channel-store.ts'
import { deliver } from '../../../functions/messaging/delivering/deliver.ts'
import { removeChannel, saveChannel } from '../../../functions/messaging/edit-channels.ts'
import { messagingKeys } from '../../../functions/messaging/keys.ts'
import type { Attempt } from '../../../functions/outgoing/attempt.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { due } from '../../../shared/table/keys.ts'
import { update } from '../../../shared/table/write.ts'
import { cost, NOON, stored, world } from '../fixture.ts'
import { underWay } from './under-way.ts'

const taken: Attempt = { kind: 'taken' }
const busy: Attempt = { kind: 'later', reason: 'not_accepted' }
const gone: Attempt = { kind: 'refused', reason: 'gone' }

describe('P13 deliver happy', () => {
  it('a taken message is delivered and owes nothing, in two table calls', async () => {
    const { at, run, item, message } = await underWay()
    expect(await cost(at, () => run(taken))).toEqual({ table: 2, queue: 0 })
    expect(message()).toMatchObject({ status: 'delivered', attempts: 1, endedAt: NOON })
    expect(item()).not.toHaveProperty('dueAt')
    expect(item()).not.toHaveProperty('dueShard')
    expect(await run(taken)).toBe('nothing_owed')
    expect(at.calls).toHaveLength(1)
  })

  it('the channel is called with its settings of now, not of when the message was accepted', async () => {
    const { at, by, run } = await underWay()
    await saveChannel(at, { accountId: by.accountId, code: 'ops', url: 'https://hooks.example.com/new' })
    await run(taken)
    expect(at.calls[0]?.target.url).toBe('https://hooks.example.com/new')
  })

  it('a failed attempt is owed again later, not earlier, although the sweep has moved the due time', async () => {
    const { at, by, id, run, item, message } = await underWay()
    expect(await cost(at, () => run(busy))).toEqual({ table: 2, queue: 0 })
    const { notBefore = 0 } = message()
    expect(message()).toMatchObject({ status: 'accepted', attempts: 1, reason: 'not_accepted' })
    expect(notBefore).toBeGreaterThanOrEqual(NOON + 5 * SECOND)
    expect(notBefore).toBeLessThanOrEqual(NOON + 6 * SECOND)
    expect(item()?.dueAt).toBe(notBefore)
    expect(await run(taken)).toBe('not_yet')
    at.time.now = notBefore
    const key = messagingKeys.message(by.accountId, id)
    await at.table.commit([update(key, { set: { ...due(key, at.time.now + MINUTE), wakePause: MINUTE } })])
    expect(await run(taken)).toBe('delivered')
    expect(message()).toMatchObject({ status: 'delivered', attempts: 2 })
    expect(message().reason).toBeUndefined()
    expect(at.calls).toHaveLength(2)
  })

  it('after the last attempt it has failed, with the reason, after about three days', async () => {
    const { at, run, message } = await underWay()
    const ends: string[] = []
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      ends.push(await run(busy))
      at.time.now = message().notBefore ?? at.time.now
    }
    expect(ends).toEqual([...Array.from({ length: 9 }, () => 'waits'), 'failed'])
    expect(message()).toMatchObject({ status: 'failed', attempts: 10, reason: 'not_accepted' })
    expect(at.calls).toHaveLength(10)
    expect(await run(taken)).toBe('nothing_owed')
  })
})

describe('P13 deliver refused', () => {
  it('410 ends the message at once and leaves a hint on the channel, in two table calls', async () => {
    const { at, by, run, message } = await underWay()
    expect(await cost(at, () => run(gone))).toEqual({ table: 2, queue: 0 })
    expect(message()).toMatchObject({ status: 'failed', reason: 'gone' })
    expect(channelsOf(stored(at, messagingKeys.channels(by.accountId))).get('ops')?.goneAt).toBe(NOON)
  })

  it('a channel that was removed meanwhile ends the message without a call', async () => {
    const { at, by, run, message } = await underWay()
    await removeChannel(at, { accountId: by.accountId, code: 'ops' })
    expect(await run(taken)).toBe('failed')
    expect(message()).toMatchObject({ status: 'failed', reason: 'channel_removed' })
    expect(at.calls).toHaveLength(0)
  })
})

describe('P13 deliver hostile', () => {
  it.each(['', '.', 'x', 'a.b', `${'0'.repeat(32)}.${'0'.repeat(32)}`, '..', 'a.b.c'])(
    'the pointer %j leads nowhere and throws nothing',
    async (id) => {
      const at = world()
      const webhook = () => Promise.reject(new Error('called'))
      expect(await deliver({ ...at, channels: { webhook } }, id)).toBe('nothing_owed')
    },
  )

  it('two workers with the same pointer: one failure is counted once', async () => {
    const { run, message } = await underWay()
    expect((await Promise.all([run(busy), run(busy)])).sort()).toEqual(['overtaken', 'waits'])
    expect(message().attempts).toBe(1)
  })

  it('two workers, one of which gets through: it is delivered, whoever writes first', async () => {
    for (const [first, second] of [
      [busy, taken],
      [taken, busy],
    ] as const) {
      const { run, item, message } = await underWay()
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const slow = run(async () => {
        await held
        return second
      })
      await run(first)
      release()
      await slow
      expect(message().status).toBe('delivered')
      expect(item()).not.toHaveProperty('dueAt')
    }
  })

  it('duplicate deliveries never make two outcomes: what is over stays as it was', async () => {
    const answers = fc.constantFrom(taken, busy, gone)
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 2, maxLength: 5 }), async (all) => {
        const { run, message } = await underWay()
        const ends = await Promise.all(all.map((answer) => run(answer)))
        const final = ends.filter((end) => end === 'delivered' || end === 'failed')
        expect(final.length).toBeLessThanOrEqual(1)
        const before = message()
        if (final.length) expect(before.status).toBe(final[0])
        if (before.status !== 'accepted') expect([await run(taken), message()]).toEqual(['nothing_owed', before])
      }),
      { numRuns: 60 },
    )
  })

  it('a worker that dies after the call leaves the message owed', async () => {
    const { run, item } = await underWay()
    await expect(run(() => Promise.reject(new Error('killed')))).rejects.toThrow('killed')
    expect(item()).toMatchObject({ status: 'accepted', dueAt: NOON + MINUTE, attempts: 0 })
  })
})

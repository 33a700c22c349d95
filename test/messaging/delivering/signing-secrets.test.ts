import { describe, expect, it } from 'vitest'
import { channelsOf, secretSealed } from '../../../functions/messaging/channel-store.ts'
import { removeChannel, saveChannel } from '../../../functions/messaging/edit-channels.ts'
import { messagingKeys } from '../../../functions/messaging/keys.ts'
import type { Attempt } from '../../../functions/outgoing/attempt.ts'
import { DAY, MINUTE } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { NotSealedHere } from '../../../shared/vault/sealing.ts'
import { ringOf } from '../../key-ring.ts'
import { valueIn } from '../../kit.ts'
import { cost, NOON, stored } from '../fixture.ts'
import { underWay } from './under-way.ts'

const taken: Attempt = { kind: 'taken' }

type UnderWay = Awaited<ReturnType<typeof underWay>>

/** From now on the deployment has these versions of the key; answers what the ring rings. */
const turnTo = ({ at }: UnderWay, ...versions: [string, ...string[]]) => {
  const alarms: { event: string; fields: object }[] = []
  const ring = ringOf(versions, { alarm: (event, fields) => void alarms.push({ event, fields }) })
  at.keyRing = async () => ring
  return alarms
}

const keptBy = ({ at, channel }: UnderWay) => {
  const found = channelsOf(stored(at, messagingKeys.channels(channel.accountId))).get(channel.code)
  if (!found) throw new Error('the channel is gone')
  return found
}

describe('P13 what signs a message', () => {
  it('is the secret its owner was shown, and for a day after a rotation the one before as well', async () => {
    const under = await underWay()
    const { at, channel, secret, run } = under
    const fresh = valueIn(await saveChannel(at, { ...channel, rotateSecret: true })).secret
    await run({ kind: 'later', reason: 'not_accepted' })
    at.time.now = NOON + DAY
    await run(taken)
    expect(at.calls.map(({ target }) => target.secrets)).toEqual([[fresh, secret], [fresh]])
  })

  it('moves to the current version of the key with the next attempt, and is the same', async () => {
    const under = await underWay()
    const { at, channel, secret, run, message } = under
    const fresh = valueIn(await saveChannel(at, { ...channel, rotateSecret: true })).secret
    turnTo(under, 'k2', 'k1')
    expect(await cost(at, () => run(taken))).toEqual({ table: 3, queue: 0 })
    expect(message().status).toBe('delivered')
    expect(at.calls[0]?.target.secrets).toEqual([fresh, secret])
    expect(keptBy(under)).toMatchObject({
      secret: expect.stringMatching(/^k2\./),
      previous: { secret: expect.stringMatching(/^k2\./), until: NOON + DAY },
    })
  })

  it('does not move over a channel that was saved or taken away meanwhile', async () => {
    const saved = await underWay()
    turnTo(saved, 'k2', 'k1')
    const url = 'https://hooks.example.com/new'
    await saved.run(async () => {
      await saveChannel(saved.at, { ...saved.channel, url })
      return taken
    })
    expect(keptBy(saved)).toMatchObject({ url, secret: expect.stringMatching(/^k1\./) })

    const removed = await underWay()
    turnTo(removed, 'k2', 'k1')
    await removed.run(async () => {
      await removeChannel(removed.at, removed.channel)
      return taken
    })
    expect(() => keptBy(removed)).toThrow('gone')
  })
})

describe('P13 a signing secret whose version of the key is gone', () => {
  it('lets its message wait, uncounted and unsigned, and rings without the secret; with the version back it goes', async () => {
    const under = await underWay()
    const { at, run, item, message, secret } = under
    const alarms = turnTo(under, 'k2')
    await expect(run(taken)).rejects.toThrow(NotSealedHere)
    expect(alarms).toEqual([{ event: 'key_version_gone', fields: { version: 'k1', purpose: 'webhook_secret' } }])
    expect(at.calls).toEqual([])
    expect(item()).toMatchObject({ status: 'accepted', attempts: 0, dueAt: NOON + MINUTE })
    turnTo(under, 'k2', 'k1')
    expect(await run(taken)).toBe('delivered')
    expect(at.calls[0]?.target.secrets).toEqual([secret])
    expect(message().attempts).toBe(1)
  })

  it('can be replaced by its owner, and holds nothing up from then on', async () => {
    const under = await underWay()
    turnTo(under, 'k2')
    const fresh = valueIn(await saveChannel(under.at, { ...under.channel, rotateSecret: true })).secret
    expect(await under.run(taken)).toBe('delivered')
    expect(under.at.calls[0]?.target.secrets).toEqual([fresh])
  })
})

describe('P13 a signing secret, written by somebody who can write the table', () => {
  it('opens neither from another account, nor from another channel, nor damaged, nor as text', async () => {
    const under = await underWay()
    const { at, channel, secret, run } = under
    const ring = await at.keyRing()
    const settings = { kind: 'webhook', url: 'https://hooks.example.com/thief' }
    const own = keptBy(under).secret
    const foreign = [secretSealed(ring, at.ids.id(), 'ops', secret), secretSealed(ring, channel.accountId, 'b', secret)]
    for (const written of [...foreign, secret, `${own}A`, own.slice(0, -1), own.slice(3), 'k1.', '']) {
      const key = messagingKeys.channels(channel.accountId)
      await at.table.commit([update(key, { set: { 'channel.ops': { ...settings, secret: written } } })])
      await expect(run(taken), written).rejects.toThrow(NotSealedHere)
    }
    expect(at.calls).toEqual([])
  })
})

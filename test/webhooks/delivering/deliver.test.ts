import { createPublicKey, verify } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyWebhook } from '../../../clients/typescript/src/webhook.ts'
import { deliver } from '../../../functions/webhooks/delivering/deliver.ts'
import { editEndpoint, giveSecret, removeEndpoint } from '../../../functions/webhooks/endpoints/edit-endpoint.ts'
import { webhookKeys } from '../../../functions/webhooks/keys.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { ringOf } from '../../key-ring.ts'
import { NOON, valueIn } from '../../kit.ts'
import {
  answering,
  attempted,
  bodies,
  delivery,
  drain,
  endpoint,
  happen,
  kept,
  relayed,
  SUBJECT,
  silence,
  stored,
  tableCalls,
  URL,
  world,
} from '../fixture.ts'

/** An endpoint that is owed so many events of one subject. */
const owed = async (count = 1) => {
  const at = world()
  const made = await endpoint(at)
  await happen(at, count)
  await relayed(at)
  at.queue.sent.length = 0
  return { at, ...made }
}

const headersOf = ({ headers }: { headers: Record<string, string> }) => headers

describe('deliver happy', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOON })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('the library, the client and the key pair verify what is sent: the very text that is kept', async () => {
    const { at, id, secret } = await owed()
    expect(await tableCalls(at, () => attempted(at, id, 1))).toBe(4)
    const [call] = at.calls
    if (!call?.body) throw new Error('nothing was sent')
    expect(call.body).toBe(stored(at, webhookKeys.event(SUBJECT, 1))?.body)
    expect(new Webhook(secret).verify(call.body, headersOf(call))).toMatchObject({ type: 'account.banned' })
    expect(await verifyWebhook(secret, new Headers(call.headers), call.body)).toMatchObject({ type: 'account.banned' })
    const { publicKey } = kept(at, id)
    const x = Buffer.from(publicKey.slice('whpk_'.length), 'base64').toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    const [, asymmetric = ''] = /v1a,(\S+)/.exec(String(call.headers['webhook-signature'])) ?? []
    const signed = Buffer.from(`${call.headers['webhook-id']}.${call.headers['webhook-timestamp']}.${call.body}`)
    expect(verify(null, signed, key, Buffer.from(asymmetric, 'base64'))).toBe(true)
    expect(verify(null, Buffer.concat([signed, signed]), key, Buffer.from(asymmetric, 'base64'))).toBe(false)
    expect(call.headers).toMatchObject({ 'user-agent': 'Shiming-Webhook/1', 'content-type': 'application/json' })
  })

  it('while a secret changes both sign, and after the overlap the new one alone', async () => {
    const { at, id, secret } = await owed(2)
    const fresh = valueIn(await giveSecret(at, { id, keepOldMs: HOUR }))
    await attempted(at, id, 1)
    const [both] = at.calls
    if (!both?.body) throw new Error('nothing was sent')
    for (const one of [secret, fresh.secret])
      expect(new Webhook(one).verify(both.body, headersOf(both))).toMatchObject({ sequence: 1 })
    expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(4)
    at.time.now += HOUR
    vi.setSystemTime(at.time.now)
    await attempted(at, id, 2)
    const alone = at.calls.at(-1)
    if (!alone?.body) throw new Error('nothing was sent')
    expect(new Webhook(fresh.secret).verify(alone.body, headersOf(alone))).toMatchObject({ sequence: 2 })
    expect(() => new Webhook(secret).verify(String(alone.body), headersOf(alone))).toThrow('No matching signature')
    expect(String(alone.headers['webhook-signature']).split(' ')).toHaveLength(2)
  })
})

describe('deliver in order', () => {
  it('events of a subject arrive one after the other, however they are woken', async () => {
    const { at, id } = await owed(6)
    for (const sequence of [6, 4, 2, 5, 3])
      expect(await attempted(at, id, sequence)).toBe(sequence === 1 ? 'taken' : 'not_its_turn')
    await attempted(at, id, 1)
    await drain(at)
    expect(bodies(at).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('after a minute the next passes the one that is not taken', async () => {
    const { at, id } = await owed(2)
    at.says.all = answering(500)
    expect(await attempted(at, id, 1)).toBe('waits')
    at.time.now = NOON + MINUTE - 1
    expect(await attempted(at, id, 2)).toBe('not_its_turn')
    expect(at.later.at(-1)).toEqual({ id: expect.stringMatching(/2$/), waitMs: 1 })
    at.time.now = NOON + MINUTE
    at.says.all = answering(200)
    expect(await attempted(at, id, 2)).toBe('taken')
  })

  it('what an endpoint does not listen to holds up nothing', async () => {
    const at = world()
    const { id } = await endpoint(at, { events: ['account.banned'] })
    await happen(at)
    await happen(at, 1, SUBJECT, { type: 'account.unbanned', data: {} })
    await happen(at)
    await relayed(at)
    await drain(at)
    expect(bodies(at).map(({ sequence }) => sequence)).toEqual([1, 3])
    expect(delivery(at, id, 3).status).toBe('taken')
  })

  it('one endpoint that is slow holds up no other, nor one subject another', async () => {
    const at = world()
    const slow = await endpoint(at, { url: 'https://slow.example.com/' })
    const quick = await endpoint(at)
    at.says.at.set('https://slow.example.com/', silence)
    const other = { kind: 'account', id: 'f'.repeat(32) }
    await happen(at, 2)
    await happen(at, 1, other)
    await drain(at)
    expect([1, 2].map((sequence) => delivery(at, quick.id, sequence).status)).toEqual(['taken', 'taken'])
    expect(delivery(at, quick.id, 1, other).status).toBe('taken')
    expect([1, 2].map((sequence) => delivery(at, slow.id, sequence).made)).toEqual([1, 0])
    expect(delivery(at, slow.id, 1, other).made).toBe(1)
  })
})

describe('deliver refused', () => {
  it('tries ten times over three days, then it has failed, and the endpoint is disabled because nothing was taken', async () => {
    const { at, id } = await owed(2)
    at.says.all = silence
    const ends: string[] = []
    for (let nth = 0; nth < 10; nth += 1) {
      ends.push(await attempted(at, id, 1))
      expect(nth < 9 ? await attempted(at, id, 1) : 'nothing_owed').toBe(nth < 9 ? 'not_yet' : 'nothing_owed')
      at.time.now = delivery(at, id, 1).notBefore ?? at.time.now
    }
    expect(ends).toEqual([...Array.from({ length: 9 }, () => 'waits'), 'failed'])
    expect(at.time.now - NOON).toBeGreaterThan(3 * DAY)
    expect(delivery(at, id, 1).attempts).toHaveLength(10)
    // Five seconds and five minutes, each a little longer by chance; what is later the sweep finds.
    expect(at.later.map(({ waitMs }) => Math.floor(waitMs / 10_000))).toEqual([0, expect.any(Number)])
    expect(delivery(at, id, 1).attempts[0]).toEqual({ at: NOON, outcome: 'unreachable', ms: 0 })
    expect(kept(at, id).disabled?.because).toBe('failing')
    expect(at.told).toEqual([{ by: 'alarm', event: 'webhook_endpoint_failing', fields: { endpointId: id } }])
  })

  it('one event that is never taken, of an endpoint to which nothing else was sent, fails alone, and is noted', async () => {
    const { at, id } = await owed()
    at.says.all = answering(400)
    for (let nth = 0; nth < 10; nth += 1) {
      await attempted(at, id, 1)
      at.time.now = delivery(at, id, 1).notBefore ?? at.time.now
    }
    expect(delivery(at, id, 1)).toMatchObject({ status: 'failed', reason: 'not_accepted', made: 10 })
    expect(kept(at, id).disabled).toBeUndefined()
    const fields = { endpointId: id, type: 'account.banned' }
    expect(at.told).toEqual([{ by: 'note', event: 'webhook_delivery_failed', fields }])
  })

  it('days in which nothing was sent say nothing: the first failure after them disables nobody', async () => {
    const { at, id } = await owed()
    at.says.all = answering(502)
    await attempted(at, id, 1)
    at.time.now += 4 * DAY
    await happen(at, 2)
    await relayed(at)
    expect(await attempted(at, id, 2)).toBe('waits')
    expect(kept(at, id).disabled).toBeUndefined()
  })

  it('an endpoint that has taken nothing for a while is tried by one at a time; the others wait, and lose no attempt', async () => {
    const { at, id } = await owed()
    at.says.all = silence
    await attempted(at, id, 1)
    at.time.now += 11 * MINUTE
    const others = ['b', 'c'].map((of) => ({ kind: 'order', id: of.repeat(32) }))
    for (const other of others) {
      await happen(at, 1, other)
      await relayed(at, other)
    }
    const [one = SUBJECT, other = SUBJECT] = others
    expect(await attempted(at, id, 1, one)).toBe('waits')
    expect(await attempted(at, id, 1, other)).toBe('held')
    expect(delivery(at, id, 1, other)).toMatchObject({ made: 0, tries: 0 })
    expect(at.calls).toHaveLength(2)
    at.time.now += 6 * MINUTE
    at.says.all = answering(200)
    expect(await attempted(at, id, 1, other)).toBe('taken')
    expect(kept(at, id)).toMatchObject({ failingSince: undefined, slowedUntil: undefined })
    expect(await attempted(at, id, 1, one)).toBe('taken')
  })

  it('a name that leads to where nobody may call is tried again: it may lead elsewhere in a minute', async () => {
    const { at, id } = await owed()
    at.says.all = { kind: 'not_sent', reason: 'target_refused' }
    expect(await attempted(at, id, 1)).toBe('waits')
    at.time.now += MINUTE
    at.says.all = answering(200)
    expect(await attempted(at, id, 1)).toBe('taken')
  })

  it('410 disables the endpoint at once; what waits for it has failed, and the others are told', async () => {
    const at = world()
    const gone = await endpoint(at, { url: 'https://gone.example.com/' })
    const other = await endpoint(at)
    at.says.at.set('https://gone.example.com/', answering(410))
    await happen(at, 3)
    await drain(at)
    expect(kept(at, gone.id)).toMatchObject({ disabled: { because: 'gone', at: NOON } })
    expect([1, 2, 3].map((sequence) => delivery(at, gone.id, sequence).reason)).toEqual([
      'gone',
      'disabled',
      'disabled',
    ])
    const about = { kind: 'endpoint', id: gone.id }
    expect(delivery(at, other.id, 1, about).status).toBe('taken')
    expect(bodies(at).at(-1)).toMatchObject({
      type: 'endpoint.disabled',
      subject: about,
      data: { endpointId: gone.id, because: 'gone' },
    })
    expect(at.calls.filter(({ url }) => url === 'https://gone.example.com/')).toHaveLength(1)
    expect(at.told).toEqual([{ by: 'note', event: 'webhook_endpoint_gone', fields: { endpointId: gone.id } }])
  })

  it.each([
    ['120', 2 * MINUTE],
    ['86400', HOUR],
    [new Date(NOON + 30 * MINUTE).toUTCString(), 30 * MINUTE],
  ])('429 with Retry-After %j slows the whole endpoint, and the others lose no attempt', async (header, wait) => {
    const { at, id } = await owed()
    const other = { kind: 'account', id: 'f'.repeat(32) }
    await happen(at, 1, other)
    await relayed(at, other)
    at.says.all = answering(429, { 'retry-after': header })
    expect(await attempted(at, id, 1)).toBe('waits')
    expect(delivery(at, id, 1).notBefore).toBeGreaterThanOrEqual(NOON + wait)
    at.says.all = answering(200)
    expect(await attempted(at, id, 1, other)).toBe('held')
    const { made, tries, notBefore = 0 } = delivery(at, id, 1, other)
    expect([made, tries]).toEqual([0, 0])
    expect(notBefore).toBeGreaterThanOrEqual(NOON + wait)
    expect(notBefore).toBeLessThanOrEqual(NOON + wait + 30 * SECOND)
    at.time.now = notBefore
    expect(await attempted(at, id, 1, other)).toBe('taken')
  })

  it.each(['soon', '', '-5', '0'])('Retry-After %j slows nobody', async (header) => {
    const { at, id } = await owed()
    at.says.all = answering(503, { 'retry-after': header })
    await attempted(at, id, 1)
    expect(kept(at, id).slowedUntil).toBeUndefined()
  })

  it('an endpoint that took something in between begins to fail anew', async () => {
    const { at, id } = await owed(2)
    at.says.all = answering(500)
    await attempted(at, id, 1)
    expect(kept(at, id).failingSince).toBe(NOON)
    at.time.now += 2 * DAY
    at.says.all = answering(200)
    await attempted(at, id, 2)
    expect(kept(at, id).failingSince).toBeUndefined()
    at.time.now += 2 * DAY
    at.says.all = answering(500)
    expect(await attempted(at, id, 1)).toBe('waits')
    expect(kept(at, id)).toMatchObject({ failingSince: at.time.now })
    expect(kept(at, id).disabled).toBeUndefined()
  })

  it('what an endpoint is owed fails once it is removed or disabled, without a call', async () => {
    const { at, id } = await owed(2)
    await editEndpoint(at, { id, enabled: false })
    expect(await attempted(at, id, 1)).toBe('failed')
    await removeEndpoint(at, id)
    expect(await attempted(at, id, 2)).toBe('failed')
    expect([1, 2].map((sequence) => delivery(at, id, sequence).reason)).toEqual(['disabled', 'endpoint_removed'])
    expect(at.calls).toEqual([])
  })

  it('an event that is no longer kept is delivered to nobody', async () => {
    const { at, id } = await owed()
    at.time.now += 30 * DAY
    expect(await attempted(at, id, 1)).toBe('failed')
    expect(delivery(at, id, 1).reason).toBe('event_gone')
  })
})

describe('deliver hostile', () => {
  it.each(['', '.', 'x', 'a.b', `${'0'.repeat(32)}:account:x.000000000001`, '..', 'a.b.c', '#.#'])(
    'the pointer %j leads nowhere and throws nothing',
    async (id) => {
      expect(await deliver(world(), id)).toBe('nothing_owed')
    },
  )

  it('two workers with the same pointer: one failure is counted once', async () => {
    const { at, id } = await owed()
    at.says.all = answering(500)
    expect((await Promise.all([attempted(at, id, 1), attempted(at, id, 1)])).toSorted()).toEqual(['overtaken', 'waits'])
    expect(delivery(at, id, 1)).toMatchObject({ made: 1, tries: 1 })
  })

  it('while one is at it nobody else calls', async () => {
    const { at, id } = await owed()
    at.says.all = async () => {
      expect(await attempted(at, id, 1)).toBe('overtaken')
      return answering(200)
    }
    expect(await attempted(at, id, 1)).toBe('taken')
    expect(at.calls).toHaveLength(1)
  })

  it('two workers, the first of which was given up, and one of which gets through: it is taken, whoever writes first', async () => {
    for (const [first, second] of [
      [500, 200],
      [200, 500],
    ]) {
      const { at, id } = await owed()
      let release = () => {}
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      at.says.all = async () => {
        await held
        return answering(Number(second))
      }
      const slow = attempted(at, id, 1)
      await new Promise((resolve) => setImmediate(resolve))
      at.says.all = answering(Number(first))
      at.time.now += 45 * SECOND
      await attempted(at, id, 1)
      release()
      await slow
      expect(delivery(at, id, 1).status).toBe('taken')
      expect(stored(at, webhookKeys.delivery(id, SUBJECT, 1))).not.toHaveProperty('dueAt')
    }
  })

  it('a worker that dies after the call leaves the delivery owed', async () => {
    const { at, id } = await owed()
    at.says.all = () => Promise.reject(new Error('killed'))
    await expect(attempted(at, id, 1)).rejects.toThrow('killed')
    expect(stored(at, webhookKeys.delivery(id, SUBJECT, 1))).toMatchObject({
      status: 'pending',
      made: 0,
      dueAt: NOON + 45 * SECOND,
    })
  })

  it('an endpoint that is saved while it answers 410 is not disabled: its new address may live', async () => {
    const { at, id } = await owed()
    at.says.all = async () => {
      await editEndpoint(at, { id, url: 'https://moved.example.com/' })
      return answering(410)
    }
    expect(await attempted(at, id, 1)).toBe('overtaken')
    expect(kept(at, id).disabled).toBeUndefined()
    at.says.all = answering(200)
    at.time.now += 45 * SECOND
    expect(await attempted(at, id, 1)).toBe('taken')
    expect(at.calls.at(-1)?.url).toBe('https://moved.example.com/')
  })

  it('one that took something while another attempt failed for the last time is not disabled', async () => {
    const { at, id } = await owed(3)
    at.says.all = silence
    await attempted(at, id, 1)
    at.time.now += 3 * DAY
    at.says.all = async () => {
      at.says.all = answering(200)
      at.time.now += 6 * MINUTE
      await attempted(at, id, 2)
      return silence
    }
    expect(await attempted(at, id, 1)).toBe('overtaken')
    expect(kept(at, id).disabled).toBeUndefined()
  })

  it('secrets move to the current version of the key, and one whose version is gone holds up its delivery', async () => {
    const { at, id, secret } = await owed(2)
    at.ring.of = ringOf(['k2', 'k1'])
    await attempted(at, id, 1)
    expect(kept(at, id).secret.startsWith('k2.') && kept(at, id).seed.startsWith('k2.')).toBe(true)
    at.ring.of = ringOf(['k3'])
    await expect(attempted(at, id, 2)).rejects.toThrow()
    expect(delivery(at, id, 2)).toMatchObject({ status: 'pending', made: 0 })
    at.ring.of = ringOf(['k2'])
    await attempted(at, id, 2)
    const [, call] = at.calls
    vi.useFakeTimers({ toFake: ['Date'], now: NOON })
    expect(new Webhook(secret).verify(String(call?.body), call?.headers ?? {})).toHaveProperty('sequence', 2)
    vi.useRealTimers()
  })

  it('nothing of an answer is kept but its status', async () => {
    const { at, id } = await owed()
    at.says.all = { ...answering(500, { 'x-secret': 'kept-nowhere' }), body: Buffer.from('kept-nowhere') } as never
    await attempted(at, id, 1)
    expect(delivery(at, id, 1).attempts).toEqual([{ at: NOON, outcome: 'not_accepted', status: 500, ms: 0 }])
    expect(JSON.stringify(at.memory.items())).not.toContain('kept-nowhere')
    expect(JSON.stringify(at.memory.items())).not.toContain('whsec_')
    expect(bodies(at, URL)).toHaveLength(1)
  })
})

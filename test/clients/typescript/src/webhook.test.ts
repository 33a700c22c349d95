import { generateKeyPairSync, sign } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { describe, expect, it } from 'vitest'
import {
  type PlatformEventType,
  verifyWebhook,
  type WebhookEvent,
  WebhookInvalid,
} from '../../../../clients/typescript/src/index.ts'

const secretOf = (fill: number): string => `whsec_${Buffer.alloc(32, fill).toString('base64')}`
const secret = secretOf(1)
const now = new Date('2026-11-28T16:00:00Z')
const id = 'a'.repeat(32)
const data = { id, title: '标题', content: 'knock', template: 'html' }
const body = JSON.stringify({ type: 'message', timestamp: '2026-11-28T15:59:00.000Z', data })

/** Headers of a delivery signed by the library that the service signs with. */
const signed = (by = secret, at = now, text = body) => ({
  'webhook-id': id,
  'webhook-timestamp': String(at.getTime() / 1000),
  'webhook-signature': new Webhook(by).sign(id, at, text),
})

const event = { id, type: 'message', at: new Date('2026-11-28T15:59:00.000Z'), data }

describe('a delivery that is to be believed', () => {
  it('is read from text and bytes, with headers of the web and of Node', async () => {
    const bytes = new TextEncoder().encode(body)
    for (const one of [body, bytes, bytes.buffer, Buffer.from(body)])
      expect(await verifyWebhook(secret, signed(), one, { now })).toEqual(event)
    expect(await verifyWebhook(secret, new Headers(signed()), body, { now })).toEqual(event)
  })

  it('is signed by any of several secrets while they are changed, on either side', async () => {
    const [before, after] = [secretOf(2), secretOf(3)]
    expect(await verifyWebhook([after, before], signed(before), body, { now })).toEqual(event)
    const both = `${signed(before)['webhook-signature']} ${signed(after)['webhook-signature']}`
    for (const one of [before, after])
      expect(await verifyWebhook(one, { ...signed(), 'webhook-signature': both }, body, { now })).toEqual(event)
  })

  it('may have signatures beside it that this version does not know', async () => {
    const more = `v1a,AAAA ,, nonsense v1 __proto__,x ${signed()['webhook-signature']}`
    expect(await verifyWebhook(secret, { ...signed(), 'webhook-signature': more }, body, { now })).toEqual(event)
  })

  it('is at most five minutes away, before or after', async () => {
    for (const seconds of [-300, 300]) {
      const at = new Date(now.getTime() + seconds * 1000)
      expect(await verifyWebhook(secret, signed(secret, at), body, { now })).toEqual(event)
    }
  })
})

/** A key pair as an endpoint has it: the public half as its owner reads it, and headers of what the other half signed. */
const keyPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const signatureOf = (text: string) =>
    `v1a,${sign(null, Buffer.from(`${id}.${now.getTime() / 1000}.${text}`), privateKey).toString('base64')}`
  return {
    publicKey: `whpk_${raw.toString('base64')}`,
    signed: (text = body) => ({ ...signed(), 'webhook-signature': signatureOf(text) }),
  }
}

describe('a delivery that is signed by a key pair', () => {
  const [pair, other] = [keyPair(), keyPair()]

  it('is believed by the public key, beside secrets and other keys', async () => {
    for (const by of [pair.publicKey, [other.publicKey, pair.publicKey], [secretOf(9), pair.publicKey]])
      expect(await verifyWebhook(by, pair.signed(), body, { now })).toEqual(event)
    const both = `${signed()['webhook-signature']} ${pair.signed()['webhook-signature']}`
    for (const by of [pair.publicKey, secret])
      expect(await verifyWebhook(by, { ...signed(), 'webhook-signature': both }, body, { now })).toEqual(event)
  })

  it('is not by another key, where it was changed, or where a secret has the bytes of the public key', async () => {
    const asSecret = pair.publicKey.replace('whpk_', 'whsec_')
    for (const by of [other.publicKey, secret, asSecret])
      await expect(verifyWebhook(by, pair.signed(), body, { now })).rejects.toBeInstanceOf(WebhookInvalid)
    await expect(verifyWebhook(pair.publicKey, pair.signed('{}'), body, { now })).rejects.toBeInstanceOf(WebhookInvalid)
    // Everybody knows the public key: what is signed with it as a secret is signed by anybody.
    const forged = signed(asSecret)
    await expect(verifyWebhook(pair.publicKey, forged, body, { now })).rejects.toBeInstanceOf(WebhookInvalid)
  })
})

describe('an event of the platform', () => {
  const banned = {
    id,
    type: 'account.banned',
    timestamp: '2026-11-28T15:59:00.000Z',
    sequence: 3,
    subject: { kind: 'account', id: 'c'.repeat(32) },
    account: { id: 'c'.repeat(32), externalId: 'user-1' },
    data: { by: 'platform' },
  }

  /** What a receiver makes of events: its types are those of the description. */
  const told = (one: WebhookEvent): string => {
    switch (one.type) {
      case 'message':
        return one.data.title
      case 'account.banned':
        return `${one.account.externalId} by ${one.data.by satisfies 'platform' | 'complaints'}`
      case 'refund.succeeded':
        return `${one.data.refundFen satisfies number} of ${one.subject.kind satisfies 'order'}`
      case 'endpoint.test':
        // @ts-expect-error an endpoint is nobody's
        return String(one.account)
      default:
        return `ignored: ${one.type}`
    }
  }

  const read = async (body: object) => {
    const text = JSON.stringify(body)
    return verifyWebhook(secret, signed(secret, now, text), text, { now })
  }

  it('is told apart by its type, also where that comes later', async () => {
    const { timestamp, ...rest } = banned
    const event = await read(banned)
    expect(event).toEqual({ ...rest, at: new Date(timestamp) })
    expect(told(event)).toBe('user-1 by platform')
    expect(told(await read({ ...banned, type: 'weather.changed', data: {} }))).toBe('ignored: weather.changed')
    const known: PlatformEventType = 'verification.verified'
    // @ts-expect-error a mistake in writing is none that comes later
    const mistaken: PlatformEventType = 'verification.verifed'
    expect([known, mistaken]).toHaveLength(2)
  })

  it('that others have signed is judged as by the libraries of Standard Webhooks and of Svix', async () => {
    const text = JSON.stringify(banned)
    const theirs = { ...signed(), 'webhook-signature': new SvixWebhook(secret).sign(id, now, text) }
    expect(await verifyWebhook(secret, theirs, text, { now })).toMatchObject({ type: 'account.banned' })
    expect(theirs).toEqual(signed(secret, now, text))
  })
})

describe('a delivery that is not', () => {
  const refused = async (headers: Record<string, string | undefined>, text = body, by: string | string[] = secret) => {
    const failed = await verifyWebhook(by, headers, text, { now }).catch((error) => error)
    expect(failed).toBeInstanceOf(WebhookInvalid)
    expect(failed.message).not.toContain('whsec_')
  }

  it('was changed on its way: body, id or time', async () => {
    await refused(signed(), body.replace('knock', 'shock'))
    await refused({ ...signed(), 'webhook-id': 'b'.repeat(32) })
    await refused({ ...signed(), 'webhook-timestamp': String(now.getTime() / 1000 + 1) })
  })

  it('is signed by somebody else, in another way or not at all', async () => {
    await refused(signed(secretOf(9)))
    await refused({ ...signed(), 'webhook-signature': signed()['webhook-signature'].replace('v1,', 'v2,') })
    await refused({ ...signed(), 'webhook-signature': 'v1,%%%' })
    await refused(signed(), body, [])
  })

  it('lacks a header, or has it twice', async () => {
    for (const name of Object.keys(signed())) await refused({ ...signed(), [name]: undefined })
    const twice = { ...signed(), 'webhook-id': [id, id] }
    await expect(verifyWebhook(secret, twice, body, { now })).rejects.toBeInstanceOf(WebhookInvalid)
  })

  it('is too old or too new, or does not say', async () => {
    for (const seconds of [-301, 301]) await refused(signed(secret, new Date(now.getTime() + seconds * 1000)))
    await refused({ ...signed(), 'webhook-timestamp': 'now' })
    const later = { now: new Date(now.getTime() + 60_000), toleranceSeconds: 30 }
    await expect(verifyWebhook(secret, signed(), body, later)).rejects.toBeInstanceOf(WebhookInvalid)
  })
})

describe('a receiver that is built wrongly', () => {
  it('is told so: the body was parsed already, or the secret is none', async () => {
    await expect(verifyWebhook(secret, signed(), JSON.parse(body), { now })).rejects.toThrow(/as it came/)
    for (const none of ['', 'whsec_', 'whsec_%%%', 'whpk_', `whpk_${btoa('short')}`])
      await expect(verifyWebhook(none, signed(), body, { now })).rejects.toThrow(TypeError)
  })
})

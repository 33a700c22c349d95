import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { verifyWebhook, WebhookInvalid } from '../../../../clients/typescript/src/index.ts'

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
    for (const none of ['', 'whsec_', 'whsec_%%%'])
      await expect(verifyWebhook(none, signed(), body, { now })).rejects.toThrow(TypeError)
  })
})

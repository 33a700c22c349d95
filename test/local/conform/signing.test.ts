import { Webhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { describe, expect, it } from 'vitest'
import { verifyWebhook } from '../../../clients/typescript/src/index.ts'
import { newSecret, publicKeyOf, signatureBy } from '../../../local/conform/stage/signing.ts'

const [one, other] = [newSecret(), newSecret()]
const body = '{"type":"account.banned","timestamp":"2026-11-30T00:00:00.000Z"}'
const delivery = (secrets: readonly string[], at = Date.now()) => ({
  'webhook-id': 'a'.repeat(32),
  'webhook-timestamp': String(Math.floor(at / 1000)),
  'webhook-signature': signatureBy(secrets, { id: 'a'.repeat(32), at, body }),
})

describe('M10 deliveries of the runner', () => {
  it('are signed as others check it: the libraries of Standard Webhooks and of Svix', () => {
    for (const secrets of [[one], [one, other], [other, one]])
      for (const library of [new Webhook(one), new SvixWebhook(one)])
        expect(() => library.verify(body, delivery(secrets))).not.toThrow()
    for (const library of [new Webhook(one), new SvixWebhook(one)])
      expect(() => library.verify(body, delivery([other]))).toThrow()
  })

  it('are signed by the key pair of each secret too', async () => {
    for (const secret of [one, other])
      expect(await verifyWebhook(publicKeyOf(secret), delivery([one, other]), body)).toMatchObject({
        type: 'account.banned',
      })
    await expect(verifyWebhook(publicKeyOf(other), delivery([one]), body)).rejects.toThrow('no signature fits')
  })

  it('come from the same key pair in every run, and from another for every secret', () => {
    expect(publicKeyOf(one)).toBe(publicKeyOf(one))
    expect(publicKeyOf(one)).not.toBe(publicKeyOf(other))
    expect(publicKeyOf(one)).toMatch(/^whpk_[A-Za-z0-9+/]{43}=$/)
  })
})

import { X509Certificate } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { Rsa } from 'wechatpay-axios-plugin'
import type { WechatPayConfig } from '../../../functions/vendors/wechat-pay/merchant.ts'
import { wechatPay } from '../../../functions/vendors/wechat-pay/wechat-pay.ts'
import { calls } from './cases.ts'
import { certificate } from './certificate.ts'
import {
  answer,
  type Channel,
  config,
  envelope,
  KEY_ID,
  NOW,
  OLD_SERIAL,
  paidFact,
  paidOrder,
  pem,
  platform,
  signed,
  startChannel,
} from './channel.ts'

const YEAR = 365 * 24 * 3_600_000

const keysOf = (id: string) => {
  const keys = platform[id]
  if (!keys) throw new Error(`no platform key ${id}`)
  return keys
}

const ofYears = (from: number, until: number): string =>
  certificate(keysOf(OLD_SERIAL), OLD_SERIAL, NOW + from * YEAR, NOW + until * YEAR)

const current = ofYears(-1, 4)
/** WeChat Pay's certificates last five years; what one has signed stays true. */
const expired = ofYears(-6, -1)
const publicKey = pem(keysOf(KEY_ID).publicKey)

type Ring = Pick<WechatPayConfig, 'platformKeys' | 'platformKeyId'>

const before: Ring = { platformKeys: { [OLD_SERIAL]: current }, platformKeyId: OLD_SERIAL }
const rollover: { name: string; ring: Ring }[] = [
  {
    name: 'both, the certificate asked for',
    ring: { platformKeys: { [OLD_SERIAL]: current, [KEY_ID]: publicKey }, platformKeyId: OLD_SERIAL },
  },
  {
    name: 'both, the public key asked for',
    ring: { platformKeys: { [OLD_SERIAL]: current, [KEY_ID]: publicKey }, platformKeyId: KEY_ID },
  },
  {
    name: 'both, the certificate long expired',
    ring: { platformKeys: { [OLD_SERIAL]: expired, [KEY_ID]: publicKey }, platformKeyId: KEY_ID },
  },
]
const after: Ring = { platformKeys: { [KEY_ID]: publicKey }, platformKeyId: KEY_ID }

const channels: Channel[] = []
const channelOf = async (ring: Ring): Promise<Channel> => {
  const channel = await startChannel(5000, ring)
  channels.push(channel)
  return channel
}
afterAll(() => {
  for (const channel of channels) channel.stop()
})

const body = envelope('TRANSACTION.SUCCESS', paidOrder)
const notified = ({ provider }: Channel, serial: string) =>
  provider.readNotification(signed(body, NOW, serial), Buffer.from(body), NOW)

const queried = (channel: Channel, serial: string) => {
  channel.reacts(answer(calls.refund.good, NOW, serial))
  return calls.refund.call(channel)
}

const forged = { kind: 'refused', code: 'signature_invalid' }

describe('the certificates of these tests', () => {
  it.each([current, expired])('are certificates, of that key and serial', (text) => {
    const read = new X509Certificate(text)
    expect(read.serialNumber).toBe(OLD_SERIAL)
    expect(read.verify(keysOf(OLD_SERIAL).publicKey)).toBe(true)
    expect(read.validTo === new X509Certificate(current).validTo).toBe(text === current)
    const signature = Rsa.sign('signed by its owner', keysOf(OLD_SERIAL).privateKey)
    expect(Rsa.verify('signed by its owner', signature, Rsa.from(text, 'public'))).toBe(true)
  })
})

describe('an account moving from platform certificate to public key', () => {
  it('before: the certificate alone', async () => {
    const channel = await channelOf(before)
    expect(await queried(channel, OLD_SERIAL)).toEqual(calls.refund.outcome)
    expect(channel.received[0]?.headers['wechatpay-serial']).toBe(OLD_SERIAL)
    expect(notified(channel, OLD_SERIAL)).toEqual({ kind: 'payment', fact: paidFact })
    expect(notified(channel, KEY_ID)).toEqual(forged)
  })

  it.each(rollover)('in between: $name; answers and notifications under either are taken', async ({ ring }) => {
    const channel = await channelOf(ring)
    for (const serial of [OLD_SERIAL, KEY_ID]) {
      expect(await queried(channel, serial)).toEqual(calls.refund.outcome)
      expect(notified(channel, serial)).toEqual({ kind: 'payment', fact: paidFact })
    }
    const asked = channel.received.map(({ headers }) => headers['wechatpay-serial'])
    expect(asked).toEqual([ring.platformKeyId, ring.platformKeyId])
  })

  it('after: the certificate is a probe', async () => {
    const channel = await channelOf(after)
    expect(await queried(channel, OLD_SERIAL)).toEqual({ kind: 'unavailable', code: 'signature_serial_unknown' })
    expect(notified(channel, OLD_SERIAL)).toEqual(forged)
    expect(await queried(channel, KEY_ID)).toEqual(calls.refund.outcome)
    expect(channel.received[0]?.headers['wechatpay-serial']).toBe(KEY_ID)
  })

  it('a signature of one key under the name of the other is forged', async () => {
    const channel = await channelOf({ ...after, platformKeys: { ...before.platformKeys, ...after.platformKeys } })
    const swapped = { ...signed(body, NOW, KEY_ID), 'wechatpay-serial': OLD_SERIAL }
    expect(channel.provider.readNotification(swapped, Buffer.from(body), NOW)).toEqual(forged)
  })
})

describe('a ring that cannot work is refused when it is made', () => {
  const deps = {
    outgoing: async () => ({ kind: 'not_sent', reason: '' }) as const,
    clock: { now: () => NOW },
    nonce: () => '',
  }

  it.each<{ name: string; ring: Ring }>([
    { name: 'a certificate cut short', ring: { ...before, platformKeys: { [OLD_SERIAL]: current.slice(0, 400) } } },
    { name: 'another one asked for', ring: { ...before, platformKeyId: KEY_ID } },
    { name: 'an empty one', ring: { platformKeys: {}, platformKeyId: KEY_ID } },
  ])('$name', ({ ring }) => {
    expect(() => wechatPay({ ...config, ...ring }, deps)).toThrow()
  })
})

import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountParts } from '../../../functions/vendors/wechat-pay/account.ts'
import { wechatPayBillsFrom } from '../../../functions/vendors/wechat-pay/bills/bill-source.ts'
import { wechatPayComplaintDeskFrom } from '../../../functions/vendors/wechat-pay/complaints/complaint-desk.ts'
import { wechatPayFrom } from '../../../functions/vendors/wechat-pay/wechat-pay.ts'
import { sha1, tradeBill, trades } from './bills.ts'
import { calls } from './cases.ts'
import { answer, type Channel, config, merchantKeys, NOW, pem, startChannel } from './channel.ts'

let channel: Channel
beforeAll(async () => {
  channel = await startChannel()
})
afterAll(() => channel.stop())

const parts = (): AccountParts => ({
  baseUrl: channel.baseUrl,
  limits: { connectMs: 5000, totalMs: 5000 },
  clock: { now: () => NOW },
  ids: { id: () => '', secret: (bytes) => randomBytes(bytes).toString('base64url'), below: () => 0 },
})

const { baseUrl: _, ...account } = config
const secret = { ...account, merchantPrivateKey: pem(merchantKeys.privateKey) }

/** As it looks when a PEM went through one JSON.stringify too many. */
const oneLine = (text: string): string => text.replaceAll('\n', '\\n')

const made = () => ({
  provider: wechatPayFrom(parts())(secret),
  desk: wechatPayComplaintDeskFrom(parts())(secret),
  bills: wechatPayBillsFrom(parts())(secret),
})

describe('made from the merchant’s secret', () => {
  it.each([calls.refund, calls.complaint])('answers $outcome.kind', async ({ call, good, outcome }) => {
    channel.received.splice(0)
    channel.reacts(answer(good))
    expect(await call(made())).toEqual(outcome)
    expect(channel.received[0]?.headers.authorization).toMatch(/nonce_str="[0-9a-f]{32}"/)
  })

  it('reads a bill far larger than any other answer', async () => {
    const many = Array.from({ length: 1500 }, () => trades).flat()
    const file = tradeBill(many)
    channel.reacts(answer({ hash_type: 'SHA1', hash_value: sha1(file), download_url: channel.fileAddress }))
    channel.serves(file)
    const got = await made().bills.tradeBill('20261119')
    expect(got).toMatchObject({ kind: 'bill', bill: { totals: { paidFen: 1_500_000 }, file: { bytes: file.length } } })
    expect(file.length).toBeGreaterThan(512 * 1024)
  })

  it.each<[string, object, object]>([
    [
      'a private key on one line',
      { merchantPrivateKey: oneLine(secret.merchantPrivateKey) },
      { field: 'merchantPrivateKey' },
    ],
    ['a platform key that is none', { platformKeys: { [secret.platformKeyId]: 'no key' } }, { field: 'platformKeys' }],
    ['a sealing key too short', { apiV3Key: 'short' }, { field: 'apiV3Key', wanted: '32 bytes' }],
    ['a platform key id of none', { platformKeyId: 'another' }, { field: 'platformKeyId' }],
  ])('names the field that holds %s', (_, wrong, what) => {
    const make = () => wechatPayFrom(parts())({ ...secret, ...wrong })
    expect(make).toThrow(expect.objectContaining({ about: expect.objectContaining({ vendor: 'wechat_pay', ...what }) }))
    expect(make).not.toThrow(/BEGIN|MII/)
  })

  it.each([wechatPayFrom, wechatPayComplaintDeskFrom, wechatPayBillsFrom])('%o refuses another form', (from) => {
    expect(() => from(parts())({ ...secret, platformKeyId: undefined })).toThrow()
    expect(() => from(parts())('text')).toThrow()
  })
})

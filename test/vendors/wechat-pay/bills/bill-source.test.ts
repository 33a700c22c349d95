import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Formatter, Rsa } from 'wechatpay-axios-plugin'
import { wechatPayBills } from '../../../../functions/vendors/wechat-pay/bills/bill-source.ts'
import { fundBill, sha1, tradeBill, trades } from '../bills.ts'
import { answer, type Channel, config, merchantKeys, NOW, refusal, signed, startChannel } from '../channel.ts'

let channel: Channel
beforeAll(async () => {
  channel = await startChannel()
})
beforeEach(() => channel.received.splice(0))
afterAll(() => channel.stop())

const DAY = '20261119'
const bytes = tradeBill(trades)

/** A signed answer that tells the address and hash of a file, and the file there. */
const offers = (file: Buffer, change: object = {}) => {
  channel.reacts(answer({ hash_type: 'SHA1', hash_value: sha1(file), download_url: channel.fileAddress, ...change }))
  channel.serves(file)
}

describe('a bill', () => {
  it('of trades, with the evidence of what was read', async () => {
    offers(bytes)
    expect(await channel.bills.tradeBill(DAY)).toEqual({
      kind: 'bill',
      bill: {
        channel: 'wechat_pay',
        day: DAY,
        rows: [expect.objectContaining({ kind: 'payment' }), expect.objectContaining({ kind: 'refund' })],
        setAside: [],
        totals: { paidFen: 1000, refundedFen: 900, feeFen: 1 },
        file: {
          name: 'wechat-pay-trade-20261119.csv',
          sha256: createHash('sha256').update(bytes).digest('hex'),
          bytes: bytes.length,
        },
      },
    })
  })

  it('of the account', async () => {
    offers(fundBill([{ name: '充值/提现', type: '提现', income: false, fen: 5000 }]))
    const settlement = { day: DAY, settledFen: 5000, feeFen: 0, netFen: 0, setAside: [] }
    expect(await channel.bills.settlement(DAY, [])).toEqual({ kind: 'settlement', settlement })
  })

  it('is fetched by one signed request each, over path and query as they stand', async () => {
    offers(bytes)
    await channel.bills.tradeBill(DAY)
    expect(channel.received.map(({ target }) => target)).toEqual([
      '/sandbox/wechat-pay/v3/bill/tradebill?bill_date=2026-11-19&bill_type=ALL',
      '/sandbox/wechat-pay/v3/billdownload/file?token=p4lp%2BSuKzz&type=ALL',
    ])
    for (const { method, target, headers, body } of channel.received) {
      const pairs = Object.fromEntries(
        [...(headers.authorization ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      )
      const message = Formatter.request(method, target, pairs.timestamp, pairs.nonce_str, body)
      expect(Rsa.verify(message, pairs.signature, merchantKeys.publicKey)).toBe(true)
    }
  })

  it('may tell its hash in capitals', async () => {
    offers(bytes, { hash_value: sha1(bytes).toUpperCase() })
    expect(await channel.bills.tradeBill(DAY)).toMatchObject({ kind: 'bill' })
  })
})

describe('no bill', () => {
  const both = [
    { name: 'trades', ask: () => channel.bills.tradeBill(DAY) },
    { name: 'account', ask: () => channel.bills.settlement(DAY, []) },
  ]

  it.each(both)('$name: none that day, or none yet', async ({ ask }) => {
    channel.reacts(refusal(400, 'NO_STATEMENT_EXIST'))
    expect(await ask()).toMatchObject({ kind: 'absent' })
    channel.reacts(refusal(400, 'STATEMENT_CREATING'))
    expect(await ask()).toMatchObject({ kind: 'not_ready' })
    expect(channel.received).toHaveLength(2)
  })

  it.each(both)('$name: the file is lost on its way', async ({ ask }) => {
    offers(bytes)
    channel.serves('break')
    expect(await ask()).toMatchObject({ kind: 'unavailable', code: 'ECONNRESET' })
    channel.serves(refusal(400, 'INVALID_REQUEST'))
    expect(await ask()).toEqual({ kind: 'unavailable', code: 'INVALID_REQUEST' })
    // Of a file, these would say nothing about the day.
    channel.serves(refusal(400, 'NO_STATEMENT_EXIST'))
    expect(await ask()).toEqual({ kind: 'unavailable', code: 'NO_STATEMENT_EXIST' })
    channel.serves(refusal(403, 'NO_AUTH'))
    expect(await ask()).toEqual({ kind: 'unavailable', code: 'NO_AUTH', needsRepair: true })
  })

  it.each(both)('$name: another file than was told', async ({ ask }) => {
    offers(bytes, { hash_value: sha1(Buffer.from('another')) })
    expect(await ask()).toEqual({ kind: 'damaged', reason: 'hash' })
  })

  it.each([
    { hash_type: 'MD5' },
    { hash_value: '' },
    { hash_value: `${'0'.repeat(40)}0` },
    { download_url: undefined },
  ])('an answer with %j is not believed', async (change) => {
    offers(bytes, change)
    expect(await channel.bills.tradeBill(DAY)).toEqual({ kind: 'unavailable', code: 'answer_invalid' })
    expect(channel.received).toHaveLength(1)
  })

  it.each(['http://203.0.113.7/file', 'ftp://127.0.0.1/file', 'file:///etc/hosts', '', 'not an address'])(
    'our signature is not taken to %j',
    async (download_url) => {
      offers(bytes, { download_url })
      expect(await channel.bills.tradeBill(DAY)).toEqual({ kind: 'unavailable', code: 'download_address_refused' })
      expect(channel.received).toHaveLength(1)
    },
  )
})

describe('a file is unsigned, so its hash decides', () => {
  it('any single bit changed anywhere is damage', async () => {
    let file = bytes
    const ticket = JSON.stringify({
      hash_type: 'SHA1',
      hash_value: sha1(bytes),
      download_url: 'https://files.example/1',
    })
    const headers = signed(ticket)
    const { tradeBill: ask } = wechatPayBills(config, {
      outgoing: async ({ url }) => ({
        kind: 'answered',
        status: 200,
        headers: url.startsWith('https://files.example/') ? {} : headers,
        body: url.startsWith('https://files.example/') ? file : Buffer.from(ticket),
      }),
      clock: { now: () => NOW },
      nonce: () => Formatter.nonce(),
    })
    expect(await ask(DAY)).toMatchObject({ kind: 'bill' })
    for (let at = 0; at < bytes.length; at += 3) {
      file = Buffer.from(bytes)
      file.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at)
      expect(await ask(DAY)).toEqual({ kind: 'damaged', reason: 'hash' })
    }
    for (const cut of [
      bytes.subarray(1),
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.from('\n')]),
      Buffer.of(),
    ]) {
      file = cut
      expect(await ask(DAY)).toEqual({ kind: 'damaged', reason: 'hash' })
    }
  })
})

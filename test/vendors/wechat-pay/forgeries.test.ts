import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Formatter } from 'wechatpay-axios-plugin'
import { acknowledgement } from '../../../functions/vendors/wechat-pay/notification.ts'
import { wechatPay } from '../../../functions/vendors/wechat-pay/wechat-pay.ts'
import { codeUnit } from '../code-unit.ts'
import { flips } from '../flips.ts'
import { complaint } from './cases.ts'
import { config, envelope, KEY_ID, NOW, OLD_SERIAL, paidOrder, type Resource, signed } from './channel.ts'

const { readNotification } = wechatPay(config, {
  outgoing: async () => ({ kind: 'not_sent', reason: 'unused' }),
  clock: { now: () => NOW },
  nonce: () => Formatter.nonce(),
})

const read = (body: string, headers: Record<string, string | undefined> = signed(body), now = NOW) =>
  readNotification(headers, Buffer.from(body), now)

const forged = { kind: 'refused', code: 'signature_invalid' }
const invalid = { kind: 'refused', code: 'notification_invalid' }

const complained = { complaint_id: complaint.complaint_id, action_type: 'CREATE_COMPLAINT' }

type Seal = (change?: (resource: Resource) => object) => string

const kinds: { kind: string; sealed: Seal; bare: unknown }[] = [
  { kind: 'payment', sealed: (change) => envelope('TRANSACTION.SUCCESS', paidOrder, change), bare: paidOrder },
  {
    kind: 'complaint',
    sealed: (change) => envelope('COMPLAINT.CREATE', complained, change, 'complaint'),
    bare: complained,
  },
]

describe.each(kinds)('P16 forgeries of a $kind: none is accepted, none throws', ({ kind, sealed, bare }) => {
  const body = sealed()
  const headers = signed(body)

  it('is accepted as it is', () => {
    expect(read(body, headers)).toMatchObject({ kind })
  })

  it('every bit of every signed header', () => {
    let mutants = 0
    for (const [name, value] of Object.entries(headers)) {
      for (const changed of flips(Buffer.from(value, 'latin1'))) {
        expect(read(body, { ...headers, [name]: changed.toString('latin1') })).toEqual(forged)
        mutants++
      }
    }
    expect(mutants).toBeGreaterThan(3000)
  })

  it('every byte of the body, one bit of each', () => {
    let mutants = 0
    for (const changed of flips(Buffer.from(body), 1)) {
      expect(readNotification(headers, changed, NOW)).toEqual(forged)
      mutants++
    }
    expect(mutants).toBe(Buffer.byteLength(body))
  })

  it('every byte of what is sealed, even when the envelope is signed again', () => {
    const seen = { opened: 0, refused: 0 }
    for (const member of ['ciphertext', 'nonce', 'associated_data'] as const) {
      for (const at of Array.from({ length: 40 }, (_, step) => step / 40)) {
        let neutral = false
        const changed = sealed((resource) => {
          const text = Buffer.from(resource[member], 'latin1')
          const byte = Math.floor(at * text.length)
          text.writeUInt8(text.readUInt8(byte) ^ 1, byte)
          const altered = { ...resource, [member]: text.toString('latin1') }
          neutral = member === 'ciphertext' && bytes(altered).equals(bytes(resource))
          return altered
        })
        // Base64 leaves bits of the last character unused; a flip there changes no byte, so it is no forgery.
        expect(read(changed)).toMatchObject(neutral ? { kind } : invalid)
        seen[neutral ? 'opened' : 'refused']++
      }
    }
    expect(seen.refused).toBeGreaterThanOrEqual(115)
  })

  it('missing headers, swapped serials, other spellings of the signature', () => {
    for (const name of Object.keys(headers)) {
      for (const value of [undefined, '', ' ', '\n', '0', 'null', '9'.repeat(10_000)]) {
        expect(read(body, { ...headers, [name]: value })).toEqual(forged)
      }
    }
    const signature = headers['wechatpay-signature'] ?? ''
    const spellings = [` ${signature}`, `${signature}\n`, signature.replace(/=+$/, ''), `${signature}AAAA`, 'ü€']
    for (const spelling of spellings) {
      expect(read(body, { ...headers, 'wechatpay-signature': spelling })).toEqual(forged)
    }
    for (const serial of [OLD_SERIAL, KEY_ID.toLowerCase(), '__proto__', 'constructor', config.merchantSerial]) {
      expect(read(body, { ...headers, 'wechatpay-serial': serial })).toEqual(forged)
    }
  })

  it('a signature probe of WeChat Pay', () => {
    const probe = `WECHATPAY/SIGNTEST/${(headers['wechatpay-signature'] ?? '').slice(19)}`
    expect(read(body, { ...headers, 'wechatpay-signature': probe })).toEqual(forged)
    expect(acknowledgement('signature_invalid').status).toBe(401)
  })

  it('a replay after five minutes, and one from five minutes ahead', () => {
    const fiveMinutes = 5 * 60_000
    for (const skew of [fiveMinutes, 24 * 3_600_000, Number.MAX_SAFE_INTEGER]) {
      expect(read(body, headers, NOW + skew)).toEqual(forged)
      expect(read(body, headers, NOW - skew)).toEqual(forged)
    }
    expect(read(body, headers, NOW + fiveMinutes - 1)).toMatchObject({ kind })
  })

  it('a line feed in the nonce cannot move where the body starts', () => {
    const long = signed(`first\n${body}`)
    expect(read(body, { ...long, 'wechatpay-nonce': `${long['wechatpay-nonce']}\nfirst` })).toEqual(forged)
  })

  it('an answer to one of our calls, replayed as a notification', () => {
    expect(read(JSON.stringify(bare))).toEqual(invalid)
  })

  it('the headers of one notification with the body of another', () => {
    for (const other of [sealed(), ...kinds.map((one) => one.sealed())]) {
      expect(read(other, headers)).toEqual(forged)
    }
  })

  it('what is sealed for one event, under the name of another', () => {
    const names = ['TRANSACTION.SUCCESS', 'REFUND.SUCCESS', 'REFUND.ABNORMAL', 'REFUND.CLOSED', 'COMPLAINT.CREATE']
    const own = kind === 'payment' ? 'TRANSACTION.SUCCESS' : 'COMPLAINT.CREATE'
    for (const name of names.filter((one) => one !== own)) {
      expect(read(body.replace(own, name))).toEqual(invalid)
    }
  })

  it('random headers and bytes', () => {
    const value = fc.option(fc.oneof(fc.string({ unit: codeUnit }), fc.constantFrom(...Object.values(headers))), {
      nil: undefined,
    })
    const random = fc.record(Object.fromEntries(Object.keys(headers).map((name) => [name, value])))
    fc.assert(
      fc.property(random, fc.uint8Array({ maxLength: 100 }), (some, garbage) => {
        expect(readNotification(some, Buffer.from(garbage), NOW)).toEqual(forged)
      }),
      { numRuns: 200 },
    )
  })
})

function bytes(resource: { ciphertext: string }): Buffer {
  return Buffer.from(resource.ciphertext, 'base64')
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeUnit } from '../code-unit.ts'
import { flips } from '../flips.ts'
import { paidFact, paidNotice, partRefundNotice } from './cases.ts'
import {
  alipayKeys,
  appKeys,
  atApp,
  contentOf,
  direct,
  form,
  memberOf,
  NOW,
  type Parameters,
  pair,
  signature,
  signedNotice,
} from './gateway.ts'

const { readNotification } = direct().provider
const read = (body: string | Buffer, headers = {}) => readNotification(headers, Buffer.from(body), NOW)

const forged = { kind: 'refused', code: 'signature_invalid' }
const paid = { kind: 'payment', fact: paidFact }

const notice = signedNotice(paidNotice)
const body = form(notice)

/** How each of them was read that was not refused as forged; a throw fails the test. */
const taken = (mutants: Iterable<string | Buffer>): { of: number; notRefused: unknown[] } => {
  const notRefused: unknown[] = []
  let of = 0
  for (const mutant of mutants) {
    of++
    const notice = read(mutant)
    if (notice.kind !== 'refused' || notice.code !== 'signature_invalid')
      notRefused.push({ mutant: String(mutant), notice })
  }
  return { of, notRefused }
}

/** A form whose values are any bytes. */
const bytesForm = (params: Record<string, Buffer>): string =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${value.toString('hex').replace(/../g, (hex) => `%${hex}`)}`)
    .join('&')

const asBytes = (params: Parameters): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Buffer.from(value)]))

describe('P16 forgeries: none is accepted, none throws', () => {
  it('is accepted as it came', () => {
    expect(read(body)).toEqual(paid)
  })

  it('every byte of every value, half the bits of each', () => {
    const bytes = asBytes(notice)
    const mutants = Object.entries(bytes).flatMap(([name, value]) =>
      [...flips(value, name === 'sign' ? 1 : 4)].map((changed) => bytesForm({ ...bytes, [name]: changed })),
    )
    expect(taken(mutants).notRefused).toEqual([])
    expect(mutants.length).toBeGreaterThan(1500)
  })

  it('every byte of the body, one bit of each, unless it only spells the same differently', () => {
    const mutants = [...flips(body, 1)]
    // The first bit turns no letter of a hex number into its other case.
    expect(mutants.filter((changed) => sameParameters(changed.toString('latin1'), body.toString('latin1')))).toEqual([])
    expect(taken(mutants)).toEqual({ of: body.length, notRefused: [] })
    const lower = Buffer.from(body.toString().replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()))
    expect(sameParameters(lower.toString(), body.toString())).toBe(true)
    expect(read(lower)).toEqual(paid)
  })

  it('every parameter left out, emptied, doubled, renamed, swapped with another', () => {
    const mutants = Object.keys(notice).flatMap((name) => {
      const { [name]: value = '', ...rest } = notice
      const others = Object.entries(rest).filter(([, other]) => other !== value)
      return [
        form(rest),
        form({ ...rest, [name]: '' }),
        Buffer.concat([body, Buffer.from(`&${name}=`)]),
        Buffer.concat([body, Buffer.from(`&${new URLSearchParams({ [name]: value })}`)]),
        Buffer.concat([Buffer.from(`${name}=1&`), body]),
        form({ ...rest, [`${name}_`]: value }),
        form({ ...rest, [name.toUpperCase()]: value }),
        form({ ...rest, [name]: ` ${value}` }),
        form({ ...rest, [name]: `${value} ` }),
        form({ ...rest, [name]: `${value}\u0000` }),
        ...others.map(([other, wrong]) => form({ ...rest, [name]: wrong, [other]: value })),
      ]
    })
    expect(taken(mutants).notRefused).toEqual([])
    expect(mutants.length).toBeGreaterThan(600)
  })

  it('every parameter added that a signed one could have', () => {
    for (const name of ['gmt_refund', 'refund_fee', 'passback_params', 'body', 'alipay_cert_sn', '__proto__', 'a']) {
      expect(read(form({ ...notice, ...Object.fromEntries([[name, 'x']]) }))).toEqual(forged)
      expect(read(`${body}&${name}=x`)).toEqual(forged)
    }
  })

  it('another encoding of the text', () => {
    const raw = Object.entries(notice)
      .map(([name, value]) => `${name}=${value}`)
      .join('&')
    const twice = Object.fromEntries(Object.entries(notice).map(([name, value]) => [name, encodeURIComponent(value)]))
    const subject = { ...asBytes(notice), subject: Buffer.from('cab5c3fbc8cfd6a4', 'hex') }
    const bodies = [
      Buffer.from(raw, 'utf16le'),
      Buffer.from(`\ufeff${body}`),
      Buffer.from(raw.replace(/[^\x20-\x7e]/g, '?')),
      form(twice),
      Buffer.from(bytesForm(subject)),
      Buffer.from(JSON.stringify(notice)),
      Buffer.from(body.toString('base64')),
      Buffer.from(body.toString().replaceAll('&', ';')),
      Buffer.from(body.toString().replaceAll('&', '&&')),
      Buffer.from(body.toString().replaceAll('%', '%25')),
      Buffer.from(body.toString().replace('%25', '%')),
      Buffer.from(body.toString().replace('%', '%u00')),
      Buffer.from(`?${body}`),
      Buffer.from(`${body}&`),
      Buffer.from(`${body}\n`),
    ]
    for (const mutant of bodies) expect(read(mutant)).toEqual(forged)
  })

  it('a refund whose marks are hidden inside the values before them', () => {
    // All of these have the very text under the signature that Alipay signed.
    const refund = signedNotice(partRefundNotice)
    const hide = (params: Parameters, into: string, hidden: string): Parameters => {
      const { [hidden]: value, ...rest } = params
      return { ...rest, [into]: `${rest[into]}&${hidden}=${value}` }
    }
    const merged = hide(hide(refund, 'gmt_payment', 'gmt_refund'), 'notify_type', 'out_biz_no')
    const shorter = hide(refund, 'notify_type', 'out_biz_no')
    for (const params of [merged, shorter, hide(refund, 'gmt_payment', 'gmt_refund')]) {
      expect(contentOf(params)).toBe(contentOf(refund))
      expect(atApp().checkNotifySignV2(params)).toBe(true)
      expect(read(form(params))).toEqual(forged)
    }
    const [name, value] = ['app_id', `${notice.app_id}&auth_app_id=${notice.auth_app_id}`]
    const { auth_app_id: _, ...rest } = notice
    expect(read(form({ ...rest, [name]: value }))).toEqual(forged)
  })

  it('a signature by anybody else, with another algorithm, or in another spelling', () => {
    const text = contentOf(paidNotice)
    const sign = signature(text)
    const signs = [
      signature(text, appKeys.privateKey),
      signature(text, pair().privateKey),
      signature(text, alipayKeys.privateKey, 'RSA-SHA1'),
      signature(text, alipayKeys.privateKey, 'RSA-SHA512'),
      signature(`${text}&`),
      signature(`${text}&sign_type=RSA`),
      'forged',
      '',
      ' ',
      'ü€',
      sign.replace(/=+$/, ''),
      `${sign}\n`,
      ` ${sign}`,
      `${sign}AAAA`,
      sign.replaceAll('+', '-').replaceAll('/', '_'),
      Buffer.from(sign, 'base64').toString('hex'),
      '9'.repeat(10_000),
    ].filter((one) => one !== sign)
    for (const one of signs) expect(read(form({ ...notice, sign: one }))).toEqual(forged)
  })

  it('a weaker type of signature, proposed by the sender', () => {
    const text = contentOf(paidNotice)
    const weak = signature(text, alipayKeys.privateKey, 'RSA-SHA1')
    const params = { ...notice, sign: weak, sign_type: 'RSA' }
    // The oracle lets the sender choose.
    expect(atApp().checkNotifySignV2(params)).toBe(true)
    expect(read(form(params))).toEqual(forged)
    for (const sign_type of ['RSA', 'rsa2', 'RSA2 ', 'NONE', 'MD5', 'constructor']) {
      expect(read(form({ ...notice, sign_type }))).toEqual(forged)
    }
  })

  it('a signed answer to one of our calls, replayed as a notification', () => {
    const text = '{"code":"10000","trade_status":"TRADE_SUCCESS"}'
    expect(read(`{"${memberOf('alipay.trade.query')}":${text},"sign":"${signature(text)}"}`)).toEqual(forged)
    expect(read(form({ sign: signature(text), sign_type: 'RSA2', [memberOf('alipay.trade.query')]: text }))).toEqual(
      forged,
    )
  })

  it('random bytes, and random parameters under a true signature', () => {
    const value = fc.oneof(fc.string({ unit: codeUnit }), fc.constantFrom(...Object.values(notice)))
    const params = fc.record(
      Object.fromEntries(Object.keys(paidNotice).map((name) => [name, fc.option(value, { nil: '' })])),
    )
    fc.assert(
      fc.property(params, fc.uint8Array({ maxLength: 200 }), (some, garbage) => {
        const bodies = [
          form({ ...some, sign: notice.sign ?? '', sign_type: 'RSA2' }),
          Buffer.from(garbage),
          ...(saysSomething(garbage) ? [Buffer.concat([body, Buffer.from('&'), garbage])] : []),
        ]
        expect(taken(bodies).notRefused).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

/** Whether a form has a parameter that is not empty; Alipay leaves empty ones out of what it signs, so they change nothing. */
function saysSomething(garbage: Uint8Array): boolean {
  return [...new URLSearchParams(Buffer.from(garbage).toString('latin1')).values()].some((value) => value !== '')
}

/** Whether two forms say the same, as a plain reader would decode them. */
function sameParameters(one: string, other: string): boolean {
  const decode = (text: string) => JSON.stringify([...new URLSearchParams(text)])
  return decode(one) === decode(other)
}

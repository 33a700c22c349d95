import { generateKeyPairSync } from 'node:crypto'
import { AlipaySdk } from 'alipay-sdk'
import { describe, expect, it } from 'vitest'
import { alipay } from '../../../functions/vendors/alipay/alipay.ts'
import { keysOf, rootSerial } from '../../../functions/vendors/alipay/certificates.ts'
import type { AlipayConfig } from '../../../functions/vendors/alipay/merchant.ts'
import type { Reply } from '../../../shared/http/outgoing.ts'
import { calls, paidFact, paidNotice, paidTrade } from './cases.ts'
import { certificate, type Name } from './certificate.ts'
import { alipayKeys, answerTo, appKeys, config, form, NOW, pair, pem, signedNotice } from './gateway.ts'

const authority = pair()
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const newAlipayKeys = pair()

const CLASS_2: Name = [
  ['C', 'CN'],
  ['O', 'Ant Financial'],
  ['OU', 'Certification Authority'],
  ['CN', 'Ant Financial Certification Authority Class 2 R1'],
]
const ODD: Name = [
  ['C', 'CN'],
  ['O', 'iTrus, Co. "Ltd." + \\ 根'],
  ['CN', ' R; <1> #'],
]

const app = certificate(appKeys.publicKey, authority, { issuer: CLASS_2, serial: 'f0a1b2c3d4e5f60718293a4b5c6d7e8f' })
const current = certificate(alipayKeys.publicKey, authority, { issuer: CLASS_2, serial: '20260101' })
const next = certificate(newAlipayKeys.publicKey, authority, { issuer: CLASS_2, serial: '20270101' })
const issuing = certificate(authority.publicKey, authority, { issuer: CLASS_2, serial: '0102', authority: true })
const roots = [
  certificate(authority.publicKey, authority, {
    issuer: ODD,
    serial: '10c764e9d560384212d9c08fd10e373fdd0fb396',
    authority: true,
  }),
  certificate(curve.publicKey, curve, { issuer: CLASS_2, serial: '0b', authority: true }),
  certificate(authority.publicKey, authority, { issuer: CLASS_2, serial: '01', authority: true }),
]

const certified = {
  ...config,
  mode: 'certificate',
  appCertificate: app,
  alipayCertificate: current + issuing,
  alipayRootCertificate: roots.join('\n'),
} as AlipayConfig & { mode: 'certificate' }

const oracle = new AlipaySdk({
  appId: config.appId,
  privateKey: pem(appKeys.privateKey),
  keyType: 'PKCS8',
  appCertContent: app,
  alipayPublicCertContent: current + issuing,
  alipayRootCertContent: roots.join('\n'),
})

const [currentSerial = '', nextSerial = ''] = [current, next].map((one) => [...keysOf(one).keys()][0] ?? '')

/** A provider with certificates, what it sent, and what it gets back. */
const party = (change: Partial<AlipayConfig> = {}) => {
  const sent: URL[] = []
  let body = ''
  const outgoing = async ({ url }: { url: string }): Promise<Reply> => {
    sent.push(new URL(url))
    return { kind: 'answered', status: 200, headers: {}, body: Buffer.from(body) }
  }
  const account = { ...certified, ...change } as AlipayConfig
  return {
    sent,
    provider: alipay(account, { outgoing, clock: { now: () => NOW } }),
    answers: (next: string): void => {
      body = next
    },
  }
}

/** An answer that names the certificate it is signed under. */
const answer = (serial: string): string =>
  answerTo(calls.query.api, paidTrade).replace(/}$/, `,"alipay_cert_sn":"${serial}"}`)

const paid = { kind: 'paid', fact: paidFact }

describe('serials', () => {
  it('are what the oracle computes', () => {
    expect([...keysOf(app).keys()]).toEqual([oracle.config.appCertSn])
    expect(currentSerial).toBe(oracle.config.alipayCertSn)
    expect(rootSerial(roots.join('\n'))).toBe(oracle.config.alipayRootCertSn)
  })

  it('leave out whoever issued another of the file, also where it does not say that it may', () => {
    const silent = certificate(authority.publicKey, authority, { issuer: ODD, serial: '0102', subject: CLASS_2 })
    for (const file of [current + silent, silent + current + next])
      expect([...keysOf(file).keys()]).toContain(currentSerial)
    expect([...keysOf(current + silent).keys()]).toEqual([currentSerial])
    expect(keysOf(silent + current + next).size).toBe(2)
  })

  it('of roots leave out those not signed with RSA', () => {
    expect(rootSerial(roots.join('\n'))).toMatch(/^[0-9a-f]{32}_[0-9a-f]{32}$/)
    expect(rootSerial(roots[1] ?? '')).toBe('')
  })

  it('name our certificates in every request, under the signature', async () => {
    const { provider, sent } = party()
    await calls.query.call(provider)
    const params = Object.fromEntries(sent[0]?.searchParams ?? [])
    expect(params).toMatchObject({
      app_cert_sn: oracle.config.appCertSn,
      alipay_root_cert_sn: oracle.config.alipayRootCertSn,
    })
  })
})

describe('the certificate an answer names', () => {
  it('is the one it is verified with', async () => {
    const { provider, answers } = party()
    answers(answer(currentSerial))
    expect(await calls.query.call(provider)).toEqual(paid)
  })

  it('may be any of the file while Alipay moves to a new one', async () => {
    const { provider, answers } = party({ alipayCertificate: next + issuing + current })
    answers(answer(currentSerial))
    expect(await calls.query.call(provider)).toEqual(paid)
    answers(answer(nextSerial))
    expect(await calls.query.call(provider)).toEqual({ kind: 'unavailable', code: 'signature_wrong' })
  })

  it.each([
    { name: 'unknown', serial: nextSerial },
    { name: 'the authority', serial: [...serialsOf(issuing)].join() },
    { name: 'none', serial: '' },
    { name: 'an inherited member', serial: '__proto__' },
  ])('is refused when it is $name, and somebody must deploy a newer one', async ({ serial }) => {
    const { provider, answers } = party()
    answers(answer(serial))
    const refused = { kind: 'unavailable', code: 'signature_serial_unknown', needsRepair: true }
    expect(await calls.query.call(provider)).toEqual(refused)
  })

  it('missing, is no certificate of ours', async () => {
    const { provider, answers } = party()
    answers(answerTo(calls.query.api, paidTrade))
    expect(await calls.query.call(provider)).toMatchObject({ code: 'signature_serial_unknown' })
  })
})

describe('notifications, which name no certificate', () => {
  it.each([current, next + current, issuing + current + next])(
    'are verified with each of the file',
    (alipayCertificate) => {
      const { provider } = party({ alipayCertificate })
      expect(provider.readNotification({}, form(signedNotice(paidNotice)), NOW)).toEqual({
        kind: 'payment',
        fact: paidFact,
      })
    },
  )

  it('under a certificate that is not in the file are forged', () => {
    const { provider } = party({ alipayCertificate: next })
    const forged = { kind: 'refused', code: 'signature_invalid' }
    expect(provider.readNotification({}, form(signedNotice(paidNotice)), NOW)).toEqual(forged)
  })
})

describe('an app that cannot work is refused when it is made', () => {
  it.each<{ name: string; change: Partial<typeof certified> }>([
    { name: "another key's certificate", change: { appCertificate: current } },
    { name: 'no certificate', change: { appCertificate: 'none' } },
    { name: 'two certificates', change: { appCertificate: app + current } },
    { name: 'the authority alone', change: { alipayCertificate: issuing } },
    { name: "the app's own certificate for Alipay's", change: { alipayCertificate: app } },
    { name: 'no RSA root', change: { alipayRootCertificate: roots[1] } },
    { name: 'a damaged certificate', change: { alipayCertificate: current.replace('MII', 'AAA') } },
    {
      name: 'a key that is not RSA',
      change: { alipayCertificate: certificate(curve.publicKey, authority, { issuer: CLASS_2, serial: '05' }) },
    },
  ])('$name', ({ change }) => {
    expect(() => party(change)).toThrow()
  })
})

function serialsOf(pemText: string): string[] {
  return rootSerial(pemText).split('_')
}

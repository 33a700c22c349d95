import { describe, expect, it } from 'vitest'
import { alipayFrom } from '../../../functions/vendors/alipay/alipay.ts'
import { alipayBillsFrom } from '../../../functions/vendors/alipay/bills/bill-source.ts'
import { createOf, paidFact, paidNotice } from './cases.ts'
import { certificate } from './certificate.ts'
import { alipayKeys, appKeys, atAlipay, config, form, NOW, pair, pem, signedNotice } from './gateway.ts'

const authority = pair()
const vouched = (key: typeof appKeys.publicKey, serial: string, isAuthority = false): string =>
  certificate(key, authority, { issuer: [['CN', 'Class 2']], serial, authority: isAuthority })

const app = { appId: config.appId, sellerId: config.sellerId, appPrivateKey: pem(appKeys.privateKey) }
const byKey = { ...app, mode: 'key', alipayPublicKey: pem(alipayKeys.publicKey) }
const byCertificate = {
  ...app,
  mode: 'certificate',
  appCertificate: vouched(appKeys.publicKey, '01'),
  alipayCertificate: vouched(alipayKeys.publicKey, '02'),
  alipayRootCertificate: vouched(authority.publicKey, '03', true),
}

const parts = {
  baseUrl: 'https://shiming.example/sandbox/alipay',
  limits: { connectMs: 10, totalMs: 10 },
  clock: { now: () => NOW },
}

describe('a provider made from its secret', () => {
  it.each([
    // A secret may have the members of the other mode too: they stay when an app changes its mode.
    { mode: 'key', secret: { ...byCertificate, ...byKey } },
    { mode: 'certificate', secret: { ...byKey, ...byCertificate } },
  ])('$mode: signs as the app and believes Alipay', async ({ mode, secret }) => {
    const provider = alipayFrom(parts)(JSON.parse(JSON.stringify(secret)))
    const paid = { kind: 'payment', fact: paidFact }
    expect(provider.readNotification({}, form(signedNotice(paidNotice)), NOW)).toEqual(paid)
    const created = await provider.create(createOf({ method: 'alipay_wap' }))
    const address = created.kind === 'created' ? (created.action.formUrl ?? '') : ''
    expect(address.startsWith('https://shiming.example/sandbox/alipay/gateway.do?')).toBe(true)
    const params = Object.fromEntries(new URL(address).searchParams)
    expect(atAlipay.checkNotifySignV2(params)).toBe(true)
    expect('app_cert_sn' in params).toBe(mode === 'certificate')
  })

  it.each([
    undefined,
    {},
    { ...byKey, mode: undefined },
    { ...byKey, mode: 'keys' },
    { ...byKey, alipayPublicKey: undefined },
    { ...byKey, appId: 2021 },
    { ...byKey, sellerId: undefined },
    { ...byCertificate, alipayRootCertificate: undefined },
  ])('is not made from another form: %#', (secret) => {
    expect(() => alipayFrom(parts)(secret)).toThrow()
    expect(() => alipayBillsFrom(parts)(secret)).toThrow()
  })

  it.each<[string, object, object]>([
    [
      'a private key on one line',
      { ...byKey, appPrivateKey: byKey.appPrivateKey.replaceAll('\n', '\\n') },
      { field: 'appPrivateKey' },
    ],
    ['a public key that is none', { ...byKey, alipayPublicKey: 'no key' }, { field: 'alipayPublicKey' }],
    [
      'the bare base64 of the console',
      { ...byKey, alipayPublicKey: byKey.alipayPublicKey.replaceAll(/-----[^-]+-----|\n/g, '') },
      { field: 'alipayPublicKey', wanted: expect.stringContaining('not the bare base64') },
    ],
    ['no certificate', { ...byCertificate, appCertificate: 'none' }, { field: 'appCertificate' }],
    ['no root', { ...byCertificate, alipayRootCertificate: 'none' }, { field: 'alipayRootCertificate' }],
  ])('names the field that holds %s', (_, secret, what) => {
    const make = () => alipayFrom(parts)(secret)
    expect(make).toThrow(expect.objectContaining({ about: expect.objectContaining({ vendor: 'alipay', ...what }) }))
    expect(make).not.toThrow(/BEGIN|MII/)
  })

  it('tells no key in saying so', () => {
    const make = () => alipayFrom(parts)({ ...byKey, appPrivateKey: [pem(appKeys.privateKey)] })
    expect(make).toThrow()
    expect(make).not.toThrow(/BEGIN|MII/)
  })

  it('makes the source of its bills from the same secret', async () => {
    expect(alipayBillsFrom(parts)(byCertificate)).toMatchObject({ channel: 'alipay' })
  })
})

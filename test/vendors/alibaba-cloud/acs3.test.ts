import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acs3Authorization, sign } from '../../../functions/vendors/alibaba-cloud/acs3.ts'
import { acs3Request } from '../../../functions/vendors/alibaba-cloud/acs3-exchange.ts'
import { startVendor } from '../vendor-server.ts'
import { enveloped, freshKey, verifies } from './alibaba-vendor.ts'
import { sdkCalls } from './sdk.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('the published example', () => {
  it('is signed as published', () => {
    const key = { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' }
    const query = 'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai'
    const headers = [
      ['host', 'ecs.cn-shanghai.aliyuncs.com'],
      ['x-acs-action', 'RunInstances'],
      ['x-acs-content-sha256', sha256('')],
      ['x-acs-date', '2023-10-26T10:22:32Z'],
      ['x-acs-signature-nonce', '3156853299f313e23d1673dc12e1703d'],
      ['x-acs-version', '2014-05-26'],
    ] as const
    expect(acs3Authorization({ ...key, query, body: '' }, headers)).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    )
  })
})

const calls = fc.record({
  host: fc.constantFrom('cloudauth.aliyuncs.com', '127.0.0.1:4000', 'Example.COM:8443'),
  action: fc.constantFrom('Mobile3MetaSimpleVerify', 'Id2MetaVerify'),
  version: fc.constantFrom('2019-03-07', '2017-05-25'),
  nonce: fc.constantFrom('0'.repeat(32), '3156853299f313e23d1673dc12e1703d'),
  body: fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => String.fromCodePoint(...points)),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
})

describe('signing', () => {
  it('is accepted by an independent verifier, and not for another body, host, action, number or key', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (call) => {
        const key = freshKey()
        const headers = sign({ ...call, ...key })
        expect(await verifies(key, headers, call.body)).toBe(true)
        expect(await verifies(key, headers, `${call.body} `)).toBe(false)
        for (const name of ['host', 'x-acs-action', 'x-acs-signature-nonce', 'x-acs-date', 'content-type'])
          expect(await verifies(key, { ...headers, [name]: 'other' }, call.body)).toBe(false)
        expect(await verifies({ ...key, accessKeySecret: 'other' }, headers, call.body)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('sends what the protocol needs, the time to the second', () => {
    const call = { ...freshKey(), host: 'h', action: 'A', version: 'v', body: '', nonce: 'n', at: 1999 }
    expect(sign(call)).toEqual({
      authorization: expect.stringContaining(
        `Credential=${call.accessKeyId},SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,`,
      ),
      'content-type': 'application/x-www-form-urlencoded',
      host: 'h',
      'x-acs-action': 'A',
      'x-acs-content-sha256': sha256(''),
      'x-acs-date': '1970-01-01T00:00:01Z',
      'x-acs-signature-nonce': 'n',
      'x-acs-version': 'v',
      accept: 'application/json',
    })
  })

  it('signs values without the blanks around them', () => {
    const key = { ...freshKey(), query: '', body: '' }
    expect(acs3Authorization(key, [['host', ' h ']])).toBe(acs3Authorization(key, [['host', 'h']]))
  })
})

const texts = fc.constantFrom('', 'a b+c&d=e', '𠮷·吐尔逊', "*'()~!-_.", '\u2028\n', '%2B')

describe("the vendor's own client", () => {
  /** Names the vendor's client alone has, signs or not. */
  const itsOwn = ['x-acs-credentials-provider']

  it('sends what we would have sent, byte for byte, and signs as we would have', async () => {
    const vendor = await startVendor((_received, response) => response.end(enveloped({ BizCode: '1' })))
    const property = fc.asyncProperty(texts, texts, texts, async (IdentifyNum, Mobile, UserName) => {
      const key = freshKey()
      const parameters = { IdentifyNum, Mobile, ParamType: 'normal', UserName }
      const action = 'Mobile3MetaSimpleVerify'
      const answer = await sdkCalls({ port: vendor.port, ...key }, action, parameters)
      expect(answer).toMatchObject({ Code: '200', ResultObject: { BizCode: '1' } })
      const { url, headers, body } = vendor.calls.at(-1) ?? { url: '', headers: {}, body: '' }
      expect(url).toBe('/')

      const once = { nonce: String(headers['x-acs-signature-nonce']), at: Date.parse(String(headers['x-acs-date'])) }
      const endpoint = { ...key, url: `http://127.0.0.1:${vendor.port}` }
      const ours = acs3Request(endpoint, { action, version: '2019-03-07' }, parameters, once)
      expect(ours.body).toBe(body)
      const signed = (/SignedHeaders=([^,]+)/.exec(String(headers.authorization))?.[1] ?? '').split(';')
      const common = signed.filter((name) => !itsOwn.includes(name))
      expect(Object.fromEntries(common.map((name) => [name, ours.headers[name]]))).toEqual(
        Object.fromEntries(common.map((name) => [name, headers[name]])),
      )
      expect(/SignedHeaders=([^,]+)/.exec(ours.headers.authorization ?? '')?.[1]).toBe(common.join(';'))
      const values = signed.map((name) => [name, String(headers[name])] as const)
      expect(acs3Authorization({ ...key, query: '', body }, values)).toBe(headers.authorization)
    })
    await fc.assert(property, { numRuns: 15 })
    await vendor.close()
  })
})

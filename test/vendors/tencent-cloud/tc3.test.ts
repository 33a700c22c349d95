import { Agent } from 'node:http'
import fc from 'fast-check'
import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import { describe, expect, it } from 'vitest'
import { sign, tc3Authorization } from '../../../functions/vendors/tencent-cloud/tc3.ts'
import { startVendor } from '../vendor-server.ts'
import { enveloped, freshKey, verifies } from './tencent-vendor.ts'

const signatureOf = (authorization = ''): string | undefined => /Signature=([0-9a-f]{64})$/.exec(authorization)?.[1]

describe('published examples', () => {
  // The keys are masked with asterisks in the documentation and were signed so.
  const example = {
    service: 'cvm',
    at: 1_551_113_065_000,
    body: String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
  }
  const headers = [
    ['content-type', 'application/json; charset=utf-8'],
    ['host', 'cvm.tencentcloudapi.com'],
  ] as const

  it('signs the current example: content-type, host and x-tc-action', () => {
    const key = { secretId: `AKID${'*'.repeat(32)}`, secretKey: '*'.repeat(32) }
    const signed = [...headers, ['x-tc-action', 'DescribeInstances'] as const]
    expect(tc3Authorization({ ...example, ...key }, signed)).toBe(
      `TC3-HMAC-SHA256 Credential=${key.secretId}/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f`,
    )
  })

  it('signs the older example: content-type and host', () => {
    const key = { secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3*******' }
    expect(signatureOf(tc3Authorization({ ...example, ...key }, headers))).toBe(
      '2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c',
    )
  })
})

const calls = fc.record({
  service: fc.constantFrom('faceid', 'sms'),
  host: fc.constantFrom('faceid.tencentcloudapi.com', '127.0.0.1:4000', 'Example.COM:8443'),
  action: fc.constantFrom('PhoneVerification', 'SendSms'),
  version: fc.constantFrom('2018-03-01', '2021-01-11'),
  region: fc.constantFrom('ap-guangzhou', undefined),
  body: fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => String.fromCodePoint(...points)),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
})

describe('signing', () => {
  it('is accepted by an independent verifier, and not for another body, host or key', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (call) => {
        const key = freshKey()
        const headers = sign({ ...call, ...key })
        expect(await verifies(key, headers, call.body)).toBe(true)
        expect(await verifies(key, headers, `${call.body} `)).toBe(false)
        expect(await verifies(key, { ...headers, host: 'elsewhere.example' }, call.body)).toBe(false)
        expect(await verifies({ ...key, secretKey: freshKey().secretKey }, headers, call.body)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('sends what the action needs, the region only where there is one', () => {
    const call = {
      ...freshKey(),
      service: 'sms',
      host: 'h',
      action: 'SendSms',
      version: '2021-01-11',
      body: '{}',
      at: 1999,
    }
    expect(sign(call)).toEqual({
      authorization: expect.stringContaining('/1970-01-01/sms/tc3_request, SignedHeaders=content-type;host, '),
      'content-type': 'application/json',
      host: 'h',
      'x-tc-action': 'SendSms',
      'x-tc-version': '2021-01-11',
      'x-tc-timestamp': '1',
    })
    expect(sign({ ...call, region: 'ap-guangzhou' })['x-tc-region']).toBe('ap-guangzhou')
  })

  it('takes the day of the credential from UTC', () => {
    const call = { ...freshKey(), service: 's', host: 'h', action: 'A', version: 'v', body: '' }
    expect(sign({ ...call, at: Date.UTC(2026, 10, 5, 23, 59, 59, 999) }).authorization).toContain('/2026-11-05/')
    expect(sign({ ...call, at: Date.UTC(2026, 10, 6) }).authorization).toContain('/2026-11-06/')
  })
})

describe("the vendor's own SDK", () => {
  const host = 'faceid.tencentcloudapi.com'

  it('sends requests that we would have signed the same, and reads our envelope', async () => {
    const vendor = await startVendor((_received, response) => response.end(enveloped({ Result: '0' })))
    const agent = new Agent({
      lookup: (_name, options, found) =>
        found(null, options.all ? [{ address: '127.0.0.1', family: 4 }] : '127.0.0.1', 4),
    })
    const payloads = fc.dictionary(fc.string(), fc.constantFrom('', 'a"\\', '𠮷·吐尔逊', '\u2028\n'), {
      noNullPrototype: true,
    })
    const property = fc.asyncProperty(calls, payloads, async (call, payload) => {
      const key = freshKey()
      const region = call.region ?? 'ap-beijing'
      const profile = { httpProfile: { protocol: 'http://', agent } }
      const client = new CommonClient(`${host}:${vendor.port}`, call.version, { credential: key, region, profile })
      expect(await client.request(call.action, payload)).toMatchObject({ Result: '0' })
      const received = vendor.calls.at(-1)
      const at = Number(received?.headers['x-tc-timestamp']) * 1000
      // The SDK signs the host without the port it then sends.
      const ours = sign({ ...call, ...key, region, service: 'faceid', host, body: received?.body ?? '', at })
      expect({ ...received?.headers, host }).toMatchObject(ours)
    })
    try {
      await fc.assert(property, { numRuns: 40 })
      expect(vendor.calls).toHaveLength(40)
    } finally {
      await vendor.close()
    }
  })
})

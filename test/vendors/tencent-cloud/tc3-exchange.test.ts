import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTc3Reply, tc3Request } from '../../../functions/vendors/tencent-cloud/tc3-exchange.ts'
import type { Reply } from '../../../shared/http/outgoing.ts'
import { freshKey, verifies } from './tencent-vendor.ts'

const REQUEST_ID = '0c2d9b7e-6a51-4f0e-9a5e-0d6f3a8b1c22'

const answered = (body: unknown, status = 200): Reply => ({
  kind: 'answered',
  status,
  headers: {},
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
})

describe('building a request', () => {
  it('posts to the address given and signs its host with the port, and "/" whatever the path', async () => {
    const key = freshKey()
    const endpoint = { ...key, url: 'http://127.0.0.1:4000/sandbox/tencent-cloud/faceid', region: 'ap-guangzhou' }
    const operation = { service: 'faceid', action: 'PhoneVerification', version: '2018-03-01' }
    const request = tc3Request(endpoint, operation, { Name: '𠮷' }, 1_700_000_000_000)
    expect(request).toMatchObject({ method: 'POST', url: endpoint.url, body: '{"Name":"𠮷"}' })
    expect(request.headers).toMatchObject({ host: '127.0.0.1:4000', 'x-tc-timestamp': '1700000000' })
    expect(await verifies(key, request.headers, request.body ?? '')).toBe(true)
  })

  it('leaves a default port out of the host, as the Host header does', () => {
    const endpoint = { ...freshKey(), url: 'https://faceid.tencentcloudapi.com:443' }
    const request = tc3Request(endpoint, { service: 'faceid', action: 'A', version: 'v' }, {}, 0)
    expect(request.headers.host).toBe('faceid.tencentcloudapi.com')
  })
})

describe('reading an answer', () => {
  it('gives the members of Response without the envelope', () => {
    expect(readTc3Reply(answered({ Response: { Result: '0', RequestId: REQUEST_ID } }))).toEqual({
      kind: 'answered',
      response: { Result: '0' },
      requestId: REQUEST_ID,
    })
  })

  it('gives the code of an error, never its message', () => {
    const refusal = { Code: 'AuthFailure.SignatureExpire', Message: 'for 张三' }
    expect(readTc3Reply(answered({ Response: { Error: refusal, RequestId: REQUEST_ID } }))).toEqual({
      kind: 'error',
      code: 'AuthFailure.SignatureExpire',
      requestId: REQUEST_ID,
    })
  })

  it('trusts neither where a result stands beside an error', () => {
    const Response = { Error: { Code: 'RequestLimitExceeded' }, Result: '0', RequestId: REQUEST_ID }
    expect(readTc3Reply(answered({ Response }))).toEqual({ kind: 'unknown', code: 'error_and_result' })
  })

  it('keeps what the network said: proven not to have arrived, or unknown', () => {
    expect(readTc3Reply({ kind: 'not_sent', reason: 'ECONNREFUSED' })).toEqual({
      kind: 'not_sent',
      code: 'ECONNREFUSED',
    })
    expect(readTc3Reply({ kind: 'unknown', reason: 'timeout' })).toEqual({ kind: 'unknown', code: 'timeout' })
  })

  it.each([
    ['http_500', answered({ Response: { Result: '0' } }, 500)],
    ['http_199', answered({ Response: { Result: '0' } }, 199)],
    ['http_204', answered('', 204)],
    ['not_json', answered('')],
    ['not_json', answered('<html>')],
    ['not_json', answered('{"Response":{"Result":"0"')],
    ['unexpected_shape', answered('null')],
    ['unexpected_shape', answered('"0"')],
    ['unexpected_shape', answered([])],
    ['unexpected_shape', answered({})],
    ['unexpected_shape', answered({ Response: null })],
    ['unexpected_shape', answered({ Response: { Error: null, Result: '0' } })],
    ['unexpected_shape', answered({ Response: { Error: 'no' } })],
    ['unexpected_shape', answered({ Response: { Error: { Message: 'no code' } } })],
    ['unexpected_shape', answered({ Response: { Result: '0', RequestId: 7 } })],
  ])('is unknown (%s) for anything else', (code, reply) => {
    expect(readTc3Reply(reply)).toEqual({ kind: 'unknown', code })
  })

  it('never throws, and finds nothing that was answered or refused in noise', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.constantFrom(200, 400, 500), (body, status) => {
        expect(readTc3Reply(answered(body, status)).kind).toBe('unknown')
      }),
    )
  })
})

describe('codes', () => {
  it('passes on nothing that could repeat what was sent', () => {
    for (const echo of ['110101188506152031', '19400000000', '张三']) {
      expect(readTc3Reply(answered({ Response: { Error: { Code: echo }, RequestId: echo } }))).toEqual({
        kind: 'error',
        code: 'unlisted_code',
        requestId: undefined,
      })
    }
  })
})

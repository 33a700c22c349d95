import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acs3Request, readAcs3Reply } from '../../../functions/vendors/alibaba-cloud/acs3-exchange.ts'
import type { Reply } from '../../../shared/http/outgoing.ts'
import { freshKey, REQUEST_ID, verifies } from './alibaba-vendor.ts'

const answered = (body: unknown, status = 200): Reply => ({
  kind: 'answered',
  status,
  headers: {},
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
})

describe('building a request', () => {
  const operation = { action: 'Id2MetaVerify', version: '2019-03-07' }
  const once = { nonce: '3156853299f313e23d1673dc12e1703d', at: 1_700_000_000_999 }

  it('posts a form to the address given, nothing in the address, and signs its host with the port', async () => {
    const key = freshKey()
    const endpoint = { ...key, url: 'http://127.0.0.1:4000/sandbox/alibaba-cloud/cloudauth' }
    const request = acs3Request(endpoint, operation, { UserName: '𠮷·a b&c', ParamType: 'normal' }, once)
    const body = 'UserName=%F0%A0%AE%B7%C2%B7a%20b%26c&ParamType=normal'
    expect(request).toMatchObject({ method: 'POST', url: endpoint.url, body })
    expect(request.headers).toMatchObject({
      host: '127.0.0.1:4000',
      'x-acs-action': 'Id2MetaVerify',
      'x-acs-version': '2019-03-07',
      'x-acs-date': '2023-11-14T22:13:20Z',
      'x-acs-signature-nonce': once.nonce,
    })
    expect(await verifies(key, request.headers, body)).toBe(true)
  })

  it('leaves a default port out of the host, as the Host header does', () => {
    const endpoint = { ...freshKey(), url: 'https://cloudauth.aliyuncs.com:443' }
    expect(acs3Request(endpoint, operation, {}, once).headers.host).toBe('cloudauth.aliyuncs.com')
  })
})

describe('reading an answer', () => {
  const done = { Message: 'success', RequestId: REQUEST_ID, Code: '200', ResultObject: { BizCode: '1' } }

  it('gives the members of ResultObject, or none', () => {
    const read = { kind: 'answered', result: { BizCode: '1' }, requestId: REQUEST_ID }
    expect(readAcs3Reply(answered(done))).toEqual(read)
    expect(readAcs3Reply(answered({ ...done, ResultObject: null }))).toEqual({ ...read, result: {} })
    expect(readAcs3Reply(answered({ Code: '200' }))).toEqual({ kind: 'answered', result: {} })
    expect(readAcs3Reply(answered({ ...done, Code: 200 }))).toEqual(read)
  })

  it.each([
    [200, '412'],
    [400, '412'],
    [404, 'InvalidAccessKeyId.NotFound'],
    [499, 'Throttling.User'],
  ])('gives the code of an error with HTTP %d, never its message', (status, Code) => {
    const body = { Code, Message: 'for 张三', RequestId: REQUEST_ID, ResultObject: {} }
    expect(readAcs3Reply(answered(body, status))).toEqual({ kind: 'error', code: Code, requestId: REQUEST_ID })
  })

  it('passes on no code that could repeat what was sent', () => {
    for (const echo of ['110101188506152031', '19400000000', '张三', '4121', '41', '', ' 412', 'A.1'])
      expect(readAcs3Reply(answered({ Code: echo, RequestId: echo }))).toEqual({ kind: 'error', code: 'unlisted_code' })
  })

  it('trusts neither where a result stands beside an error', () => {
    const body = { ...done, Code: '412' }
    expect(readAcs3Reply(answered(body))).toEqual({ kind: 'unknown', code: 'error_and_result' })
  })

  it('keeps what the network said: proven not to have arrived, or unknown', () => {
    const lost = { kind: 'not_sent', reason: 'ECONNREFUSED' } as const
    expect(readAcs3Reply(lost)).toEqual({ kind: 'not_sent', code: 'ECONNREFUSED' })
    expect(readAcs3Reply({ kind: 'unknown', reason: 'timeout' })).toEqual({ kind: 'unknown', code: 'timeout' })
  })

  it.each([
    ['http_500', answered(done, 500)],
    ['http_500', answered({ Code: 'InternalError' }, 500)],
    ['http_199', answered(done, 199)],
    ['http_399', answered({ Code: 'Throttling' }, 399)],
    ['http_204', answered('', 204)],
    ['http_302', answered('', 302)],
    ['http_404', answered(done, 404)],
    ['http_404', answered('<html>', 404)],
    ['http_404', answered({ Message: 'no code' }, 404)],
    ['not_json', answered('')],
    ['not_json', answered('<html>')],
    ['not_json', answered('{"Code":"200"')],
    ['unexpected_shape', answered('null')],
    ['unexpected_shape', answered([])],
    ['unexpected_shape', answered({})],
    ['unexpected_shape', answered({ ...done, Code: 200.5 })],
    ['unexpected_shape', answered({ ...done, Code: ['200'] })],
    ['unexpected_shape', answered({ ...done, RequestId: 7 })],
    ['unexpected_shape', answered({ ...done, ResultObject: '1' })],
    ['unexpected_shape', answered({ ...done, ResultObject: [] })],
  ])('is unknown (%s) for anything else', (code, reply) => {
    expect(readAcs3Reply(reply)).toEqual({ kind: 'unknown', code })
  })

  it('never throws, and finds nothing that was answered or refused in noise', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.constantFrom(200, 400, 500), (body, status) => {
        expect(readAcs3Reply(answered(body, status)).kind).toBe('unknown')
      }),
    )
  })
})

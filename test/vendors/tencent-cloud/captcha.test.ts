import { Agent, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import { afterEach, describe, expect, it } from 'vitest'
import type { CaptchaResult } from '../../../functions/account/codes/captcha.ts'
import { tencentCaptcha } from '../../../functions/vendors/tencent-cloud/captcha.ts'
import { errorCodes, ticketCodes } from '../../../functions/vendors/tencent-cloud/captcha-codes.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'
import { faults, type Received, startVendor } from '../vendor-server.ts'
import { enveloped, freshKey, verifies } from './tencent-vendor.ts'

const TICKET = 'tr03XaCUZPAlPdIMqv17yvcfdXCzkqvLE09AbCA4*'
const SOURCE_IP = '192.0.2.1'
const APP = { captchaAppId: '190000000', captchaAppSecretKey: 'the-secret-of-the-captcha' }
const limits = { connectMs: 300, totalMs: 300, maxBytes: 64_000 }

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
})

const captchaAt = (port: number, key = freshKey()) =>
  tencentCaptcha(
    { url: `http://127.0.0.1:${port}/captcha`, ...key, ...APP },
    { outgoing: outgoing(limits), clock: { now: () => Date.UTC(2026, 10, 5, 4) } },
  )

type Answer = (received: Received, response: ServerResponse) => void

const vendorThat = async (answer: Answer) => {
  const vendor = await startVendor(answer)
  opened.push(vendor)
  return vendor
}

const checked = async (answer: Answer, key = freshKey()) => {
  const vendor = await vendorThat(answer)
  const result = await captchaAt(vendor.port, key).check({ ticket: TICKET, randstr: '@Vki' }, SOURCE_IP)
  return { result, received: vendor.calls }
}

/** What the vendor answers, with all the members it has. */
const judged = (CaptchaCode: unknown, more: Record<string, unknown> = {}) =>
  enveloped({ CaptchaCode, CaptchaMsg: 'OK', EvilLevel: 0, GetCaptchaTime: 0, ...more })

const replying = async (text: string): Promise<CaptchaResult> =>
  (await checked((_received, response) => response.end(text))).result

const PARAMETERS = {
  CaptchaType: 9,
  Ticket: TICKET,
  UserIp: SOURCE_IP,
  Randstr: '@Vki',
  CaptchaAppId: 190_000_000,
  AppSecretKey: 'the-secret-of-the-captcha',
}

describe('happy', () => {
  it('posts one signed DescribeCaptchaResult for the ticket and the address it comes from', async () => {
    const key = freshKey()
    const { result, received } = await checked((_received, response) => response.end(judged(1)), key)
    expect(result).toEqual({ kind: 'passed' })
    expect(received).toHaveLength(1)
    const [call] = received
    expect(call?.headers).toMatchObject({ 'x-tc-action': 'DescribeCaptchaResult', 'x-tc-version': '2019-07-22' })
    expect(call?.headers).not.toHaveProperty('x-tc-region')
    expect(JSON.parse(call?.body ?? '')).toEqual(PARAMETERS)
    expect(await verifies(key, call?.headers ?? {}, call?.body ?? '')).toBe(true)
  })

  it("says to the vendor what the vendor's own SDK would", async () => {
    const key = freshKey()
    const vendor = await vendorThat((_received, response) => response.end(judged(1)))
    await captchaAt(vendor.port, key).check({ ticket: TICKET, randstr: '@Vki' }, SOURCE_IP)
    const agent = new Agent()
    Object.assign(agent, { createConnection: () => connect(vendor.port, '127.0.0.1') })
    const sdk = new CommonClient('captcha.tencentcloudapi.com', '2019-07-22', {
      credential: key,
      region: '',
      profile: { httpProfile: { protocol: 'http://', agent } },
    })
    expect(await sdk.request('DescribeCaptchaResult', PARAMETERS)).toMatchObject({ CaptchaCode: 1 })
    const said = vendor.calls.map(({ headers, body }) => [
      headers['x-tc-action'],
      headers['x-tc-version'],
      String(headers.authorization)
        .match(/Credential=(\S+?)\/[\d-]+(\/captcha\/tc3_request),/)
        ?.slice(1),
      JSON.parse(body),
    ])
    expect(said).toHaveLength(2)
    expect(said[0]).toEqual(said[1])
    expect(said[0]?.[2]).toEqual([key.secretId, '/captcha/tc3_request'])
    for (const { headers, body } of vendor.calls) expect(await verifies(key, headers, body)).toBe(true)
  })

  it.each([[null], [undefined], [0], [50]])('lets a ticket pass whose EvilLevel is %j', async (EvilLevel) => {
    expect(await replying(judged(1, { EvilLevel, CaptchaMsg: null }))).toEqual({ kind: 'passed' })
  })
})

describe('refused', () => {
  const failed = [6, 7, 8, 9, 10, 11, 12, 15, 16, 21, 25, 104]

  it.each(failed)('CaptchaCode %i: the ticket is worth nothing', async (code) => {
    expect(await replying(judged(code))).toEqual({ kind: 'failed', code: String(code) })
  })

  it('a ticket that passes and is malicious', async () => {
    expect(await replying(judged(1, { EvilLevel: 100 }))).toEqual({ kind: 'failed', code: 'evil_level_100' })
  })

  it('CaptchaCode 26: the vendor is busy', async () => {
    expect(await replying(judged(26))).toEqual({ kind: 'unavailable', code: '26' })
  })

  // 100 is ours to mend; the others nobody here knows, or they do not say whose fault they are.
  it.each([100, 13, 17, 18, 19, 20, 22, 23, 24, 31, 0, -1, 2, 101])(
    'CaptchaCode %i: a person must look',
    async (code) => {
      expect(await replying(judged(code))).toEqual({ kind: 'unavailable', code: String(code), needsRepair: true })
    },
  )

  it.each([
    ['InternalError', undefined],
    ['InternalError.Timeout', undefined],
    ['RequestLimitExceeded', undefined],
    ['MissingParameter', true],
    ['InvalidParameter', true],
    ['AuthFailure', true],
    ['AuthFailure.SignatureFailure', true],
    ['AuthFailure.UnauthorizedOperation', true],
    ['UnauthorizedOperation.ErrAuth', true],
    ['UnauthorizedOperation.Unauthorized', true],
    ['SomethingNew', true],
  ])('%s of the call: nobody knows; a person must look: %s', async (Code, needsRepair) => {
    const expected = { kind: 'unavailable', code: Code, ...(needsRepair && { needsRepair }) }
    expect(await replying(enveloped({ Error: { Code, Message: TICKET } }))).toEqual(expected)
  })

  it('names each code once, and lets one alone pass', () => {
    for (const rows of [ticketCodes, errorCodes]) expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length)
    const passing = [...ticketCodes, ...errorCodes].filter((row) => row.kind === 'passed')
    expect(passing.map((row) => row.code)).toEqual(['1'])
    expect(ticketCodes.filter((row) => row.kind === 'failed').map((row) => Number(row.code))).toEqual(failed)
  })
})

describe('hostile', () => {
  it('is unavailable where nobody listens', async () => {
    const vendor = await startVendor(() => undefined)
    await vendor.close()
    expect(await captchaAt(vendor.port).check({ ticket: TICKET, randstr: '@Vki' }, SOURCE_IP)).toEqual({
      kind: 'unavailable',
      code: 'ECONNREFUSED',
    })
  })

  it.each(Object.entries(faults))('is unavailable after one call where the vendor %s', async (_name, fault) => {
    const { result, received } = await checked((_received, response) => fault(response, judged(1)))
    expect(result).toMatchObject({ kind: 'unavailable', code: expect.any(String) })
    expect(received).toHaveLength(1)
  })

  it.each([['1'], [1.5], [true], [null], [undefined], [[1]], [{}], [TICKET]])(
    'never takes CaptchaCode %j for passed, nor repeats it',
    async (CaptchaCode) => {
      const result = await replying(judged(CaptchaCode))
      expect(result).toEqual({ kind: 'unavailable', code: 'unexpected_shape', needsRepair: true })
    },
  )

  it('says nothing of ticket, address or key where the vendor repeats them', async () => {
    const Code = `InvalidParameter.${APP.captchaAppSecretKey} ${SOURCE_IP}`
    const result = await replying(enveloped({ Error: { Code, Message: TICKET } }))
    expect(result).toEqual({ kind: 'unavailable', code: 'unlisted_code', needsRepair: true })
  })

  it('believes no CaptchaCode beside an error', async () => {
    const error = { Code: 'InternalError', Message: '' }
    expect(await replying(judged(1, { Error: error }))).toEqual({ kind: 'unavailable', code: 'error_and_result' })
  })
})

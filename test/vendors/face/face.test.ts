import { describe, expect, it } from 'vitest'
import type { Begun, Look } from '../../../functions/face/vendors/vendor.ts'
import { alibabaFace } from '../../../functions/vendors/alibaba-cloud/face.ts'
import {
  beginCodes as alibabaBegins,
  lookCodes as alibabaLooks,
  subCodes,
} from '../../../functions/vendors/alibaba-cloud/face-codes.ts'
import { tencentFace } from '../../../functions/vendors/tencent-cloud/face.ts'
import {
  attemptCodes,
  beginCodes as tencentBegins,
  lookCodes as tencentLooks,
} from '../../../functions/vendors/tencent-cloud/face-codes.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import * as alibaba from '../alibaba-cloud/alibaba-vendor.ts'
import * as tencent from '../tencent-cloud/tencent-vendor.ts'
import { startVendor } from '../vendor-server.ts'
import { beginning, faceContract, facePermit, PATIENCE_MS } from './face.contract.ts'

const NOW = Date.UTC(2026, 10, 5, 4)
const limits = { connectMs: PATIENCE_MS, totalMs: PATIENCE_MS }
const deps = {
  outgoing: outgoing({ ...limits, maxBytes: 64_000 }),
  clock: { now: () => NOW },
  ids: { id: () => '0193a1b2c3d4e5f60718293a4b5c6d7e', secret: () => '', below: () => 0 },
}

const tencentKey = tencent.freshKey()
const tencentAt = (url: string) => tencentFace({ ...tencentKey, url, ruleId: '7' }, deps)
const TENCENT_TOKEN = 'CE661F1A-0F1E-45BD-BE13-34C05CEA7681'

const text = (of: Record<string, unknown>): string => tencent.enveloped({ Text: of })
const attempts = (...charged: boolean[]) => charged.map((IsNeedCharge) => ({ IsNeedCharge, Errcode: 0 }))

faceContract('Tencent Cloud', {
  vendor: 'tencent_cloud',
  faceAt: tencentAt,
  begun: (BizToken, Url) => tencent.enveloped({ BizToken, Url }),
  token: TENCENT_TOKEN,
  passed: text({ ErrCode: 0, LivenessDetail: attempts(true) }),
  failed: text({ ErrCode: 2016, LivenessDetail: attempts(true) }),
  saying: (ErrCode) => text({ ErrCode, LivenessDetail: attempts(true) }),
  repeating: (what) => [
    text({ ErrCode: 0, ErrMsg: what, Name: what, IdCard: what, Extra: '1', LivenessDetail: attempts(true) }),
    tencent.enveloped({ Error: { Code: what, Message: what } }),
    tencent.enveloped({ BizToken: what, Url: 'https://x.example.com/' }),
  ],
  isSigned: ({ headers, body }) => tencent.verifies(tencentKey, headers, body),
})

const alibabaKey = alibaba.freshKey()
const alibabaAt = (url: string) => alibabaFace({ ...alibabaKey, url, sceneId: '1000' }, deps)
const ALIBABA_TOKEN = '91707dc296d469ad38e4c5efa6a0abcd'

faceContract('Alibaba Cloud', {
  vendor: 'alibaba_cloud',
  faceAt: alibabaAt,
  begun: (CertifyId, CertifyUrl) => alibaba.enveloped({ CertifyId, CertifyUrl }),
  token: ALIBABA_TOKEN,
  passed: alibaba.enveloped({ Passed: 'T', SubCode: '200' }),
  failed: alibaba.enveloped({ Passed: 'F', SubCode: '204' }),
  saying: (Passed) => alibaba.enveloped({ Passed, SubCode: '201' }),
  repeating: (what) => [
    alibaba.enveloped({ Passed: 'F', SubCode: what, IdentityInfo: what, MaterialInfo: what }),
    alibaba.refusing(what, what),
    alibaba.enveloped({ CertifyId: what, CertifyUrl: what }),
  ],
  isSigned: ({ headers, body }) => alibaba.verifies(alibabaKey, headers, body),
})

const answering = async <T>(body: string, ask: (url: string) => Promise<T>, status = 200): Promise<T> => {
  const vendor = await startVendor((_received, response) => response.writeHead(status).end(body))
  try {
    return await ask(`http://127.0.0.1:${vendor.port}`)
  } finally {
    await vendor.close()
  }
}

/** An answer in a line: what it is, why, whether final, what it costs, and whether people have to mend something. */
const told = (look: Look | Begun): string => {
  const parts: unknown[] = [look.kind]
  if ('because' in look) parts.push(look.because)
  if (look.kind === 'failed') parts.push(look.final ? 'last' : 'again')
  if (look.kind === 'refused') parts.push(look.elsewhere ? 'elsewhere' : 'nobody')
  if ('charged' in look) parts.push(look.charged)
  if ('needsRepair' in look && look.needsRepair) parts.push('ours')
  return parts.join(' ')
}

/** Codes with the line each comes to, as they are documented; said here a second time. */
const attemptLines: Record<string, string> = {
  ...{
    0: 'confirmed',
    1: 'unknown ours',
    2: 'unknown ours',
    3: 'unknown ours',
    203: 'unknown ours',
    204: 'unknown ours',
  },
  ...Object.fromEntries(
    [4, 8, 10, 12, 13, 201, 202, 1001, 1006, 1007, 2001, 2017].map((code) => [code, 'failed vendor_fault again']),
  ),
  ...{ 14: 'pending', 15: 'expired', 16: 'failed too_often last', 17: 'pending' },
  ...{
    301: 'failed identity_differs again',
    302: 'failed picture_unusable again',
    303: 'failed picture_unusable again',
  },
  ...Object.fromEntries([1002, 1003, 1004, 1005, 2011].map((code) => [code, 'failed not_live again'])),
  ...Object.fromEntries([1008, 2004, 2010, 2012, 2013, 2014].map((code) => [code, 'failed picture_unusable again'])),
  ...Object.fromEntries([2002, 2003, 2006].map((code) => [code, 'failed identity_differs again'])),
  ...Object.fromEntries([2005, 2007, 2008, 2009].map((code) => [code, 'failed no_photo again'])),
  ...{ 2015: 'failed other_face again', 2016: 'failed other_face again', 2018: 'failed too_often again' },
}

const billedCodes = ['0', '1002', '2006', '2016']

describe('W8 codes of Tencent Cloud about an attempt', () => {
  it('each have one row, and those that are charged are these four', () => {
    expect(attemptCodes.map(({ code }) => code).toSorted()).toEqual(Object.keys(attemptLines).toSorted())
    expect(attemptCodes.flatMap(({ code, billed }) => (billed === 'yes' ? [code] : [])).toSorted()).toEqual(billedCodes)
  })

  it.each(Object.entries(attemptLines))('%s: %s', async (code, line) => {
    const body = text({ ErrCode: Number(code), LivenessDetail: attempts(true, false) })
    const look = await answering(body, (url) => tencentAt(url).look(TENCENT_TOKEN))
    const isCounted = look.kind !== 'unknown'
    expect(told(look)).toBe(isCounted ? `${line} 1` : line)
    expect(look.vendorCode).toBe(code)
  })

  it('say nothing before somebody tried', async () => {
    for (const said of [{ ErrCode: null }, {}, { ErrCode: null, LivenessDetail: [] }])
      expect(await answering(text(said), (url) => tencentAt(url).look(TENCENT_TOKEN))).toEqual({
        ...{ kind: 'pending', charged: 0, vendorCode: 'no_attempt' },
      })
  })

  it('are not for billing: each attempt says of itself whether it is charged', async () => {
    const looked = (of: unknown) =>
      answering(text({ ErrCode: 0, LivenessDetail: of }), (url) => tencentAt(url).look(TENCENT_TOKEN))
    expect(await looked(attempts(true, false, true, true))).toMatchObject({ charged: 3 })
    expect(await looked([{ IsNeedCharge: true }, { Errcode: 0 }])).toMatchObject({ charged: 'unknown' })
    expect(await looked(null)).toMatchObject({ charged: 0 })
  })

  it('come with whose confirmation it is, to be compared and never printed', async () => {
    const body = text({ ErrCode: 0, Extra: 'abc', IdCard: '11010118850615001X', LivenessDetail: attempts(true) })
    const look = await answering(body, (url) => tencentAt(url).look(TENCENT_TOKEN))
    expect(look).toMatchObject({ challenge: 'abc' })
    expect(look.kind === 'confirmed' && look.idNumber?.()).toBe('11010118850615001X')
    expect(JSON.stringify(look)).not.toContain('1101')
  })

  it('are asked for as text alone, so that no picture comes', async () => {
    const vendor = await startVendor((_received, response) => response.end(text({ ErrCode: 0 })))
    await tencentAt(`http://127.0.0.1:${vendor.port}`).look(TENCENT_TOKEN)
    await vendor.close()
    expect(JSON.parse(vendor.calls[0]?.body ?? '')).toEqual({ BizToken: TENCENT_TOKEN, RuleId: '7', InfoType: '1' })
  })

  it('can be heard for two hours more or less, and asked about for three days', async () => {
    const body = tencent.enveloped({ BizToken: TENCENT_TOKEN, Url: 'https://x.example.com/' })
    const begun = await answering(body, (url) => tencentAt(url).begin(beginning, facePermit('tencent_cloud')))
    expect(begun).toMatchObject({ token: { expiresAt: NOW + 2 * HOUR, readableUntil: NOW + 71 * HOUR } })
  })
})

describe('W8 codes of Tencent Cloud about beginning', () => {
  const ours = 'not_begun ours'
  const lines: Record<string, string> = {
    RequestLimitExceeded: 'not_begun',
    ...Object.fromEntries(
      [
        ...['AuthFailure', 'UnauthorizedOperation', 'MissingParameter', 'UnknownParameter', 'InvalidAction'],
        ...['InvalidRequest', 'ActionOffline', 'NoSuchProduct', 'NoSuchVersion', 'UnsupportedProtocol'],
        ...['UnsupportedRegion', 'IpInBlacklist', 'IpNotInWhitelist', 'RequestSizeLimitExceeded'],
        ...['InvalidParameterValue.RuleIdNotExist', 'InvalidParameterValue.RuleIdDisabled', 'LimitExceeded'],
        ...['OperationDenied', 'ResourceInsufficient', 'ResourceUnavailable', 'ResourceNotFound'],
        ...['UnsupportedOperation', 'FailedOperation.StsUnAuthErrError'],
      ].map((code) => [code, ours]),
    ),
    InvalidParameter: 'refused vendor_refused elsewhere',
    InvalidParameterValue: 'refused vendor_refused elsewhere',
    'FailedOperation.IdentityAuthLimitExceeded': 'refused too_often elsewhere',
    ...Object.fromEntries(
      [
        ...['FailedOperation', 'ResourceInUse', 'ResponseSizeLimitExceeded', 'ServiceUnavailable'],
        ...['InternalError', 'DryRunOperation', 'SomethingNew'],
      ].map((code) => [code, 'unknown']),
    ),
  }

  it('each have one row', () => {
    const known = Object.keys(lines).filter((code) => code !== 'SomethingNew')
    expect(tencentBegins.map(({ code }) => code).toSorted()).toEqual(known.toSorted())
  })

  it.each(Object.entries(lines))('%s: %s', async (code, line) => {
    const body = tencent.enveloped({ Error: { Code: code, Message: 'x' } })
    expect(told(await answering(body, (url) => tencentAt(url).begin(beginning, facePermit('tencent_cloud'))))).toBe(
      line,
    )
  })

  const looks: Record<string, string> = {
    'InvalidParameterValue.BizTokenExpired': 'expired unknown',
    ...{ AuthFailure: 'unknown ours', UnauthorizedOperation: 'unknown ours' },
    'InvalidParameterValue.BizTokenIllegal': 'unknown ours',
    'InvalidParameterValue.RuleIdNotExist': 'unknown ours',
    InternalError: 'unknown',
  }
  it.each(Object.entries(looks))('%s in place of a result: %s', async (code, line) => {
    const body = tencent.enveloped({ Error: { Code: code, Message: 'x' } })
    expect(told(await answering(body, (url) => tencentAt(url).look(TENCENT_TOKEN)))).toBe(line)
    expect(tencentLooks.length).toBe(Object.keys(looks).length - 1)
  })
})

describe('W8 codes of Alibaba Cloud', () => {
  const permit = facePermit('alibaba_cloud')
  const begins: Record<string, string> = {
    ...Object.fromEntries(['400', '402', '404', '410', '411', '412'].map((code) => [code, 'not_begun ours'])),
    ...Object.fromEntries(['401', '414', '415', '416'].map((code) => [code, 'refused vendor_refused elsewhere'])),
    ...{ 417: 'refused no_photo elsewhere', 418: 'refused too_often elsewhere', 500: 'unknown', 999: 'unknown' },
  }
  const ofGateway: Record<string, string> = {
    Throttling: 'not_begun',
    ...Object.fromEntries(
      [
        ...['InvalidAccessKeyId', 'InvalidAccessKeySecret', 'SignatureDoesNotMatch', 'IncompleteSignature'],
        ...['InvalidSignature', 'InvalidTimeStamp', 'MissingParameter', 'InvalidAction', 'InvalidVersion'],
        ...['InvalidProduct', 'InvalidProtocol', 'UnsupportedHTTPMethod', 'Forbidden', 'NoPermission'],
      ].map((code) => [code, 'not_begun ours']),
    ),
    InvalidParameter: 'refused vendor_refused elsewhere',
    ...{ SignatureNonceUsed: 'unknown', ServiceUnavailable: 'unknown', InternalError: 'unknown' },
  }

  it('about beginning each have one row', () => {
    const known = [...Object.keys(begins).filter((code) => code !== '999'), ...Object.keys(ofGateway)]
    expect(alibabaBegins.map(({ code }) => code).toSorted()).toEqual(known.toSorted())
  })

  it.each(Object.entries(begins))('%s to a beginning: %s', async (code, line) => {
    expect(told(await answering(alibaba.refusing(code), (url) => alibabaAt(url).begin(beginning, permit)))).toBe(line)
  })

  it.each(Object.entries(ofGateway))('%s by the gateway: %s', async (code, line) => {
    const begun = await answering(alibaba.refusing(code), (url) => alibabaAt(url).begin(beginning, permit), 400)
    expect(told(begun)).toBe(line)
    const look = await answering(alibaba.refusing(code), (url) => alibabaAt(url).look(ALIBABA_TOKEN), 400)
    expect(told(look)).toBe(line === 'not_begun ours' ? 'unknown ours' : 'unknown')
  })

  const looks: Record<string, string> = {
    ...Object.fromEntries(
      ['400', '401', '402', '404', '406', '410', '411', '412'].map((code) => [code, 'unknown ours']),
    ),
    ...{ 403: 'pending 0', 424: 'pending 0', 500: 'unknown', 999: 'unknown' },
    ...Object.fromEntries(['414', '415', '416'].map((code) => [code, 'failed picture_unusable again unknown'])),
    ...{ 417: 'failed no_photo again unknown', 418: 'failed too_often again unknown' },
    427: 'failed risk_rule again unknown',
  }
  it.each(Object.entries(looks))('%s to a question: %s', async (code, line) => {
    expect(told(await answering(alibaba.refusing(code), (url) => alibabaAt(url).look(ALIBABA_TOKEN)))).toBe(line)
  })

  const results: Record<string, string> = {
    'T.200': 'confirmed 1',
    'F.201': 'failed identity_differs last 1',
    'F.202': 'failed no_photo last 1',
    'F.203': 'failed no_photo last 1',
    'F.204': 'failed other_face last 1',
    'F.205': 'failed not_live last 1',
    'F.206': 'failed risk_rule last 1',
    'F.207': 'failed other_face last unknown',
    'F.209': 'failed vendor_fault last unknown',
    // in no document
    'F.298': 'failed vendor_fault last unknown',
    'T.204': 'unknown',
    'T.210': 'unknown',
    'X.200': 'unknown',
  }
  it('about results each have one row', () => {
    const known = Object.keys(results).slice(0, subCodes.length)
    expect(subCodes.map(({ code }) => code)).toEqual(known)
    expect(alibabaLooks.length).toBe(Object.keys(looks).length - 1 + Object.keys(ofGateway).length)
  })
  it.each(Object.entries(results))('%s: %s', async (code, line) => {
    const [Passed, SubCode] = code.split('.')
    const body = alibaba.enveloped({ Passed, SubCode, MaterialInfo: '{"facialPictureFront":{}}' })
    const look = await answering(body, (url) => alibabaAt(url).look(ALIBABA_TOKEN))
    expect(told(look)).toBe(line)
    expect(JSON.stringify(look)).not.toContain('facialPicture')
  })

  it('are of a token that lives half an hour, and of a form the vendor documents', async () => {
    const vendor = await startVendor((_received, response) =>
      response.end(alibaba.enveloped({ CertifyId: ALIBABA_TOKEN, CertifyUrl: 'https://t.aliyun.com/x' })),
    )
    const begun = await alibabaAt(`http://127.0.0.1:${vendor.port}`).begin(beginning, permit)
    await vendor.close()
    expect(begun).toMatchObject({ token: { expiresAt: NOW + 30 * MINUTE, readableUntil: NOW + 24 * HOUR } })
    const form = new URLSearchParams(vendor.calls[0]?.body)
    expect(Object.fromEntries(form)).toMatchObject({
      ...{ SceneId: '1000', ProductCode: 'ID_PRO', CertType: 'IDENTITY_CARD', CertNo: '11010118850615001X' },
      ...{ OuterOrderNo: beginning.challenge, ReturnUrl: beginning.returnUrl },
    })
    expect(JSON.parse(form.get('MetaInfo') ?? '')).toMatchObject({ ua: beginning.userAgent, deviceType: 'h5' })
    expect(vendor.calls[0]?.headers['x-acs-action']).toBe('InitFaceVerify')
  })
})

import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { disclosing, itemsOf } from '../../../functions/consent/permit.ts'
import { tencentCloud } from '../../../functions/vendors/tencent-cloud/face-id.ts'
import { errorCodes, resultCodes } from '../../../functions/vendors/tencent-cloud/face-id-codes.ts'
import { type CheckResult, itemsAsked, refusesUs } from '../../../functions/verification/check/checker.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'
import { enveloped, faults, freshKey, type Received, startVendor, verifies } from './tencent-vendor.ts'

const PERSON = {
  question: 'carrier_three_element',
  name: '买买提·吐尔逊',
  idNumber: '11010118850615001x',
  phone: '19400000000',
} as const
const { permit } = disclosing(
  { id: 'c', accountId: 'a', purpose: 'identity_check', items: itemsOf.identity_check },
  { id: 'd', recipient: 'tencent_cloud', items: itemsAsked(PERSON.question), check: 'v', at: 0 },
)
const NOW = Date.UTC(2026, 10, 5, 4)
const limits = { connectMs: 300, totalMs: 300, maxBytes: 64_000 }

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
})

const checkerAt = (port: number, key = freshKey()) =>
  tencentCloud(
    { url: `http://127.0.0.1:${port}/sandbox/tencent-cloud/faceid`, ...key, region: 'ap-guangzhou' },
    { outgoing: outgoing(limits), clock: { now: () => NOW } },
  )

type Answer = (received: Received, response: ServerResponse) => void

const checked = async (answer: Answer, key = freshKey()): Promise<{ result: CheckResult; received: Received[] }> => {
  const vendor = await startVendor(answer)
  opened.push(vendor)
  return { result: await checkerAt(vendor.port, key).check(PERSON, permit), received: vendor.calls }
}

const replying = async (text: string): Promise<CheckResult> =>
  (await checked((_received, response) => response.end(text))).result

describe('happy: what is asked', () => {
  it('posts one signed PhoneVerification with the three elements, the number in upper case', async () => {
    const key = freshKey()
    const { result, received } = await checked((_received, response) => response.end(enveloped({ Result: '0' })), key)
    expect(result).toEqual({
      kind: 'verdict',
      verdict: 'match',
      billed: 'yes',
      vendorCode: '0',
      requestId: '0c2d9b7e-6a51-4f0e-9a5e-0d6f3a8b1c22',
    })
    expect(received).toHaveLength(1)
    const [call] = received
    expect(call?.url).toBe('/sandbox/tencent-cloud/faceid')
    expect(call?.headers).toMatchObject({
      'x-tc-action': 'PhoneVerification',
      'x-tc-version': '2018-03-01',
      'x-tc-region': 'ap-guangzhou',
      'x-tc-timestamp': String(NOW / 1000),
      'content-type': 'application/json',
    })
    expect(JSON.parse(call?.body ?? '')).toEqual({
      IdCard: '11010118850615001X',
      Name: '买买提·吐尔逊',
      Phone: '19400000000',
      VerifyMode: '0',
    })
    expect(await verifies(key, call?.headers ?? {}, call?.body ?? '')).toBe(true)
  })
})

describe('P6 P7 every documented result', () => {
  const documented = [
    ['0', 'verdict', 'match', 'yes'],
    ['-0', 'verdict', 'match', 'yes'],
    ['-4', 'verdict', 'mismatch', 'yes'],
    ['-9', 'verdict', 'no_record', 'no'],
    ['-6', 'refused', undefined, 'no'],
    ['-7', 'refused', undefined, 'no'],
    ['-8', 'refused', undefined, 'no'],
    ['-11', 'not_executed', undefined, undefined],
    ['-12', 'refused', undefined, 'no'],
    ['-13', 'refused', undefined, 'no'],
  ] as const

  it.each(documented)('%s is %s %s, billed %s', async (Result, kind, verdict, billed) => {
    const result = await replying(enveloped({ Result, Description: '认证通过', Isp: '移动' }))
    expect(result).toMatchObject({ kind, vendorCode: Result, ...(verdict && { verdict }), ...(billed && { billed }) })
  })

  it.each([
    ['-6', 'data_unsupported', true],
    ['-7', 'data_unsupported', true],
    ['-8', 'data_unsupported', true],
    ['-12', 'vendor_daily_limit', undefined],
    ['-13', 'number_segment_unsupported', true],
  ])('%s is refused because of %s, and another vendor may be asked: %j', async (Result, because, notLookedUp) => {
    expect(await replying(enveloped({ Result }))).toEqual({
      kind: 'refused',
      because,
      billed: 'no',
      vendorCode: Result,
      requestId: '0c2d9b7e-6a51-4f0e-9a5e-0d6f3a8b1c22',
      notLookedUp,
    })
  })

  it('has a row for exactly these', () => {
    expect(resultCodes.map((row) => row.code).sort()).toEqual(documented.map(([code]) => code).sort())
  })

  it('bills a match and a mismatch only', () => {
    const billed = resultCodes.filter((row) => row.billed === 'yes').map((row) => row.code)
    expect(billed).toEqual(['0', '-0', '-4'])
  })
})

/** What each row of the table must come to, written down a second time. `!`: ours to repair. */
const errors: Record<'not_executed' | 'not_executed!' | 'refused' | 'refused!' | 'unknown', string[]> = {
  not_executed: ['RequestLimitExceeded'],
  'not_executed!': [
    'AuthFailure',
    'UnauthorizedOperation',
    'MissingParameter',
    'UnknownParameter',
    'InvalidAction',
    'InvalidRequest',
    'ActionOffline',
    'NoSuchProduct',
    'NoSuchVersion',
    'UnsupportedProtocol',
    'UnsupportedRegion',
    'IpInBlacklist',
    'IpNotInWhitelist',
    'RequestSizeLimitExceeded',
  ],
  'refused!': [
    'LimitExceeded',
    'OperationDenied',
    'ResourceInsufficient',
    'ResourceUnavailable',
    'ResourceNotFound',
    'UnsupportedOperation',
    'FailedOperation.StsUnAuthErrError',
  ],
  refused: ['InvalidParameter', 'InvalidParameterValue'],
  unknown: [
    'FailedOperation',
    'FailedOperation.UnKnown',
    'ResourceInUse',
    'ResponseSizeLimitExceeded',
    'ServiceUnavailable',
    'InternalError',
    'DryRunOperation',
  ],
}

/** Codes as they come, which their family decides. */
const members: typeof errors = {
  not_executed: [
    'RequestLimitExceeded.UinLimitExceeded',
    'RequestLimitExceeded.IPLimitExceeded',
    'RequestLimitExceeded.GlobalRegionUinLimitExceeded',
  ],
  'not_executed!': [
    'AuthFailure.SignatureExpire',
    'AuthFailure.SignatureFailure',
    'AuthFailure.SecretIdNotFound',
    'AuthFailure.InvalidSecretId',
    'AuthFailure.InvalidAuthorization',
    'AuthFailure.TokenFailure',
    'AuthFailure.MFAFailure',
    'AuthFailure.UnauthorizedOperation',
    'UnauthorizedOperation.ActivateError',
    'UnauthorizedOperation.Activating',
    'UnauthorizedOperation.Arrears',
    'UnauthorizedOperation.ArrearsStop',
    'UnauthorizedOperation.ChargeStatusException',
    'UnauthorizedOperation.NonAuthorize',
    'UnauthorizedOperation.Nonactivated',
  ],
  'refused!': ['ResourceUnavailable.InArrears', 'ResourceUnavailable.ResourcePackageRunOut', 'LimitExceeded.Quota'],
  refused: ['InvalidParameter.UnsupportEncryptField'],
  unknown: [
    'InternalError.EncryptSystemError',
    'InternalError.UnKnown',
    'FailedOperation.DecryptSystemError',
    'SomethingNew.Tomorrow',
  ],
}

describe('P6 refused: errors of the call', () => {
  const all = [errors, members].flatMap((table) =>
    Object.entries(table).flatMap(([means, codes]) => codes.map((code) => [code, means] as const)),
  )

  it.each(all)('%s is %s', async (Code, means) => {
    const result = await replying(enveloped({ Error: { Code, Message: PERSON.name } }))
    const kind = means.replace('!', '')
    expect(result).toMatchObject({ kind, vendorCode: Code })
    expect(refusesUs(result)).toBe(means.endsWith('!'))
    if (kind === 'refused')
      expect(result).toMatchObject({ because: 'vendor_refused', billed: means.endsWith('!') ? 'unknown' : 'no' })
  })

  it('has a row for exactly these', () => {
    expect(errorCodes.map(({ code }) => code).sort()).toEqual(Object.values(errors).flat().sort())
  })

  it('asks again only where a row says so, free of charge, and no error is a verdict', () => {
    const repeatable = [...resultCodes, ...errorCodes].filter((row) => row.kind === 'not_executed')
    expect(repeatable.map((row) => row.code).sort()).toEqual(
      ['-11', ...errors.not_executed, ...errors['not_executed!']].sort(),
    )
    expect(repeatable.filter(({ billed }) => billed !== 'no')).toEqual([])
    expect(errorCodes.filter((row) => row.kind === 'verdict')).toEqual([])
  })

  it('names each code once', () => {
    const codes = [...resultCodes, ...errorCodes].map((row) => row.code)
    expect(new Set(codes).size).toBe(codes.length)
  })
})

describe('P6 hostile: what vendor and network can do', () => {
  it('is not executed where nobody listens', async () => {
    const vendor = await startVendor(() => undefined)
    await vendor.close()
    const result = await checkerAt(vendor.port).check(PERSON, permit)
    expect(result).toEqual({ kind: 'not_executed', vendorCode: 'ECONNREFUSED' })
  })

  it.each(Object.entries(faults))('is unknown after one call where the vendor %s', async (_name, fault) => {
    const good = enveloped({ Result: '0', Description: 'ok' })
    const { result, received } = await checked((_received, response) => fault(response, good))
    expect(result.kind).toBe('unknown')
    expect(received).toHaveLength(1)
  })

  it.each([
    ['+0'],
    [' 0'],
    ['00'],
    ['1'],
    ['-1'],
    ['-5'],
    ['-10'],
    ['-14'],
    ['Success'],
    [''],
    [0],
    [true],
    [null],
    [['0']],
    [undefined],
    [PERSON.idNumber],
  ])('never takes Result %j for a match', async (Result) => {
    expect((await replying(enveloped({ Result, Description: '认证通过' }))).kind).toBe('unknown')
  })

  it('gives back nothing of the evidence, whatever the vendor repeats', async () => {
    for (const echo of [PERSON.name, PERSON.idNumber, PERSON.phone, `${PERSON.idNumber.slice(0, 17)}`]) {
      const bodies = [
        { Response: { Result: echo, RequestId: echo } },
        { Response: { Result: '-6', Description: echo, RequestId: echo } },
        { Response: { Result: '0', RequestId: echo } },
        { Response: { Error: { Code: echo, Message: echo }, RequestId: echo } },
        { Response: { Error: { Code: `InvalidParameter.${echo}`, Message: echo }, RequestId: echo } },
        { [echo]: echo },
      ]
      for (const body of bodies) expect(JSON.stringify(await replying(JSON.stringify(body)))).not.toContain(echo)
    }
  })
})

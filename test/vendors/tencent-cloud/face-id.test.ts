import { afterEach, describe, expect, it } from 'vitest'
import { tencentCloud, tencentCloudFrom } from '../../../functions/vendors/tencent-cloud/face-id.ts'
import { errorCodes, type FaceIdAction, resultCodes } from '../../../functions/vendors/tencent-cloud/face-id-codes.ts'
import {
  type CheckResult,
  itemsAsked,
  type Question,
  refusesUs,
} from '../../../functions/verification/check/checker.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'
import { askedOf, consequences, permitFor } from '../checks.ts'
import { type Received, startVendor } from '../vendor-server.ts'
import { enveloped, freshKey, REQUEST_ID, verifies } from './tencent-vendor.ts'

const NOW = Date.UTC(2026, 10, 5, 4)
const limits = { connectMs: 1000, totalMs: 1000, maxBytes: 64_000 }

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
})

type About = { question?: Question; detailed?: boolean; key?: ReturnType<typeof freshKey> }

/** What a checker makes of an answer, and what it asked. */
const asking = async (
  text: string,
  { question = 'carrier_three_element', detailed = false, key = freshKey() }: About = {},
): Promise<{ result: CheckResult; received: Received[] }> => {
  const vendor = await startVendor((_received, response) => response.end(text))
  opened.push(vendor)
  const account = { url: `http://127.0.0.1:${vendor.port}/below`, ...key, region: 'ap-guangzhou' }
  const checker = tencentCloud({ ...account, detailed }, { outgoing: outgoing(limits), clock: { now: () => NOW } })
  const permit = permitFor('tencent_cloud', itemsAsked(question))
  return { result: await checker.check(askedOf(question), permit), received: vendor.calls }
}

const replying = async (text: string, about: About = {}): Promise<CheckResult> => (await asking(text, about)).result

const NAME = '买买提·吐尔逊'
const asked = { IdCard: '11010118850615001X', Name: NAME }
const withPhone = { ...asked, Phone: '19400000000' }

describe('happy: what is asked', () => {
  it.each<[FaceIdAction, About, Record<string, string>]>([
    ['PhoneVerification', {}, { ...withPhone, VerifyMode: '0' }],
    ['PhoneVerification', { detailed: true }, { ...withPhone, VerifyMode: '1' }],
    ['IdCardVerification', { question: 'identity_two_element' }, asked],
    ['IdCardVerification', { question: 'identity_two_element', detailed: true }, asked],
    ['BankCard4EVerification', { question: 'bank_card_four_element' }, { ...withPhone, BankCard: '6200000000000005' }],
  ])('is one signed %s, for %j', async (action, about, parameters) => {
    const key = freshKey()
    const { result, received } = await asking(enveloped({ Result: '0' }), { ...about, key })
    expect(result).toStrictEqual({
      kind: 'verdict',
      verdict: 'match',
      billed: 'yes',
      vendorCode: '0',
      requestId: REQUEST_ID,
    })
    expect(received).toHaveLength(1)
    const [call] = received
    expect(call?.url).toBe('/below')
    expect(call?.headers).toMatchObject({
      'x-tc-action': action,
      'x-tc-version': '2018-03-01',
      'x-tc-region': 'ap-guangzhou',
      'x-tc-timestamp': String(NOW / 1000),
      'content-type': 'application/json',
    })
    expect(JSON.parse(call?.body ?? '')).toEqual(parameters)
    expect(await verifies(key, call?.headers ?? {}, call?.body ?? '')).toBe(true)
  })
})

const questionOf: Record<FaceIdAction, Question> = {
  PhoneVerification: 'carrier_three_element',
  IdCardVerification: 'identity_two_element',
  BankCard4EVerification: 'bank_card_four_element',
}

/**
 * Every documented `Result`, written down a second time: what it comes to, whether it is charged, and whether the same may be asked
 * again (`again`), put to another vendor (`other vendor`) or is final (`final`). None of them is ours to repair.
 */
const documented: Record<FaceIdAction, readonly [code: string, outcome: string, billed: string, next: string][]> = {
  PhoneVerification: [
    ['0', 'match', 'yes', 'final'],
    ['-0', 'match', 'yes', 'final'],
    ['-4', 'mismatch', 'yes', 'final'],
    ['-9', 'no_record', 'no', 'final'],
    ['-6', 'data_unsupported', 'no', 'other vendor'],
    ['-7', 'data_unsupported', 'no', 'other vendor'],
    ['-8', 'data_unsupported', 'no', 'other vendor'],
    ['-11', 'not_executed', 'no', 'again'],
    ['-12', 'vendor_daily_limit', 'no', 'final'],
    ['-13', 'number_segment_unsupported', 'no', 'other vendor'],
  ],
  IdCardVerification: [
    ['0', 'match', 'yes', 'final'],
    ['-0', 'match', 'yes', 'final'],
    ['-1', 'mismatch', 'yes', 'final'],
    ['-5', 'no_record', 'no', 'final'],
    ['-2', 'data_unsupported', 'no', 'other vendor'],
    ['-3', 'data_unsupported', 'no', 'other vendor'],
    ['-4', 'not_executed', 'no', 'again'],
    ['-6', 'not_executed', 'no', 'again'],
    ['-7', 'vendor_daily_limit', 'no', 'final'],
  ],
  BankCard4EVerification: [
    ['0', 'match', 'yes', 'final'],
    ['-0', 'match', 'yes', 'final'],
    ['-1', 'mismatch', 'yes', 'final'],
    ['-6', 'mismatch of name and idNumber', 'yes', 'final'],
    ['-2', 'data_unsupported', 'no', 'other vendor'],
    ['-3', 'data_unsupported', 'no', 'other vendor'],
    ['-4', 'data_unsupported', 'no', 'other vendor'],
    ['-5', 'data_unsupported', 'no', 'other vendor'],
    ['-20', 'data_unsupported', 'no', 'other vendor'],
    ...['-7', '-8', '-9', '-10', '-11', '-12', '-13', '-14', '-15', '-16', '-17', '-21'].map(
      (code): [string, string, string, string] => [code, 'card_unusable', 'yes', 'final'],
    ),
    ['-18', 'not_executed', 'no', 'again'],
    ['-19', 'vendor_daily_limit', 'no', 'final'],
  ],
}

const cases = (Object.keys(documented) as FaceIdAction[]).flatMap((action) =>
  documented[action].map((row) => [action, ...row] as const),
)

describe('P6 P7 every documented result', () => {
  it.each(cases)('%s %s is %s, billed %s, then %s', async (action, Result, outcome, billed, next) => {
    const text = enveloped({ Result, Description: '认证通过', Isp: '移动' })
    expect(consequences(await replying(text, { question: questionOf[action] }))).toEqual({
      ...{ vendorCode: Result, outcome, billed, next },
      repair: false,
    })
  })

  it.each(Object.keys(documented) as FaceIdAction[])('of %s has a row for exactly these', (action) => {
    const codes = resultCodes[action].map((row) => row.code).filter((code) => !code.includes('.'))
    expect(codes.sort()).toEqual(documented[action].map(([code]) => code).sort())
  })
})

describe('P7 the detailed mode', () => {
  const details: Record<string, string> = {
    PhoneIdCardMismatch: 'mismatch of idNumber',
    PhoneNameMismatch: 'mismatch of name',
    PhoneNameIdCardMismatch: 'mismatch of phone',
    NameIdCardMismatch: 'mismatch of name and idNumber',
    OtherMismatch: 'mismatch',
  }

  it.each(Object.entries(details))('says with %s: %s', async (ResultDetail, outcome) => {
    const result = await replying(enveloped({ Result: '-4', ResultDetail }), { detailed: true })
    expect(consequences(result)).toEqual({
      ...{ vendorCode: '-4', outcome, billed: 'yes', next: 'final' },
      repair: false,
    })
  })

  it('has a row for exactly these', () => {
    const codes = Object.values(resultCodes).flatMap((rows) => rows.map(({ code }) => code))
    const withDetail = codes.filter((code) => code.includes('.'))
    expect(withDetail.sort()).toEqual(
      Object.keys(details)
        .map((detail) => `-4.${detail}`)
        .sort(),
    )
  })

  it.each(['', null, undefined, 'SomethingNew', 'toString', NAME])('says no more with %j', async (ResultDetail) => {
    const result = await replying(enveloped({ Result: '-4', ResultDetail }), { detailed: true })
    expect(result).toStrictEqual({
      kind: 'verdict',
      verdict: 'mismatch',
      billed: 'yes',
      vendorCode: '-4',
      requestId: REQUEST_ID,
    })
  })

  it.each(['0', '-9', '-13', '-99'])('changes nothing about %s', async (Result) => {
    const beside = enveloped({ Result, ResultDetail: 'PhoneNameMismatch' })
    expect(await replying(beside, { detailed: true })).toStrictEqual(await replying(enveloped({ Result })))
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
    const result = await replying(enveloped({ Error: { Code, Message: NAME } }))
    const kind = means.replace('!', '')
    expect(result).toMatchObject({ kind, vendorCode: Code })
    expect(refusesUs(result)).toBe(means.endsWith('!'))
    if (kind === 'refused')
      expect(result).toMatchObject({ because: 'vendor_refused', billed: means.endsWith('!') ? 'unknown' : 'no' })
  })

  it('has a row for exactly these', () => {
    expect(errorCodes.map(({ code }) => code).sort()).toEqual(Object.values(errors).flat().sort())
  })

  it('asks again only what is free, and no error is a verdict', () => {
    const repeatable = errorCodes.filter((row) => row.kind === 'not_executed')
    expect(repeatable.map((row) => row.code).sort()).toEqual(
      [...errors.not_executed, ...errors['not_executed!']].sort(),
    )
    expect(errorCodes.filter((row) => row.kind === 'verdict')).toEqual([])
  })

  it('names each code once', () => {
    for (const rows of [...Object.values(resultCodes), errorCodes])
      expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
  })
})

describe('P6 hostile: a code that is like one of the table', () => {
  it.each(Object.values(questionOf))('is no verdict for %s', async (question) => {
    for (const Result of ['1', '-22', '-99', '-100', 0, -1])
      expect([Result, (await replying(enveloped({ Result }), { question })).kind]).toEqual([Result, 'unknown'])
  })

  it('is told where it is a code, however new', async () => {
    expect(await replying(enveloped({ Result: '-99' }))).toMatchObject({ vendorCode: '-99' })
    expect(await replying(enveloped({ Result: '-1234' }))).toMatchObject({ vendorCode: '-1234' })
    for (const Result of ['-12345', '', '-', '0.PhoneNameMismatch', '0.', '-4.PhoneNameMismatch'])
      expect(await replying(enveloped({ Result }))).toMatchObject({ kind: 'unknown', vendorCode: 'unlisted_code' })
  })
})

describe('the account', () => {
  it.each([
    [64 * 1024, 'verdict'],
    [64 * 1024 + 1, 'unknown'],
  ])('is made of its secret, and reads an answer of %d bytes: %s', async (bytes, kind) => {
    const key = freshKey()
    const vendor = await startVendor((_received, response) => response.end(enveloped({ Result: '0' }).padEnd(bytes)))
    opened.push(vendor)
    const parts = { url: `http://127.0.0.1:${vendor.port}`, limits, clock: { now: () => NOW }, detailed: true }
    const checker = tencentCloudFrom(parts)({ ...key, region: 'ap-guangzhou' })
    const permit = permitFor('tencent_cloud', itemsAsked('carrier_three_element'))
    expect((await checker.check(askedOf('carrier_three_element'), permit)).kind).toBe(kind)
    expect(JSON.parse(vendor.calls[0]?.body ?? '')).toMatchObject({ VerifyMode: '1' })
  })
})

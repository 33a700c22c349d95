import { afterEach, describe, expect, it } from 'vitest'
import { cloudauth, cloudauthFrom } from '../../../functions/vendors/alibaba-cloud/cloudauth.ts'
import {
  bizCodes,
  type CloudauthAction,
  gatewayCodes,
  returnCodes,
} from '../../../functions/vendors/alibaba-cloud/cloudauth-codes.ts'
import { type CheckResult, itemsAsked, type Question } from '../../../functions/verification/check/checker.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'
import { askedOf, consequences, permitFor } from '../checks.ts'
import { type Received, startVendor } from '../vendor-server.ts'
import { enveloped, freshKey, REQUEST_ID, refusing, verifies } from './alibaba-vendor.ts'

const NOW = Date.UTC(2026, 10, 5, 4)
const limits = { connectMs: 1000, totalMs: 1000 }
const NONCE = '0193a1b2c3d4e5f60718293a4b5c6d7e'
const deps = {
  outgoing: outgoing({ ...limits, maxBytes: 64_000 }),
  clock: { now: () => NOW },
  ids: { id: () => NONCE, secret: () => '', below: () => 0 },
}

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
})

type About = { action?: CloudauthAction; status?: number; key?: ReturnType<typeof freshKey>; detailed?: boolean }

const questionOf: Record<CloudauthAction, Question> = {
  Mobile3MetaSimpleVerify: 'carrier_three_element',
  Mobile3MetaDetailVerify: 'carrier_three_element',
  Id2MetaVerify: 'identity_two_element',
  BankMetaVerify: 'bank_card_four_element',
  MobileRecycledMetaVerify: 'phone_still_held',
}
const actions = Object.keys(questionOf) as CloudauthAction[]

/** What a checker makes of an answer, and what it asked. */
const asking = async (
  text: string,
  { action = 'Mobile3MetaSimpleVerify', status = 200, key = freshKey(), ...mode }: About = {},
): Promise<{ result: CheckResult; received: Received[] }> => {
  const vendor = await startVendor((_received, response) => response.writeHead(status).end(text))
  opened.push(vendor)
  const detailed = mode.detailed ?? action === 'Mobile3MetaDetailVerify'
  const checker = cloudauth({ url: `http://127.0.0.1:${vendor.port}/below`, ...key, detailed }, deps)
  const question = questionOf[action]
  const permit = permitFor('alibaba_cloud', itemsAsked(question))
  return { result: await checker.check(askedOf(question), permit), received: vendor.calls }
}

const replying = async (text: string, about: About = {}): Promise<CheckResult> => (await asking(text, about)).result

const answering = (code: string): string => {
  const [BizCode, SubCode] = code.split('.')
  return enveloped({ BizCode, ...(SubCode !== undefined && { SubCode }), IspName: 'CMCC' })
}

const person = { IdentifyNum: '11010118850615001X', ParamType: 'normal', UserName: '买买提·吐尔逊' }
const withPhone = { ...person, Mobile: '19400000000' }
const withCard = {
  ...withPhone,
  BankCard: '6200000000000005',
  ProductType: 'BANK_CARD_4_META',
  VerifyMode: 'VERIFY_BANK_CARD',
}

const ofNumber = { Mobile: '19400000000', ParamType: 'normal', RegisterDate: '20261105' }

describe('happy: what is asked', () => {
  it.each<[CloudauthAction, boolean, string, Record<string, string>]>([
    ['Mobile3MetaSimpleVerify', false, '1', withPhone],
    ['Mobile3MetaDetailVerify', true, '1.101', withPhone],
    ['Id2MetaVerify', false, '1', person],
    ['Id2MetaVerify', true, '1', person],
    ['BankMetaVerify', false, '1.101', withCard],
    ['BankMetaVerify', true, '1.101', withCard],
    ['MobileRecycledMetaVerify', false, '1.101', ofNumber],
    ['MobileRecycledMetaVerify', true, '1.101', ofNumber],
  ])('is one signed %s (detailed: %j)', async (action, detailed, code, parameters) => {
    const key = freshKey()
    const { result, received } = await asking(answering(code), { action, detailed, key })
    const verdict = { kind: 'verdict', verdict: 'match', billed: 'yes', vendorCode: code, requestId: REQUEST_ID }
    expect(result).toStrictEqual(verdict)
    expect(received).toHaveLength(1)
    const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = received
    expect(url).toBe('/below')
    expect(headers).toMatchObject({
      'x-acs-action': action,
      'x-acs-version': '2019-03-07',
      'x-acs-date': '2026-11-05T04:00:00Z',
      'x-acs-signature-nonce': NONCE,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    })
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual(parameters)
    expect(await verifies(key, headers, body)).toBe(true)
  })
})

type Row = readonly [code: string, outcome: string, billed: string, next: string]

/**
 * Every documented `BizCode` and `SubCode`, written down a second time: what it comes to, whether it is charged (the documents for
 * here do not say it of 3), and what may be asked next. None of them is ours to repair.
 */
const together: readonly Row[] = [
  ['1', 'match', 'yes', 'final'],
  ['2', 'mismatch', 'yes', 'final'],
  ['3', 'no_record', 'unknown', 'final'],
]
const cardStates = ['202', '203', '204', '205', '206', '207', '208', '209', '210', '211', '212', '213', '216']
const documented: Record<CloudauthAction, readonly Row[]> = {
  Mobile3MetaSimpleVerify: together,
  Id2MetaVerify: together,
  Mobile3MetaDetailVerify: [
    ['1.101', 'match', 'yes', 'final'],
    ['2.201', 'mismatch of phone', 'yes', 'final'],
    ['2.202', 'mismatch of idNumber', 'yes', 'final'],
    ['2.203', 'mismatch of name', 'yes', 'final'],
    ['2.204', 'mismatch', 'yes', 'final'],
    ['3.301', 'no_record', 'unknown', 'final'],
  ],
  MobileRecycledMetaVerify: [
    ['1.101', 'match', 'yes', 'final'],
    ['1.102', 'mismatch', 'yes', 'final'],
    ['1.103', 'no_record', 'yes', 'final'],
    ['3.301', 'no_record', 'unknown', 'final'],
  ],
  BankMetaVerify: [
    ['1.101', 'match', 'yes', 'final'],
    ['2.201', 'mismatch of name and idNumber', 'yes', 'final'],
    ['2.214', 'mismatch of phone', 'yes', 'final'],
    ['2.215', 'mismatch', 'yes', 'final'],
    ...cardStates.map((code): Row => [`2.${code}`, 'card_unusable', 'yes', 'final']),
    ['3.301', 'card_unusable', 'unknown', 'final'],
    ['3.302', 'card_unusable', 'unknown', 'final'],
    ['3.303', 'card_unusable', 'unknown', 'final'],
    ['3.304', 'data_unsupported', 'unknown', 'final'],
    ['3.305', 'vendor_refused', 'unknown', 'final'],
  ],
}

const cases = actions.flatMap((action) => documented[action].map((row) => [action, ...row] as const))

describe('P6 P7 every documented result', () => {
  it.each(cases)('%s %s is %s, billed %s, then %s', async (action, vendorCode, outcome, billed, next) => {
    const result = await replying(answering(vendorCode), { action })
    expect(consequences(result)).toEqual({ vendorCode, outcome, billed, next, repair: false })
    expect(result).toMatchObject({ requestId: REQUEST_ID })
  })

  it.each(actions)('of %s has a row for exactly these, each once', (action) => {
    expect(bizCodes[action].map((row) => row.code).sort()).toEqual(documented[action].map(([code]) => code).sort())
  })

  it('is read as a number too, as some examples have it', async () => {
    expect(await replying(enveloped({ BizCode: 2 }))).toMatchObject({ verdict: 'mismatch', vendorCode: '2' })
    const detail = enveloped({ BizCode: 2, SubCode: 203 })
    expect(await replying(detail, { action: 'Mobile3MetaDetailVerify' })).toMatchObject({ differs: ['name'] })
  })
})

/** `Code` of an action beside 200. `!`: ours to repair. */
const returned: readonly Row[] = [
  ['400', 'not_executed!', 'no', 'again'],
  ['401', 'data_unsupported', 'no', 'other vendor'],
  ['402', 'not_executed', 'no', 'again'],
  ['403', 'vendor_daily_limit', 'no', 'final'],
  ['410', 'not_executed!', 'no', 'again'],
  ['411', 'not_executed!', 'no', 'again'],
  ['412', 'not_executed!', 'no', 'again'],
  ['500', 'unknown', 'unknown', 'final'],
]
const ofPhones: Row = ['405', 'number_segment_unsupported', 'no', 'other vendor']

const codesOf = (action: CloudauthAction): readonly Row[] =>
  action.startsWith('Mobile') ? [...returned, ofPhones] : returned

/** What the gateway says, and codes as they come, which their family decides. */
const gateway: readonly Row[] = [
  ...['Throttling', 'Throttling.User', 'Throttling.Api'].map((code): Row => [code, 'not_executed', 'no', 'again']),
  ...[
    'InvalidAccessKeyId',
    'InvalidAccessKeyId.NotFound',
    'InvalidAccessKeyId.Inactive',
    'InvalidAccessKeySecret',
    'SignatureDoesNotMatch',
    'IncompleteSignature',
    'InvalidSignature',
    'InvalidTimeStamp',
    'InvalidTimeStamp.Expired',
    'InvalidTimeStamp.Format',
    'MissingParameter',
    'InvalidAction',
    'InvalidAction.NotFound',
    'InvalidVersion',
    'InvalidProduct',
    'InvalidProduct.NotFound',
    'InvalidProtocol',
    'InvalidProtocol.NeedSsl',
    'UnsupportedHTTPMethod',
    'Forbidden',
    'Forbidden.RAM',
    'NoPermission',
  ].map((code): Row => [code, 'not_executed!', 'no', 'again']),
  ['InvalidParameter', 'vendor_refused', 'unknown', 'final'],
  ...[
    'SignatureNonceUsed',
    'ServiceUnavailable',
    'InternalError',
    'SomethingNew.Tomorrow',
    'Forbiddenly',
    '413',
    '201',
  ].map((code): Row => [code, 'unknown', 'unknown', 'final']),
]

const expected = ([vendorCode, outcome, billed, next]: Row) => ({
  ...{ vendorCode, outcome: outcome.replace('!', ''), billed, next },
  repair: outcome.endsWith('!'),
})

describe('P6 refused: errors of the call', () => {
  it.each(actions)('every code %s can return', async (action) => {
    for (const row of codesOf(action))
      for (const status of [200, 400])
        expect(consequences(await replying(refusing(row[0]), { action, status }))).toEqual(expected(row))
    expect(returnCodes[action].map(({ code }) => code).sort()).toEqual(
      codesOf(action)
        .map(([code]) => code)
        .sort(),
    )
  })

  it('knows a number segment only where there is a number', async () => {
    for (const action of ['Id2MetaVerify', 'BankMetaVerify'] as const)
      expect(await replying(refusing('405'), { action })).toMatchObject({ kind: 'unknown', vendorCode: '405' })
  })

  it.each(gateway)('%s is %s, billed %s, then %s', async (...row) => {
    for (const action of actions)
      expect(consequences(await replying(refusing(row[0]), { action, status: 403 }))).toEqual(expected(row))
  })

  it('has a row of the gateway for each, once, and no verdict among them', () => {
    const codes = gatewayCodes.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !gateway.some(([one]) => one === code))).toEqual([])
    expect(gatewayCodes.filter(({ kind }) => kind === 'verdict')).toEqual([])
  })
})

describe('P6 hostile: codes that contradict each other or are like one of the table', () => {
  it.each<[CloudauthAction, string[]]>([
    ['Mobile3MetaSimpleVerify', ['0', '4', '11', '101']],
    ['Id2MetaVerify', ['0', '4', '200']],
    ['Mobile3MetaDetailVerify', ['1', '2', '1.201', '1.102', '2.101', '2.205', '3.101', '2.301', '1.', '101.1']],
    ['BankMetaVerify', ['1', '1.201', '2.101', '2.217', '3.306', '3.201', '2.1010']],
  ])('%s takes none for a verdict', async (action, codes) => {
    for (const code of codes)
      expect([code, (await replying(answering(code), { action })).kind]).toEqual([code, 'unknown'])
  })

  it('are told where they have the form of a code', async () => {
    const action = 'BankMetaVerify'
    expect(await replying(answering('2.217'), { action })).toMatchObject({ vendorCode: '2.217', requestId: REQUEST_ID })
    for (const code of ['22.217', '2.2170', '2.21', '2'])
      expect([code, await replying(answering(code), { action })]).toMatchObject([code, { vendorCode: 'unlisted_code' }])
    expect(await replying(answering('9'))).toMatchObject({ vendorCode: '9' })
  })

  it('an answer without a result is unknown', async () => {
    for (const text of [enveloped({}), enveloped({ IspName: 'CMCC' }), enveloped({ BizCode: null })])
      expect(await replying(text)).toStrictEqual({
        kind: 'unknown',
        vendorCode: 'unexpected_shape',
        requestId: REQUEST_ID,
      })
  })
})

describe('the account', () => {
  const parts = { url: 'http://127.0.0.1:1', limits, clock: deps.clock, ids: deps.ids, detailed: false }

  it('is made of the secret that holds its key', async () => {
    const checker = cloudauthFrom(parts)({ accessKeyId: 'L', accessKeySecret: 's', more: 1 })
    expect(checker.vendor).toBe('alibaba_cloud')
    const permit = permitFor('alibaba_cloud', itemsAsked('identity_two_element'))
    expect(await checker.check(askedOf('identity_two_element'), permit)).toMatchObject({ kind: 'not_executed' })
  })

  it.each([
    ['nothing', undefined],
    ['no key', {}],
    ['no secret', { accessKeyId: 'LTAI' }],
    ['an empty id', { accessKeyId: '', accessKeySecret: 's' }],
    ['an empty secret', { accessKeyId: 'LTAI', accessKeySecret: '' }],
    ['a number', { accessKeyId: 1, accessKeySecret: 's' }],
  ])('is none of a secret with %s', (_, secret) => {
    expect(() => cloudauthFrom(parts)(secret)).toThrow()
  })

  it.each([
    [64 * 1024, 'verdict'],
    [64 * 1024 + 1, 'unknown'],
  ])('reads an answer of %d bytes: %s', async (bytes, kind) => {
    const vendor = await startVendor((_received, response) => response.end(answering('1').padEnd(bytes)))
    opened.push(vendor)
    const url = `http://127.0.0.1:${vendor.port}`
    const checker = cloudauthFrom({ ...parts, url })({ accessKeyId: 'L', accessKeySecret: 's' })
    const permit = permitFor('alibaba_cloud', itemsAsked('identity_two_element'))
    expect((await checker.check(askedOf('identity_two_element'), permit)).kind).toBe(kind)
  })

  it('signs every call with a number of its own', async () => {
    let next = 0
    const vendor = await startVendor((_received, response) => response.end(answering('1')))
    opened.push(vendor)
    const numbered = { ...deps, ids: { ...deps.ids, id: () => `n${++next}` } }
    const checker = cloudauth({ url: `http://127.0.0.1:${vendor.port}`, ...freshKey(), detailed: false }, numbered)
    const permit = permitFor('alibaba_cloud', itemsAsked('identity_two_element'))
    for (let times = 0; times < 2; times += 1) await checker.check(askedOf('identity_two_element'), permit)
    expect(vendor.calls.map(({ headers }) => headers['x-acs-signature-nonce'])).toEqual(['n1', 'n2'])
  })
})

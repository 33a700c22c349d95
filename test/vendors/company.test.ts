import { describe, expect, it } from 'vitest'
import { type CompanyField, itemsHandedOn } from '../../functions/certification/company/checker.ts'
import { alibabaCompany } from '../../functions/vendors/alibaba-cloud/company.ts'
import { companyReturnCodes } from '../../functions/vendors/alibaba-cloud/company-codes.ts'
import { tencentCompany } from '../../functions/vendors/tencent-cloud/company.ts'
import { companyErrorCodes } from '../../functions/vendors/tencent-cloud/company-codes.ts'
import { outgoing } from '../../shared/http/outgoing.ts'
import { ids } from '../../shared/runtime/ids.ts'
import * as alibaba from './alibaba-cloud/alibaba-vendor.ts'
import { permitFor } from './checks.ts'
import { company, consequences, REFERENCE } from './companies.ts'
import { type CompanyStage, companyContract, PATIENCE_MS } from './company.contract.ts'
import * as tencent from './tencent-cloud/tencent-vendor.ts'
import { startVendor } from './vendor-server.ts'

const NOW = Date.UTC(2026, 10, 5, 4)
const clock = { now: () => NOW }
const deps = { outgoing: outgoing({ connectMs: PATIENCE_MS, totalMs: PATIENCE_MS, maxBytes: 64_000 }), clock, ids }

const flags = (differs: readonly CompanyField[]) => ({
  IsCreditCodeConsistent: !differs.includes('creditCode'),
  IsEntNameConsistent: !differs.includes('companyName'),
  IsLrNameConsistent: !differs.includes('legalRepresentative'),
  IsIdNumConsistent: !differs.includes('idNumber'),
})

const everything: readonly CompanyField[] = ['creditCode', 'companyName', 'legalRepresentative', 'idNumber']

const found = (differs: readonly CompanyField[], OperatingStatus: string, OperatingPeriod: string) => ({
  ...{ StatusCode: 0, VerifyResult: differs.length === 0 ? 1 : 0, ...flags(differs), OperatingStatus, OperatingPeriod },
})

const tencentStage: CompanyStage = {
  vendor: 'tencent_cloud',
  checkerAt: (url) => tencentCompany({ url, ...tencent.freshKey(), region: 'ap-guangzhou' }, deps),
  finding: (differs, status, period) => tencent.enveloped(found(differs, status, period)),
  nowhere: tencent.enveloped(found(everything, '/', '/')),
  saying: (VerifyResult) => tencent.enveloped({ ...found([], '1', '2018-09-25/'), VerifyResult }),
  requestId: tencent.REQUEST_ID,
  repeating: (text) =>
    [
      { Response: { ...found([], text, text), RequestId: text } },
      { Response: { ...found([], '1', `2018-09-25/${text}`), RequestId: text } },
      { Response: { StatusCode: text, RequestId: text } },
      { Response: { StatusCode: 0, VerifyResult: text, RequestId: text } },
      { Response: { Error: { Code: text, Message: text }, RequestId: text } },
      { Response: { Error: { Code: `InvalidParameter.${text}`, Message: text }, RequestId: text } },
      { [text]: text },
    ].map((body) => JSON.stringify(body)),
}

const flagOf: Record<CompanyField, string> = {
  creditCode: 'LicenseNoFlag',
  companyName: 'EntNameFlag',
  legalRepresentative: 'LegalPersonNameFlag',
  idNumber: 'LegalPersonCertNoFlag',
}

const answered = (Result: unknown): string =>
  JSON.stringify({ Code: 'Success', Message: 'success', RequestId: alibaba.REQUEST_ID, Result })

const alibabaStage: CompanyStage = {
  vendor: 'alibaba_cloud',
  checkerAt: (url) => alibabaCompany({ url, ...alibaba.freshKey() }, deps),
  finding: (differs, Status, OpenTime) =>
    answered(
      differs.length === 0
        ? { BizCode: '1', Status, OpenTime }
        : { BizCode: '2', ReasonDetail: differs.map((field) => flagOf[field]).join(','), Status, OpenTime },
    ),
  nowhere: answered({ BizCode: '3' }),
  saying: (BizCode) => answered({ BizCode, Status: '1', OpenTime: '2018-09-25/' }),
  requestId: alibaba.REQUEST_ID,
  repeating: (text) => [
    answered({ BizCode: text }),
    answered({ BizCode: '1', Status: text, OpenTime: text }),
    answered({ BizCode: '1', ReasonDetail: text }),
    answered({ BizCode: '2', ReasonDetail: text, Status: '1', OpenTime: `2018-09-25/${text}` }),
    JSON.stringify({ Code: 'Success', Message: text, RequestId: text, Result: { BizCode: '1', Status: '1' } }),
    JSON.stringify({ Code: text, Message: text, RequestId: text }),
    JSON.stringify({ Code: `InvalidParameter.${text}`, Message: text, RequestId: text }),
    JSON.stringify({ [text]: text }),
  ],
}

companyContract('Tencent Cloud', tencentStage)
companyContract('Alibaba Cloud', alibabaStage)

const asking = async (stage: CompanyStage, text: string, status = 200) => {
  const vendor = await startVendor((_received, response) => response.writeHead(status).end(text))
  const checker = stage.checkerAt(`http://127.0.0.1:${vendor.port}/below`)
  const permit = permitFor(stage.vendor, itemsHandedOn)
  const result = await checker.check(company, { reference: REFERENCE }, permit)
  await vendor.close()
  return { result, calls: vendor.calls }
}

describe('what Tencent Cloud is asked, and what its codes come to', () => {
  it('is one VerifyBizLicenseEnterprise4', async () => {
    const { calls } = await asking(tencentStage, tencentStage.finding([], '1', '/'))
    expect(calls[0]?.headers).toMatchObject({
      'x-tc-action': 'VerifyBizLicenseEnterprise4',
      'x-tc-version': '2018-11-19',
      'x-tc-timestamp': String(NOW / 1000),
    })
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({
      CreditCode: company.creditCode,
      EntName: company.companyName,
      LrName: company.legalRepresentative,
      IdNum: '11010118850615001X',
    })
  })

  it.each(['/', '-10002', '0', undefined])(
    'finds nothing where neither code nor name fits, of state %j',
    async (state) => {
      const body = tencent.enveloped({ ...found(everything, '1', '/'), OperatingStatus: state })
      const { result } = await asking(tencentStage, body)
      expect(consequences(result)).toMatchObject({ outcome: 'no_record', billed: 'yes', vendorCode: '0.0' })
    },
  )

  it.each<[string, Record<string, unknown>]>([
    ['all fits, and it does not', { ...found([], '1', '/'), VerifyResult: 0 }],
    ['something differs, and all fits', { ...found(['idNumber'], '1', '/'), VerifyResult: 1 }],
    ['all fits, and nothing was found', found([], '-10002', '/')],
    ['all fits, and nothing was found, as of late', found([], '/', '/')],
  ])('is unknown where an answer contradicts itself: %s', async (_, members) => {
    const { result } = await asking(tencentStage, tencent.enveloped(members))
    expect(result).toEqual({ kind: 'unknown', vendorCode: 'contradicts_itself', requestId: tencent.REQUEST_ID })
  })

  it('is unknown where its own system failed, which is free and not said to be unexecuted', async () => {
    const { result } = await asking(tencentStage, tencent.enveloped({ StatusCode: 1 }))
    expect(consequences(result)).toMatchObject({ outcome: 'unknown', vendorCode: 'status_1' })
    const other = await asking(tencentStage, tencent.enveloped({ StatusCode: 2 }))
    expect(consequences(other.result)).toMatchObject({ outcome: 'unknown', vendorCode: 'status_unlisted' })
  })

  const again = ['RequestLimitExceeded', 'RequestLimitExceeded.UinLimitExceeded']
  const refuseUs = [
    ...['FailedOperation.ArrearsError', 'FailedOperation.UnOpenError', 'FailedOperation.UserQuotaError'],
    ...[
      'FailedOperation.CountLimitError',
      'ResourceUnavailable.InArrears',
      'ResourceUnavailable.ResourcePackageRunOut',
    ],
    ...['ResourceInsufficient', 'ResourceNotFound', 'ResourcesSoldOut.ChargeStatusException', 'LimitExceeded'],
    ...['AuthFailure.SignatureFailure', 'UnauthorizedOperation', 'OperationDenied', 'UnsupportedOperation'],
    ...['MissingParameter', 'UnknownParameter', 'InvalidAction', 'InvalidRequest', 'RequestSizeLimitExceeded'],
    ...['ActionOffline', 'NoSuchProduct', 'NoSuchVersion', 'UnsupportedProtocol', 'UnsupportedRegion'],
    ...['IpInBlacklist', 'IpNotInWhitelist'],
  ]
  const unsupported = ['InvalidParameter', 'InvalidParameterValue.InvalidParameterValueLimit']
  const unknown = [
    ...['FailedOperation', 'FailedOperation.UnKnowError', 'FailedOperation.QueryNoRecord', 'InternalError'],
    ...['ServiceUnavailable', 'ResourceInUse', 'ResponseSizeLimitExceeded', 'DryRunOperation', 'Unheard.Of'],
  ]

  it.each([
    ...again.map((code) => [code, 'not_executed', 'no', false] as const),
    ...refuseUs.map((code) => [code, 'not_executed', 'no', true] as const),
    ...unsupported.map((code) => [code, 'data_unsupported', 'no', false] as const),
    ...unknown.map((code) => [code, 'unknown', 'unknown', false] as const),
  ])('%s is %s, billed %s, ours to repair %s', async (Code, outcome, billed, repair) => {
    const { result } = await asking(tencentStage, tencent.enveloped({ Error: { Code, Message: 'x' } }))
    expect(consequences(result)).toMatchObject({ outcome, billed, repair, vendorCode: Code })
  })

  it('has a case here for every row', () => {
    const said = [...again, ...refuseUs, ...unsupported, ...unknown]
    const families = said.flatMap((code) => [code, code.split('.')[0]])
    expect(companyErrorCodes.filter(({ code }) => !families.includes(code))).toEqual([])
  })
})

describe('what Alibaba Cloud is asked, and what its codes come to', () => {
  it('is one EntElementVerify with four elements', async () => {
    const { calls } = await asking(alibabaStage, alibabaStage.finding([], '1', '/'))
    expect(calls[0]?.headers).toMatchObject({ 'x-acs-action': 'EntElementVerify', 'x-acs-version': '2022-11-25' })
    expect(Object.fromEntries(new URLSearchParams(calls[0]?.body))).toEqual({
      ...{ SceneCode: 'certification', MerchantBizId: REFERENCE, MerchantUserId: REFERENCE },
      ...{ UserAuthorization: '1', InfoVerifyType: 'ENT_4META' },
      ...{ LicenseNo: company.creditCode, EntName: company.companyName },
      ...{ LegalPersonName: company.legalRepresentative, LegalPersonCertNo: '11010118850615001X' },
    })
  })

  it('sends nothing with a reference that the vendor would not take', async () => {
    const checker = alibabaStage.checkerAt('http://127.0.0.1:1')
    const permit = permitFor('alibaba_cloud', itemsHandedOn)
    for (const reference of ['', 'a-b', 'a'.repeat(33), '实名'])
      await expect(checker.check(company, { reference }, permit)).rejects.toThrow('32 letters')
  })

  it('takes what was not found for charged or not, as nobody says it', async () => {
    const { result } = await asking(alibabaStage, alibabaStage.nowhere)
    expect(consequences(result)).toMatchObject({ outcome: 'no_record', billed: 'unknown', vendorCode: '3' })
  })

  it('differs in nothing it names where the vendor names nothing, or words that are in no document', async () => {
    for (const ReasonDetail of [undefined, null, '', 'SomethingElseFlag']) {
      const { result } = await asking(alibabaStage, answered({ BizCode: '2', ReasonDetail, Status: '1' }))
      expect(consequences(result)).toMatchObject({ outcome: 'differs in something', billed: 'yes' })
    }
    const { result } = await asking(alibabaStage, answered({ BizCode: 2, ReasonDetail: ' EntNameFlag, OtherFlag,' }))
    expect(consequences(result)).toMatchObject({ outcome: 'differs in companyName', vendorCode: '2' })
  })

  it('is unknown where an answer contradicts itself', async () => {
    const { result } = await asking(alibabaStage, answered({ BizCode: '1', ReasonDetail: 'EntNameFlag' }))
    expect(result).toMatchObject({ kind: 'unknown', vendorCode: 'contradicts_itself' })
    const refused = alibabaStage.finding([], '1', '/').replace('Success', 'InvalidParameter')
    expect((await asking(alibabaStage, refused)).result).toMatchObject({ kind: 'unknown' })
  })

  const again = ['Throttling.Api', 'Throttling.User']
  const refuseUs = [
    ...['Forbidden.AccountAccessDenied', 'Forbidden.RAMUserAccessDenied', 'NoPermission', 'MissingParameter'],
    ...['InvalidAccessKeyId.NotFound', 'InvalidAccessKeySecret', 'SignatureDoesNotMatch', 'IncompleteSignature'],
    ...['InvalidSignature', 'InvalidTimeStamp.Expired', 'InvalidAction.NotFound', 'InvalidVersion', 'InvalidProduct'],
    ...['InvalidProtocol', 'UnsupportedHTTPMethod'],
  ]
  const unknown = ['SignatureNonceUsed', 'ServiceUnavailable', 'InternalError', 'Unheard.Of']

  it.each([
    ...again.map((code) => [code, 'not_executed', 'no', false] as const),
    ...refuseUs.map((code) => [code, 'not_executed', 'no', true] as const),
    ['InvalidParameter', 'data_unsupported', 'unknown', false] as const,
    ...unknown.map((code) => [code, 'unknown', 'unknown', false] as const),
  ])('%s is %s, billed %s, ours to repair %s', async (code, outcome, billed, repair) => {
    for (const status of [200, 400, 401, 403]) {
      const { result } = await asking(alibabaStage, alibaba.refusing(code), status)
      expect(consequences(result)).toMatchObject({ outcome, billed, repair, vendorCode: code })
    }
  })

  it('has a case here for every row', () => {
    const families = [...again, ...refuseUs, 'InvalidParameter', ...unknown].map((code) => code.split('.')[0])
    expect(companyReturnCodes.filter(({ code }) => !families.includes(code))).toEqual([])
  })
})

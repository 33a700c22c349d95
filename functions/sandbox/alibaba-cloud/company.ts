import { isCreditCode } from '../credit-code.ts'
import { isIdNumber } from '../id-number.ts'
import type { CompanyElement } from '../register/companies.ts'
import { type CompanyFinding, lookUpCompany, vendorTrouble } from '../register/look-up-company.ts'
import type { AlibabaCloudSandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'
import type { Parameters } from './cloudauth.ts'
import type { AlibabaEffect } from './faults.ts'
import { type AlibabaReply, refused } from './reply.ts'

const ACTION = 'EntElementVerify'

/** Of companies there is a version of its own. */
export const COMPANY_VERSION = '2022-11-25'

export const isCompanyAction = (action: string): boolean => action === ACTION

/** Which company a call is about, for faults meant for one. */
export const creditCodeIn = ({ LicenseNo }: Parameters): string | undefined => LicenseNo

const needed = [
  ...['SceneCode', 'MerchantBizId', 'MerchantUserId', 'UserAuthorization', 'InfoVerifyType'],
  ...['LicenseNo', 'EntName', 'LegalPersonName', 'LegalPersonCertNo'],
]

const ID = /^[0-9A-Za-z]{1,32}$/

/** What the documents say a parameter has to be. Only four elements are asked for here, and only with a permission. */
const isWrong = (parameters: Parameters): boolean =>
  !/^\w{1,32}$/.test(parameters.SceneCode ?? '') ||
  !ID.test(parameters.MerchantBizId ?? '') ||
  !ID.test(parameters.MerchantUserId ?? '') ||
  parameters.UserAuthorization !== '1' ||
  parameters.InfoVerifyType !== 'ENT_4META' ||
  !isCreditCode(parameters.LicenseNo ?? '') ||
  !isIdNumber(parameters.LegalPersonCertNo ?? '')

const flagOf: Record<CompanyElement, string> = {
  creditCode: 'LicenseNoFlag',
  companyName: 'EntNameFlag',
  legalRepresentative: 'LegalPersonNameFlag',
  idNumber: 'LegalPersonCertNoFlag',
}

/** A company without an end has one far away. */
const FOR_EVER = '9999-09-09'

const resultOf = (finding: CompanyFinding): Record<string, string> => {
  if (!finding.found) return { BizCode: '3' }
  const { differs, state, from, until = FOR_EVER } = finding
  const said = { Status: state, OpenTime: `${from}/${until}` }
  return differs.length === 0
    ? { BizCode: '1', ...said }
    : { BizCode: '2', ReasonDetail: differs.map((element) => flagOf[element]).join(','), ...said }
}

const look = (sandbox: AlibabaCloudSandbox, parameters: Parameters): Promise<CompanyFinding> =>
  lookUpCompany(sandbox, {
    creditCode: parameters.LicenseNo ?? '',
    companyName: parameters.EntName ?? '',
    legalRepresentative: parameters.LegalPersonName ?? '',
    idNumber: parameters.LegalPersonCertNo ?? '',
  })

const outOfOrder = refused(500, 'InternalError', 'The request processing has failed due to some unknown error.')

/** Looks a company up. Counted, and charged where something is found, before it answers. */
const verify = async (
  sandbox: AlibabaCloudSandbox,
  parameters: Parameters,
  effect: AlibabaEffect | undefined,
): Promise<AlibabaReply> => {
  const count = (result: string, billed: 0 | 1) =>
    recordCall(sandbox, { vendor: 'alibaba_company', phone: '', result, billed })
  const missing = needed.find((name) => !parameters[name])
  if (missing) return refused(400, 'MissingParameter', `The parameter ${missing} is required.`)
  if (isWrong(parameters)) return refused(401, 'InvalidParameter', '参数不合法。')
  const trouble = vendorTrouble(parameters.LicenseNo ?? '', parameters.EntName ?? '')
  if (trouble === 'vendor_busy' || trouble === 'vendor_failed') {
    const reply =
      trouble === 'vendor_failed'
        ? outOfOrder
        : refused(400, 'Throttling.Api', 'Request was denied due to api flow control.')
    await count(reply.code, 0)
    return reply
  }
  const Result = effect?.does === 'say_result' ? { BizCode: effect.bizCode } : resultOf(await look(sandbox, parameters))
  await count(Result.BizCode ?? '', ['1', '2'].includes(Result.BizCode ?? '') ? 1 : 0)
  if (trouble === 'timeout_after_sending') await sandbox.pause(sandbox.settings.slowAnswerMs)
  return { kind: 'said', said: { Code: 'Success', Message: 'success', Result } }
}

export const companyActions = { [ACTION]: verify }

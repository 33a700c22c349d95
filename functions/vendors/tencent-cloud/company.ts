import * as z from 'zod/mini'
import {
  type CompanyChecker,
  type CompanyCheckResult,
  type CompanyField,
  itemsHandedOn,
} from '../../certification/company/checker.ts'
import { demandPermit } from '../../consent/permit.ts'
import { rowFor } from '../answer-codes.ts'
import { failureBy, registeredUntilIn, statusBy, verdictOn } from '../company-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { accountOf, type TencentDeps } from './account.ts'
import { companyErrorCodes, notFoundStatuses } from './company-codes.ts'
import { readTc3Reply, type Tc3Answer, type Tc3Endpoint, tc3Request } from './tc3-exchange.ts'

const VENDOR = 'tencent_cloud'

const CALL = { service: 'ocr', version: '2018-11-19', action: 'VerifyBizLicenseEnterprise4' }

/** Found or not, and charged; anything else is its own fault, and free. */
const ANSWERED = 0

const text = z.optional(z.nullable(z.string()))
const statusIn = z.object({ StatusCode: z.int() })
const foundIn = z.object({
  VerifyResult: z.literal([0, 1]),
  ...{ IsCreditCodeConsistent: z.boolean(), IsEntNameConsistent: z.boolean() },
  ...{ IsLrNameConsistent: z.boolean(), IsIdNumConsistent: z.boolean() },
  ...{ OperatingStatus: text, OperatingPeriod: text },
})
type Found = z.infer<typeof foundIn>

const fieldsIn = (found: Found): CompanyField[] => [
  ...(found.IsCreditCodeConsistent ? [] : (['creditCode'] as const)),
  ...(found.IsEntNameConsistent ? [] : (['companyName'] as const)),
  ...(found.IsLrNameConsistent ? [] : (['legalRepresentative'] as const)),
  ...(found.IsIdNumConsistent ? [] : (['idNumber'] as const)),
]

/** Neither its code nor its name is known: then the vendor says of the person, whoever it is, that nothing fits. */
const isNowhere = ({ IsCreditCodeConsistent, IsEntNameConsistent }: Found): boolean =>
  !IsCreditCodeConsistent && !IsEntNameConsistent

const judgeFound = (found: Found, requestId: string | undefined): CompanyCheckResult => {
  const told = { vendorCode: `${ANSWERED}.${found.VerifyResult}`, ...(requestId !== undefined && { requestId }) }
  const fields = fieldsIn(found)
  const isMissing = notFoundStatuses.includes(found.OperatingStatus ?? '')
  // It says of the whole what it does not say of the parts.
  if ((fields.length === 0) !== (found.VerifyResult === 1) || (isMissing && fields.length === 0))
    return { kind: 'unknown', ...told, vendorCode: 'contradicts_itself' }
  const charged = { kind: 'verdict', billed: 'yes', ...told } as const
  if (isNowhere(found)) return { ...charged, verdict: 'no_record' }
  const until = registeredUntilIn(found.OperatingPeriod)
  const status = isMissing ? undefined : statusBy(found.OperatingStatus)
  const differs = fields.length > 0 ? ({ differs: true, fields } as const) : ({ differs: false } as const)
  return { ...charged, ...verdictOn(differs, status), ...(until && { registeredUntil: until }) }
}

const judge = (answer: Tc3Answer): CompanyCheckResult => {
  if (answer.kind === 'not_sent') return { kind: 'not_executed', vendorCode: answer.code, notSent: true }
  if (answer.kind === 'unknown') return { kind: 'unknown', vendorCode: answer.code }
  const { requestId } = answer
  if (answer.kind === 'error') return failureBy(rowFor(companyErrorCodes, answer.code), answer.code, requestId)
  const unknown = (vendorCode: string) => failureBy(undefined, vendorCode, requestId)
  const status = statusIn.safeParse(answer.response)
  if (!status.success) return unknown('unexpected_shape')
  // Free, but not said to be unexecuted.
  if (status.data.StatusCode !== ANSWERED) return unknown(`status_${status.data.StatusCode === 1 ? 1 : 'unlisted'}`)
  const found = foundIn.safeParse(answer.response)
  return found.success ? judgeFound(found.data, requestId) : unknown('unexpected_shape')
}

/**
 * Tencent Cloud OCR, VerifyBizLicenseEnterprise4, as checker of companies; its register is a week old. One signed POST per call, data in the
 * body; never throws for what the vendor or the network does.
 */
export const tencentCompany = (account: Tc3Endpoint, deps: TencentDeps): CompanyChecker => ({
  vendor: VENDOR,
  async check({ creditCode, companyName, legalRepresentative, idNumber }, _call, permit) {
    demandPermit(permit, VENDOR, itemsHandedOn)
    const company = { CreditCode: creditCode, EntName: companyName }
    // The vendor takes a lower-case x for a wrong number.
    const parameters = { ...company, LrName: legalRepresentative, IdNum: idNumber.toUpperCase() }
    return judge(readTc3Reply(await deps.outgoing(tc3Request(account, CALL, parameters, deps.clock.now()))))
  },
})

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

/** Makes the checker from the vendor's secret. */
export const tencentCompanyFrom = fromSecret(accountOf, tencentCompany, MAX_ANSWER)

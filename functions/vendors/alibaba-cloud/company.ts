import * as z from 'zod/mini'
import {
  type CompanyAsked,
  type CompanyChecker,
  type CompanyCheckResult,
  type CompanyField,
  itemsHandedOn,
} from '../../certification/company/checker.ts'
import { demandPermit } from '../../consent/permit.ts'
import { rowFor } from '../answer-codes.ts'
import { failureBy, registeredUntilIn, statusBy, verdictOn } from '../company-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { type AlibabaDeps, accountOf } from './account.ts'
import {
  type Acs3Answer,
  type Acs3Endpoint,
  type Acs3Form,
  acs3Request,
  codeText,
  readAcs3Reply,
} from './acs3-exchange.ts'
import { companyBizCodes, companyFlags, companyReturnCodes } from './company-codes.ts'

const VENDOR = 'alibaba_cloud'

/** Companies are of another version of the product than people. */
const CALL = { action: 'EntElementVerify', version: '2022-11-25' }

const form: Acs3Form = { done: 'Success', resultIn: ({ Result }) => Result }

/** Ours to choose: under this the vendor's console counts our calls. */
const SCENE = 'certification'

/** Letters and digits, at most 32. */
const REFERENCE = /^[0-9A-Za-z]{1,32}$/

const text = z.optional(z.nullable(z.string()))
const resultIn = z.object({
  BizCode: codeText,
  ReasonDetail: text,
  Status: z.optional(z.nullable(codeText)),
  OpenTime: text,
})
type Result = z.infer<typeof resultIn>

/** What a code of a result looks like; anything else might repeat what we sent and is not passed on. */
const RESULT = /^\d{1,3}$/

const wordsIn = ({ ReasonDetail }: Result): string[] =>
  (ReasonDetail ?? '').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))

const judgeResult = (result: Result, requestId: string | undefined): CompanyCheckResult => {
  const code = RESULT.test(result.BizCode) ? result.BizCode : 'unlisted_code'
  const row = companyBizCodes.find((one) => one.code === result.BizCode)
  const words = wordsIn(result)
  if (!row) return failureBy(undefined, code, requestId)
  if (row.found === 'consistent' && words.length > 0) return failureBy(undefined, 'contradicts_itself', requestId)
  const told = { vendorCode: code, ...(requestId !== undefined && { requestId }) }
  const charged = { kind: 'verdict', billed: row.billed, ...told } as const
  if (row.found === 'no_record') return { ...charged, verdict: 'no_record' }
  const fields = words.flatMap((word): CompanyField[] => {
    const field = companyFlags[word]
    return field ? [field] : []
  })
  const differs = row.found === 'differs' ? ({ differs: true, fields } as const) : ({ differs: false } as const)
  const until = registeredUntilIn(result.OpenTime)
  return { ...charged, ...verdictOn(differs, statusBy(result.Status)), ...(until && { registeredUntil: until }) }
}

const judge = (answer: Acs3Answer): CompanyCheckResult => {
  if (answer.kind === 'not_sent') return { kind: 'not_executed', vendorCode: answer.code, notSent: true }
  if (answer.kind === 'unknown') return { kind: 'unknown', vendorCode: answer.code }
  const { requestId } = answer
  if (answer.kind === 'error') return failureBy(rowFor(companyReturnCodes, answer.code), answer.code, requestId)
  const read = resultIn.safeParse(answer.result)
  return read.success ? judgeResult(read.data, requestId) : failureBy(undefined, 'unexpected_shape', requestId)
}

const parametersOf = (asked: CompanyAsked, reference: string): Record<string, string> => ({
  ...{ SceneCode: SCENE, MerchantBizId: reference, MerchantUserId: reference },
  // That whoever the licence names agreed: it is asked for before anything is checked.
  UserAuthorization: '1',
  InfoVerifyType: 'ENT_4META',
  ...{ LicenseNo: asked.creditCode, EntName: asked.companyName, LegalPersonName: asked.legalRepresentative },
  LegalPersonCertNo: asked.idNumber.toUpperCase(),
})

/**
 * Alibaba Cloud Cloudauth, EntElementVerify with four elements, as checker of companies and sole traders. One POST per call, signed with
 * `deps.clock` and a number of its own, data in the body; never throws for what the vendor or the network does.
 */
export const alibabaCompany = (endpoint: Acs3Endpoint, deps: AlibabaDeps): CompanyChecker => ({
  vendor: VENDOR,
  async check(asked, { reference }, permit) {
    demandPermit(permit, VENDOR, itemsHandedOn)
    if (!REFERENCE.test(reference)) throw new Error('a reference is 32 letters and digits at most')
    const once = { nonce: deps.ids.id(), at: deps.clock.now() }
    const request = acs3Request(endpoint, CALL, parametersOf(asked, reference), once)
    return judge(readAcs3Reply(await deps.outgoing(request), form))
  },
})

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

/** Makes the checker from the vendor's secret. */
export const alibabaCompanyFrom = fromSecret(accountOf, alibabaCompany, MAX_ANSWER)

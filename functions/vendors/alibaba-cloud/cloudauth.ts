import * as z from 'zod/mini'
import { demandPermit } from '../../consent/permit.ts'
import { type Asked, type CheckResult, type IdentityChecker, itemsAsked } from '../../verification/check/checker.ts'
import { rowFor } from '../answer-codes.ts'
import { resultOf } from '../check-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { type AccountParts, type AlibabaDeps, accountOf } from './account.ts'
import { type Acs3Answer, type Acs3Endpoint, acs3Request, codeText, readAcs3Reply } from './acs3-exchange.ts'
import { bizCodes, type CloudauthAction, gatewayCodes, returnCodes } from './cloudauth-codes.ts'

/** `url`: https://cloudauth.aliyuncs.com or a stand-in's address. `detailed`: to be told what differs, which costs more. */
export type CloudauthConfig = Acs3Endpoint & { detailed: boolean }

/** The vendor, by the name its calls, its costs and its pauses are kept under. */
const VENDOR = 'alibaba_cloud'

const VERSION = '2019-03-07'

type Call = { action: CloudauthAction; parameters: Readonly<Record<string, string>> }

/** Which action answers a question. The vendor takes a lower-case x for a wrong number. */
const callFor = (asked: Asked, detailed: boolean): Call => {
  if (asked.question === 'phone_still_held') {
    const parameters = { Mobile: asked.phone, ParamType: 'normal', RegisterDate: asked.since }
    return { action: 'MobileRecycledMetaVerify', parameters }
  }
  const person = { IdentifyNum: asked.idNumber.toUpperCase(), ParamType: 'normal', UserName: asked.name }
  if (asked.question === 'identity_two_element') return { action: 'Id2MetaVerify', parameters: person }
  const withPhone = { ...person, Mobile: asked.phone }
  if (asked.question === 'carrier_three_element')
    return { action: detailed ? 'Mobile3MetaDetailVerify' : 'Mobile3MetaSimpleVerify', parameters: withPhone }
  const card = { BankCard: asked.bankCard, ProductType: 'BANK_CARD_4_META', VerifyMode: 'VERIFY_BANK_CARD' }
  return { action: 'BankMetaVerify', parameters: { ...withPhone, ...card } }
}

const resultIn = z.object({ BizCode: codeText, SubCode: z.optional(z.nullable(codeText)) })

/** What a code of a result looks like; anything else might repeat what we sent and is not passed on. */
const RESULT = /^\d(\.\d{3})?$/

/** Actions that answer nothing but whether the elements belong together. */
const plain: readonly CloudauthAction[] = ['Mobile3MetaSimpleVerify', 'Id2MetaVerify']

const judge = (action: CloudauthAction, answer: Acs3Answer): CheckResult => {
  if (answer.kind === 'not_sent') return { kind: 'not_executed', vendorCode: answer.code, notSent: true }
  if (answer.kind === 'unknown') return { kind: 'unknown', vendorCode: answer.code }
  const { requestId } = answer
  if (answer.kind === 'error')
    return resultOf(rowFor([...returnCodes[action], ...gatewayCodes], answer.code), answer.code, requestId)
  const read = resultIn.safeParse(answer.result)
  if (!read.success) return { kind: 'unknown', vendorCode: 'unexpected_shape', requestId }
  const { BizCode, SubCode } = read.data
  const code = plain.includes(action) ? BizCode : `${BizCode}.${SubCode}`
  const row = bizCodes[action].find((one) => one.code === code)
  return resultOf(row, RESULT.test(code) ? code : 'unlisted_code', requestId)
}

/**
 * Alibaba Cloud Cloudauth (身份验证, information verification) as checker of all questions; data as normalised. One POST per call,
 * signed with `deps.clock` and a number of its own; never throws for what the vendor or the network does.
 */
export const cloudauth = ({ detailed, ...endpoint }: CloudauthConfig, deps: AlibabaDeps): IdentityChecker => ({
  vendor: VENDOR,
  async check(asked, permit) {
    demandPermit(permit, VENDOR, itemsAsked(asked.question))
    const { action, parameters } = callFor(asked, detailed)
    const once = { nonce: deps.ids.id(), at: deps.clock.now() }
    const request = acs3Request(endpoint, { action, version: VERSION }, parameters, once)
    return judge(action, readAcs3Reply(await deps.outgoing(request)))
  },
})

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

/** Makes the checker from the vendor's secret. */
export const cloudauthFrom = ({ detailed, ...parts }: AccountParts & { detailed: boolean }) =>
  fromSecret(
    accountOf,
    (account: Acs3Endpoint, deps: AlibabaDeps) => cloudauth({ ...account, detailed }, deps),
    MAX_ANSWER,
  )(parts)

import * as z from 'zod/mini'
import { demandPermit } from '../../consent/permit.ts'
import { type Asked, type CheckResult, type IdentityChecker, itemsAsked } from '../../verification/check/checker.ts'
import { rowFor } from '../answer-codes.ts'
import { resultOf } from '../check-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { type AccountParts, accountOf, type TencentDeps } from './account.ts'
import { errorCodes, type FaceIdAction, resultCodes } from './face-id-codes.ts'
import { readTc3Reply, type Tc3Answer, tc3Request } from './tc3-exchange.ts'

/** `url`: https://faceid.tencentcloudapi.com or a stand-in's address. */
type Account = { url: string; secretId: string; secretKey: string; region: string }

/** `detailed`: to be told which element differs from what a carrier knows, which costs more. */
export type TencentCloudConfig = Account & { detailed: boolean }

/** The vendor, by the name its calls, its costs and its pauses are kept under. */
const VENDOR = 'tencent_cloud'

const FACE_ID = { service: 'faceid', version: '2018-03-01' }

type Call = { action: FaceIdAction; parameters: Readonly<Record<string, string>> }

/** Which action answers a question. The vendor takes a lower-case x for a wrong number. */
const callFor = (asked: Asked, detailed: boolean): Call | undefined => {
  // Its MobileNetworkTimeVerification says how long a number is in use, and not since when by one person.
  if (asked.question === 'phone_still_held') return undefined

  const person = { IdCard: asked.idNumber.toUpperCase(), Name: asked.name }
  if (asked.question === 'identity_two_element') return { action: 'IdCardVerification', parameters: person }
  const withPhone = { ...person, Phone: asked.phone }
  return asked.question === 'carrier_three_element'
    ? { action: 'PhoneVerification', parameters: { ...withPhone, VerifyMode: detailed ? '1' : '0' } }
    : { action: 'BankCard4EVerification', parameters: { ...withPhone, BankCard: asked.bankCard } }
}

const answerOf = z.object({ Result: z.string(), ResultDetail: z.optional(z.nullable(z.string())) })
/** What a result code looks like; anything else might repeat what we sent and is not passed on. */
const RESULT = /^-?\d{1,4}$/

const judge = (action: FaceIdAction, answer: Tc3Answer): CheckResult => {
  if (answer.kind === 'not_sent') return { kind: 'not_executed', vendorCode: answer.code, notSent: true }
  if (answer.kind === 'unknown') return { kind: 'unknown', vendorCode: answer.code }
  const { requestId } = answer
  if (answer.kind === 'error') return resultOf(rowFor(errorCodes, answer.code), answer.code, requestId)
  const read = answerOf.safeParse(answer.response)
  if (!read.success) return { kind: 'unknown', vendorCode: 'unexpected_shape', requestId }
  const { Result: code, ResultDetail: detail } = read.data
  if (!RESULT.test(code)) return { kind: 'unknown', vendorCode: 'unlisted_code', requestId }
  // The row of the code with its detail, else that of the code alone.
  return resultOf(rowFor(resultCodes[action], `${code}.${detail}`), code, requestId)
}

/**
 * Tencent Cloud FaceID as checker of all questions; data as normalised. One POST per call, signed with `deps.clock`; never throws for
 * what the vendor or the network does.
 */
export const tencentCloud = ({ detailed, ...account }: TencentCloudConfig, deps: TencentDeps): IdentityChecker => ({
  vendor: VENDOR,
  async check(asked, permit) {
    demandPermit(permit, VENDOR, itemsAsked(asked.question))
    const call = callFor(asked, detailed)
    if (!call) return { kind: 'not_executed', vendorCode: 'no_such_question', notSent: true }
    const { action, parameters } = call
    const request = tc3Request(account, { ...FACE_ID, action }, parameters, deps.clock.now())
    return judge(action, readTc3Reply(await deps.outgoing(request)))
  },
})

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

/** Makes the checker from the vendor's secret. */
export const tencentCloudFrom = ({ detailed, ...parts }: AccountParts & { detailed: boolean }) =>
  fromSecret(
    accountOf,
    (account: Account, deps: TencentDeps) => tencentCloud({ ...account, detailed }, deps),
    MAX_ANSWER,
  )(parts)

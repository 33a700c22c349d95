import * as z from 'zod/mini'
import { demandPermit } from '../../consent/permit.ts'
import { type CheckResult, type IdentityChecker, itemsAsked } from '../../verification/check/checker.ts'
import { rowFor } from '../answer-codes.ts'
import { resultOf } from '../check-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { identityVendor } from '../identity-vendor.ts'
import { accountOf, type TencentDeps } from './account.ts'
import { errorCodes, resultCodes } from './face-id-codes.ts'
import { readTc3Reply, type Tc3Answer, tc3Request } from './tc3-exchange.ts'

/** `url`: https://faceid.tencentcloudapi.com or a stand-in's address. */
export type TencentCloudConfig = { url: string; secretId: string; secretKey: string; region: string }

const PHONE_VERIFICATION = { service: 'faceid', action: 'PhoneVerification', version: '2018-03-01' }

/** `0` only says whether the three belong together; `1` also says which of them does not fit and costs more. */
const SIMPLE_MODE = '0'

const answerOf = z.object({ Result: z.string() })
/** What a result code looks like; anything else might repeat what we sent and is not passed on. */
const RESULT = /^-?\d{1,4}$/

const judge = (answer: Tc3Answer): CheckResult => {
  if (answer.kind === 'not_sent') return { kind: 'not_executed', vendorCode: answer.code }
  if (answer.kind === 'unknown') return { kind: 'unknown', vendorCode: answer.code }
  if (answer.kind === 'error') {
    return resultOf(rowFor(errorCodes, answer.code), answer.code, answer.requestId)
  }
  const { requestId } = answer
  const read = answerOf.safeParse(answer.response)
  if (!read.success) return { kind: 'unknown', vendorCode: 'unexpected_shape', requestId }
  const { Result: code } = read.data
  const row = resultCodes.find((candidate) => candidate.code === code)
  return resultOf(row, RESULT.test(code) ? code : 'unlisted_code', requestId)
}

/**
 * Tencent Cloud FaceID as checker of the carrier three-element check: name, ID number and mobile, as normalised.
 * One POST per call, signed with `deps.clock`; never throws for what the vendor or the network does.
 */
export const tencentCloud = (config: TencentCloudConfig, deps: TencentDeps): IdentityChecker => ({
  vendor: identityVendor,
  async check(asked, permit) {
    demandPermit(permit, identityVendor, itemsAsked(asked.question))
    if (asked.question !== 'carrier_three_element') return { kind: 'not_executed', vendorCode: 'question_unknown' }
    // The vendor takes a lower-case x for a wrong number.
    const parameters = {
      IdCard: asked.idNumber.toUpperCase(),
      Name: asked.name,
      Phone: asked.phone,
      VerifyMode: SIMPLE_MODE,
    }
    const request = tc3Request(config, PHONE_VERIFICATION, parameters, deps.clock.now())
    return judge(readTc3Reply(await deps.outgoing(request)))
  },
})

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

/** Makes the checker from the vendor's secret. */
export const tencentCloudFrom = fromSecret(accountOf, tencentCloud, MAX_ANSWER)

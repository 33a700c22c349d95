import * as z from 'zod/mini'
import { HOUR, type Millis } from '../../../shared/kernel/time.ts'
import { demandPermit } from '../../consent/permit.ts'
import { type Begun, type Charged, type FaceVendor, itemsHandedOn, type Look } from '../../face/vendors/vendor.ts'
import { rowFor } from '../answer-codes.ts'
import { attemptBy, begunBy } from '../face-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { type AccountParts, accountOf, type TencentDeps } from './account.ts'
import { attemptCodes, beginCodes, lookCodes } from './face-codes.ts'
import { readTc3Reply, type Tc3Answer, type Tc3Endpoint, tc3Request } from './tc3-exchange.ts'

/** `ruleId`: which of the deployment's uses of the product this is, as the vendor numbered it. */
export type TencentFaceConfig = Tc3Endpoint & { ruleId: string }

const VENDOR = 'tencent_cloud'

const FACE_ID = { service: 'faceid', version: '2018-03-01' }

/** A BizToken lives two hours, and tells what became of it for three days; an hour less, so that nobody asks too late. */
const LIFE: Millis = 2 * HOUR
const READABLE: Millis = 71 * HOUR

/** Text alone. By default the answer carries pictures and the video. */
const TEXT_ALONE = '1'

/** What a number of a token looks like: longer than any of a person. */
const TOKEN = /^[0-9A-Za-z-]{20,64}$/

const begunIn = z.object({ Url: z.url({ protocol: /^https?$/ }), BizToken: z.string().check(z.regex(TOKEN)) })

const begun = (answer: Tc3Answer, at: Millis): Begun => {
  if (answer.kind === 'not_sent') return { kind: 'not_begun', vendorCode: answer.code, notSent: true }
  if (answer.kind === 'unknown') return { kind: 'unknown', vendorCode: answer.code }
  if (answer.kind === 'error') return begunBy(rowFor(beginCodes, answer.code), answer.code)
  const read = begunIn.safeParse(answer.response)
  if (!read.success) return { kind: 'unknown', vendorCode: 'unexpected_shape' }
  const { Url: url, BizToken: token } = read.data
  return {
    kind: 'begun',
    token: { token, url, expiresAt: at + LIFE, readableUntil: at + READABLE },
    vendorCode: 'begun',
  }
}

const attempt = z.object({ IsNeedCharge: z.optional(z.nullable(z.boolean())) })
const lookedIn = z.object({
  Text: z.object({
    ErrCode: z.optional(z.nullable(z.int())),
    IdCard: z.optional(z.nullable(z.string())),
    Extra: z.optional(z.nullable(z.string())),
    LivenessDetail: z.optional(z.nullable(z.array(attempt))),
  }),
})

/** ErrCode is not for billing: each attempt says of itself whether it is charged. */
const chargedIn = (attempts: readonly z.infer<typeof attempt>[] | null | undefined): Charged => {
  if (!attempts) return 0
  if (attempts.some(({ IsNeedCharge }) => typeof IsNeedCharge !== 'boolean')) return 'unknown'
  return attempts.filter(({ IsNeedCharge }) => IsNeedCharge).length
}

const CODE = /^\d{1,5}$/

const looked = (answer: Tc3Answer): Look => {
  if (answer.kind === 'not_sent' || answer.kind === 'unknown') return { kind: 'unknown', vendorCode: answer.code }
  if (answer.kind === 'error') return attemptBy(rowFor(lookCodes, answer.code), answer.code, 'unknown')
  const read = lookedIn.safeParse(answer.response)
  if (!read.success) return { kind: 'unknown', vendorCode: 'unexpected_shape' }
  const { ErrCode, IdCard, Extra, LivenessDetail } = read.data.Text
  const charged = chargedIn(LivenessDetail)
  // Nobody has tried yet.
  if (ErrCode === null || ErrCode === undefined) return { kind: 'pending', charged, vendorCode: 'no_attempt' }
  const code = String(ErrCode)
  const row = attemptCodes.find((one) => one.code === code)
  const look = attemptBy(row, CODE.test(code) ? code : 'unlisted_code', charged)
  if (look.kind !== 'confirmed') return look
  return {
    ...look,
    ...(typeof Extra === 'string' && { challenge: Extra }),
    ...(typeof IdCard === 'string' && { idNumber: () => IdCard }),
  }
}

/**
 * Tencent Cloud FaceID, confirmation by face on its page inside WeChat (DetectAuth, GetDetectInfoEnhanced). One signed POST per call;
 * never throws for what the vendor or the network does.
 */
export const tencentFace = ({ ruleId, ...account }: TencentFaceConfig, deps: TencentDeps): FaceVendor => {
  const ask = async (action: string, parameters: Record<string, string>): Promise<Tc3Answer> =>
    readTc3Reply(await deps.outgoing(tc3Request(account, { ...FACE_ID, action }, parameters, deps.clock.now())))
  return {
    vendor: VENDOR,
    worksIn: 'wechat',
    async begin({ person, challenge, returnUrl }, permit) {
      demandPermit(permit, VENDOR, itemsHandedOn)
      const at = deps.clock.now()
      // The vendor takes a lower-case x for a wrong number.
      const IdCard = person.idNumber.toUpperCase()
      const parameters = { RuleId: ruleId, Name: person.name, IdCard, RedirectUrl: returnUrl, Extra: challenge }
      return begun(await ask('DetectAuth', parameters), at)
    },
    look: async (token) =>
      looked(await ask('GetDetectInfoEnhanced', { BizToken: token, RuleId: ruleId, InfoType: TEXT_ALONE })),
  }
}

/** The largest answer that is read: text alone is far below it. */
const MAX_ANSWER = 256 * 1024

/** Makes it from the vendor's secret. */
export const tencentFaceFrom = ({ ruleId, ...parts }: AccountParts & { ruleId: string }) =>
  fromSecret(
    accountOf,
    (account: Tc3Endpoint, deps: TencentDeps) => tencentFace({ ...account, ruleId }, deps),
    MAX_ANSWER,
  )(parts)

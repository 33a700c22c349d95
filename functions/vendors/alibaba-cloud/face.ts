import * as z from 'zod/mini'
import { HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { demandPermit } from '../../consent/permit.ts'
import { type Begun, type FaceVendor, itemsHandedOn, type Look } from '../../face/vendors/vendor.ts'
import { rowFor } from '../answer-codes.ts'
import { type AttemptRow, attemptBy, begunBy } from '../face-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { type AccountParts, type AlibabaDeps, accountOf } from './account.ts'
import { type Acs3Answer, type Acs3Endpoint, acs3Request, codeText, readAcs3Reply } from './acs3-exchange.ts'
import { beginCodes, lookCodes, subCodes, unlistedFailure } from './face-codes.ts'

/** `sceneId`: which of the deployment's uses of the product this is, as the vendor's console numbered it. */
export type AlibabaFaceConfig = Acs3Endpoint & { sceneId: string }

const VENDOR = 'alibaba_cloud'
const VERSION = '2019-03-07'

/** A CertifyUrl lives half an hour, for one submission; what became of it is asked for within a day. */
const LIFE: Millis = 30 * MINUTE
const READABLE: Millis = 24 * HOUR

/** What a CertifyId looks like: longer than any number of a person. It is what the vendor's bill names. */
const TOKEN = /^[0-9A-Za-z]{20,64}$/

const begunIn = z.object({ CertifyId: z.string().check(z.regex(TOKEN)), CertifyUrl: z.url({ protocol: /^https?$/ }) })

/**
 * What the vendor's own script says of a browser. That script is of another origin, which no page of ours loads, so it is said here;
 * whether the vendor takes it nobody could try.
 */
const metaInfo = (userAgent: string): string =>
  JSON.stringify({ zimVer: '3.0.0', appVersion: '1', bioMetaInfo: '4.1.0:11501568,0', deviceType: 'h5', ua: userAgent })

const begun = (answer: Acs3Answer, at: Millis): Begun => {
  if (answer.kind === 'not_sent') return { kind: 'not_begun', vendorCode: answer.code, notSent: true }
  if (answer.kind === 'unknown') return { kind: 'unknown', vendorCode: answer.code }
  if (answer.kind === 'error') return begunBy(rowFor(beginCodes, answer.code), answer.code)
  const read = begunIn.safeParse(answer.result)
  if (!read.success) return { kind: 'unknown', vendorCode: 'unexpected_shape' }
  const { CertifyId: token, CertifyUrl: url } = read.data
  return {
    kind: 'begun',
    token: { token, url, expiresAt: at + LIFE, readableUntil: at + READABLE },
    vendorCode: 'begun',
  }
}

/** `MaterialInfo`, where pictures are, is not read. */
const lookedIn = z.object({ Passed: z.string(), SubCode: z.optional(z.nullable(codeText)) })

/** One submission for each token, so that an attempt is charged or not. */
const chargedBy = ({ billed }: AttemptRow): number | 'unknown' =>
  billed === 'unknown' ? billed : billed === 'yes' ? 1 : 0

const CODE = /^[TF]\.\d{3}$/

const looked = (answer: Acs3Answer): Look => {
  if (answer.kind === 'not_sent' || answer.kind === 'unknown') return { kind: 'unknown', vendorCode: answer.code }
  if (answer.kind === 'error') {
    const row = rowFor(lookCodes, answer.code)
    return attemptBy(row, answer.code, row ? chargedBy(row) : 'unknown')
  }
  const read = lookedIn.safeParse(answer.result)
  if (!read.success) return { kind: 'unknown', vendorCode: 'unexpected_shape' }
  const { Passed, SubCode } = read.data
  const code = `${Passed}.${SubCode}`
  const row = subCodes.find((one) => one.code === code) ?? (Passed === 'F' ? unlistedFailure : undefined)
  return attemptBy(row, CODE.test(code) ? code : 'unlisted_code', row ? chargedBy(row) : 'unknown')
}

/**
 * Alibaba Cloud Cloudauth (金融级实人认证), confirmation by face on its page in any browser (InitFaceVerify, DescribeFaceVerify). One signed
 * POST per call, its parameters in the body; never throws for what the vendor or the network does.
 */
export const alibabaFace = ({ sceneId, ...endpoint }: AlibabaFaceConfig, deps: AlibabaDeps): FaceVendor => {
  const ask = async (action: string, parameters: Record<string, string>): Promise<Acs3Answer> => {
    const once = { nonce: deps.ids.id(), at: deps.clock.now() }
    return readAcs3Reply(await deps.outgoing(acs3Request(endpoint, { action, version: VERSION }, parameters, once)))
  }
  return {
    vendor: VENDOR,
    worksIn: 'any',
    async begin({ person, challenge, returnUrl, userAgent }, permit) {
      demandPermit(permit, VENDOR, itemsHandedOn)
      const at = deps.clock.now()
      const answer = await ask('InitFaceVerify', {
        SceneId: sceneId,
        OuterOrderNo: challenge,
        ProductCode: 'ID_PRO',
        CertType: 'IDENTITY_CARD',
        CertName: person.name,
        // The vendor takes a lower-case x for a wrong number.
        CertNo: person.idNumber.toUpperCase(),
        Model: 'MOVE_ACTION',
        ReturnUrl: returnUrl,
        MetaInfo: metaInfo(userAgent),
      })
      return begun(answer, at)
    },
    look: async (token) => looked(await ask('DescribeFaceVerify', { SceneId: sceneId, CertifyId: token })),
  }
}

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

/** Makes it from the vendor's secret. */
export const alibabaFaceFrom = ({ sceneId, ...parts }: AccountParts & { sceneId: string }) =>
  fromSecret(
    accountOf,
    (account: Acs3Endpoint, deps: AlibabaDeps) => alibabaFace({ ...account, sceneId }, deps),
    MAX_ANSWER,
  )(parts)

import * as z from 'zod/mini'
import { ownAddress } from '../cashier/cashier-page.ts'
import { dashed } from '../cloud.ts'
import { tokenNames } from '../face/face-page.ts'
import { type FaceToken, isExpired, lastOf, newToken, phoneOf, tokenOf } from '../face/token.ts'
import { malformed } from '../register/look-up.ts'
import type { TencentCloudSandbox } from '../sandbox.ts'
import type { TencentEffect } from './faults.ts'
import { readParameters } from './parameters.ts'
import { failed, type TencentReply } from './reply.ts'

/** The RuleId that was given for this use. */
const RULE_ID = '1'

const detectAuth = z.strictObject({
  RuleId: z.string(),
  IdCard: z.string(),
  Name: z.string(),
  RedirectUrl: z.string().check(z.maxLength(1024)),
  Extra: z.string().check(z.maxLength(1024)),
})

const enhanced = z.strictObject({ BizToken: z.string(), RuleId: z.string(), InfoType: z.optional(z.string()) })

const wrongRule = (): TencentReply => failed('InvalidParameterValue.RuleIdNotExist', 'The RuleId does not exist.')

/** Begins a confirmation, and answers the page to go to. */
const begin = async (
  sandbox: TencentCloudSandbox,
  rawBody: Buffer,
  effect: TencentEffect | undefined,
): Promise<TencentReply> => {
  const read = readParameters(detectAuth, rawBody)
  if (!read.ok) return read.reply
  const { RuleId, IdCard: idNumber, Name: name, RedirectUrl: returnUrl, Extra: challenge } = read.value
  if (RuleId !== RULE_ID) return wrongRule()
  if (malformed({ name, idNumber })) return failed('InvalidParameterValue', 'The value of a parameter is not valid.')
  if (!ownAddress(returnUrl, sandbox.publicUrl))
    return failed('InvalidParameterValue', 'The value of the parameter `RedirectUrl` is not valid.')
  if (effect?.does === 'result' && effect.result === 'daily_limit')
    return failed('FailedOperation.IdentityAuthLimitExceeded', 'Too many verifications today.')
  const token = dashed(sandbox.ids.id()).toUpperCase()
  await newToken(sandbox, 'tencent', token, { name, idNumber, challenge, returnUrl })
  const Url = `${sandbox.publicUrl}/sandbox/tencent-cloud/face?${tokenNames.tencent}=${token}`
  return { kind: 'done', members: { Url, BizToken: token } }
}

/** Text of a result: what was asked, the last attempt, and each attempt by itself. */
const textOf = (token: FaceToken) => {
  const last = lastOf(token)
  return {
    ErrCode: last ? Number(last.code) : null,
    ErrMsg: last ? (last.code === '0' ? '成功' : '未通过') : null,
    IdCard: token.idNumber,
    Name: token.name,
    LiveStatus: last ? 0 : null,
    Comparestatus: last ? Number(last.code) : null,
    Sim: last ? (last.code === '0' ? '98.50' : '31.20') : null,
    Extra: token.challenge,
    LivenessDetail: token.attempts.map(({ code, charged }, at) => ({
      ReqTime: String(token.madeAt + at),
      Seq: String(at + 1),
      Idcard: token.idNumber,
      Name: token.name,
      Sim: code === '0' ? '98.50' : '31.20',
      IsNeedCharge: charged,
      Errcode: Number(code),
      Errmsg: code === '0' ? '成功' : '未通过',
      Livestatus: 0,
      Comparestatus: Number(code),
    })),
  }
}

/** A picture nobody may want: it comes unless only text is asked for. */
const PICTURES = { BestFrame: { BestFrame: 'cGljdHVyZQ==', BestFrames: [] }, VideoData: { LivenessVideo: 'dmlkZW8=' } }

const look = async (
  sandbox: TencentCloudSandbox,
  rawBody: Buffer,
  effect: TencentEffect | undefined,
): Promise<TencentReply> => {
  const read = readParameters(enhanced, rawBody)
  if (!read.ok) return read.reply
  const { BizToken, RuleId, InfoType = '0' } = read.value
  if (RuleId !== RULE_ID) return wrongRule()
  const token = await tokenOf(sandbox, 'tencent', BizToken)
  if (!token) return failed('InvalidParameterValue.BizTokenIllegal', 'The BizToken is illegal.')
  const text = textOf(token)
  const isOver = token.attempts.length === 0 && isExpired('tencent', token, sandbox.clock.now())
  const expired = isOver ? { ErrCode: 15, ErrMsg: 'Token过期' } : {}
  const odd = effect?.does === 'result' && effect.result === 'unlisted' ? { ErrCode: 9999 } : {}
  const other = effect?.does === 'other_person' ? { Extra: 'another', IdCard: '110101188001010011' } : {}
  const members = { Text: { ...text, ...expired, ...odd, ...other } }
  return { kind: 'done', members: InfoType === '1' ? members : { ...members, ...PICTURES } }
}

export const faceActions = { DetectAuth: begin, GetDetectInfoEnhanced: look }

/** Whether an action is one of confirmation by face, which has faults of its own. */
export const isFaceAction = (name: string | undefined): boolean =>
  name !== undefined && Object.hasOwn(faceActions, name)

/** Whose phone a call is about, for faults meant for one person. */
export const facePhoneIn = async (sandbox: TencentCloudSandbox, rawBody: Buffer): Promise<string | undefined> => {
  const said = z.object({ BizToken: z.optional(z.string()), IdCard: z.optional(z.string()) })
  const read = readParameters(said, rawBody)
  if (!read.ok) return undefined
  const { BizToken, IdCard } = read.value
  if (IdCard !== undefined) return phoneOf(IdCard)
  const token = BizToken === undefined ? undefined : await tokenOf(sandbox, 'tencent', BizToken)
  return token && phoneOf(token.idNumber)
}

import * as z from 'zod/mini'
import type { Element } from '../people.ts'
import { personWith } from '../people.ts'
import { type Evidence, type Finding, lookUp, malformed } from '../register/look-up.ts'
import type { TencentCloudSandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'
import type { TencentEffect } from './faults.ts'
import { readParameters } from './parameters.ts'
import type { TencentReply } from './reply.ts'

const encrypted = {
  CiphertextBlob: z.optional(z.string()),
  EncryptList: z.optional(z.array(z.string())),
  Iv: z.optional(z.string()),
}
const person = { IdCard: z.string(), Name: z.string() }

type Parameters = { IdCard: string; Name: string; Phone?: string; BankCard?: string; VerifyMode?: string }

type Outcome = Finding['outcome'] | 'mismatch_of_holder' | `no_${Element | 'card'}` | 'unlisted'

type Action = {
  parameters: z.ZodMiniType<Parameters>
  /** `Result` by what is found, for what the action has one. */
  results: Readonly<Partial<Record<Outcome, string>>>
  texts: Readonly<Record<string, string>>
  billed: (result: string) => boolean
}

/** Results of FaceID 2018-03-01 with their texts. -99 is none of them. */
const actions = {
  PhoneVerification: {
    parameters: z.strictObject({
      ...person,
      Phone: z.string(),
      ...encrypted,
      VerifyMode: z.optional(z.enum(['0', '1'])),
    }),
    results: {
      ...{ match: '0', timeout_after_sending: '0', mismatch: '-4', no_record: '-9', vendor_busy: '-11' },
      ...{ daily_limit: '-12', unsupported_segment: '-13', alibaba_cloud_only: '-13' },
      ...{ no_phone: '-6', no_idNumber: '-7', no_name: '-8' },
    },
    texts: {
      '0': '认证通过',
      '-4': '信息不一致',
      '-6': '手机号码不合法',
      '-7': '身份证号码有误',
      '-8': '姓名校验不通过',
      '-9': '没有记录',
      '-11': '验证中心服务繁忙',
      '-12': '认证次数超过当日限制',
      '-13': '该手机号段不支持核验',
    },
    billed: (result) => ['0', '-4'].includes(result),
  },
  IdCardVerification: {
    parameters: z.strictObject({ ...person, ...encrypted }),
    results: {
      ...{ match: '0', timeout_after_sending: '0', mismatch: '-1', no_record: '-5', vendor_busy: '-4' },
      ...{ daily_limit: '-7', no_idNumber: '-2', no_name: '-3' },
    },
    texts: {
      '0': '姓名和身份证号一致',
      '-1': '姓名和身份证号不一致',
      '-2': '非法身份证号',
      '-3': '非法姓名',
      '-4': '证件库服务异常',
      '-5': '证件库中无此身份证记录',
      '-7': '认证次数超过当日限制',
    },
    billed: (result) => ['0', '-1'].includes(result),
  },
  BankCard4EVerification: {
    parameters: z.strictObject({
      ...person,
      Phone: z.string(),
      BankCard: z.string(),
      CertType: z.optional(z.literal(0)),
      ...encrypted,
    }),
    results: {
      ...{ match: '0', timeout_after_sending: '0', mismatch: '-1', no_record: '-1', vendor_busy: '-18' },
      ...{ daily_limit: '-19', mismatch_of_holder: '-6', card_lost: '-13', card_not_offered: '-17' },
      ...{ card_expired: '-14', card_asleep: '-11', card_locked: '-16', card_not_online: '-7' },
      ...{ no_name: '-2', no_idNumber: '-3', no_card: '-4', no_phone: '-5' },
    },
    texts: {
      '0': '认证通过',
      '-1': '认证未通过',
      '-2': '姓名校验不通过',
      '-3': '身份证号码有误',
      '-4': '银行卡号格式有误',
      '-5': '手机号码不合法',
      '-6': '持卡人信息有误',
      '-7': '此卡未开通无卡支付功能',
      '-11': '此卡未激活或睡眠卡',
      '-13': '此卡已挂失',
      '-14': '此卡已过期',
      '-16': '密码错误次数超限',
      '-17': '发卡行不支持此交易',
      '-18': '验证中心服务繁忙',
      '-19': '验证次数超限，请次日重试',
    },
    billed: (result) => ['0', '-1', '-6', '-7', '-11', '-13', '-14', '-16', '-17'].includes(result),
  },
} as const satisfies Record<string, Action>

export type FaceIdAction = keyof typeof actions

/** `ResultDetail` by what differs. */
const detailOf = (differs: readonly Element[] | undefined): string => {
  if (differs?.includes('phone')) return 'PhoneNameIdCardMismatch'
  if (differs?.includes('name')) return differs.includes('idNumber') ? 'NameIdCardMismatch' : 'PhoneNameMismatch'
  return differs?.includes('idNumber') ? 'PhoneIdCardMismatch' : 'OtherMismatch'
}

const evidenceOf = ({ IdCard, Name, Phone, BankCard }: Parameters): Evidence => ({
  ...{ idNumber: IdCard, name: Name },
  ...(Phone !== undefined && { phone: Phone }),
  ...(BankCard !== undefined && { card: BankCard }),
})

/** China Broadnet and the virtual operators. */
const UNSUPPORTED = /^1(92|6[257]|7[01])/

const found = (action: FaceIdAction, evidence: Evidence): { outcome: Outcome; differs?: readonly Element[] } => {
  const wrong = malformed(evidence)
  if (wrong) return { outcome: `no_${wrong}` }
  const finding = lookUp(evidence)
  const isOutOfReach = action === 'PhoneVerification' && UNSUPPORTED.test(evidence.phone ?? '')
  if (finding.outcome === 'no_record' && isOutOfReach) return { outcome: 'unsupported_segment' }
  const isOfHolder = action === 'BankCard4EVerification' && finding.differs?.includes('name')
  return isOfHolder ? { outcome: 'mismatch_of_holder' } : finding
}

/** The vendor's verdict, and whether it takes its time. */
export const verdict = (
  action: FaceIdAction,
  parameters: Parameters,
): { result: string; detail: string; slow: boolean } => {
  const { outcome, differs } = found(action, evidenceOf(parameters))
  const results: Action['results'] = actions[action].results
  const result = results[outcome] ?? UNLISTED
  const isTold = outcome === 'mismatch' && parameters.VerifyMode === '1'
  // Late, and by then it has been done and charged.
  return { result, detail: isTold ? detailOf(differs) : '', slow: outcome === 'timeout_after_sending' }
}

const UNLISTED = '-99'

const ordered: Record<Extract<TencentEffect, { does: 'result' }>['result'], Outcome> = {
  busy: 'vendor_busy',
  daily_limit: 'daily_limit',
  unsupported_segment: 'unsupported_segment',
  unlisted: 'unlisted',
}

/** Which phone a call is about, for faults meant for one person; undefined when it says none of anybody. */
export const phoneIn = (rawBody: Buffer): string | undefined => {
  const read = readParameters(z.object({ Phone: z.optional(z.string()), IdCard: z.optional(z.string()) }), rawBody)
  if (!read.ok) return undefined
  return read.value.Phone ?? personWith(read.value.IdCard ?? '')?.phone
}

/** Counted, and charged if the vendor would, before it answers. */
const running =
  (action: FaceIdAction) =>
  async (sandbox: TencentCloudSandbox, rawBody: Buffer, effect: TencentEffect | undefined): Promise<TencentReply> => {
    const { parameters, texts, billed, results }: Action = actions[action]
    const read = readParameters(parameters, rawBody)
    if (!read.ok) return read.reply
    const judged = verdict(action, read.value)
    const result = effect?.does === 'result' ? (results[ordered[effect.result]] ?? UNLISTED) : judged.result
    const phone = phoneIn(rawBody) ?? ''
    await recordCall(sandbox, { vendor: 'tencent_faceid', phone, result, billed: billed(result) ? 1 : 0 })
    if (judged.slow) await sandbox.pause(sandbox.settings.slowAnswerMs)
    const members = { Result: result, Description: texts[result] ?? '未知结果' }
    if (action !== 'PhoneVerification') return { kind: 'done', members }
    const ResultDetail = result === judged.result ? judged.detail : ''
    return { kind: 'done', members: { ...members, Isp: billed(result) ? '电信' : '', ResultDetail } }
  }

export const faceIdActions = {
  PhoneVerification: running('PhoneVerification'),
  IdCardVerification: running('IdCardVerification'),
  BankCard4EVerification: running('BankCard4EVerification'),
}

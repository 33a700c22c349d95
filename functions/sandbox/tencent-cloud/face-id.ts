import * as z from 'zod/mini'
import { isIdNumber } from '../id-number.ts'
import { type PersonOutcome, personWith } from '../people.ts'
import type { TencentCloudSandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'
import type { TencentEffect } from './faults.ts'
import { readParameters } from './parameters.ts'
import type { TencentReply } from './reply.ts'

const parameters = z.strictObject({
  IdCard: z.string(),
  Name: z.string(),
  Phone: z.string(),
  CiphertextBlob: z.optional(z.string()),
  EncryptList: z.optional(z.array(z.string())),
  Iv: z.optional(z.string()),
  VerifyMode: z.optional(z.enum(['0', '1'])),
})

export type Evidence = { IdCard: string; Name: string; Phone: string }

/** Results of PhoneVerification (version 2018-03-01) with their texts; 0 and -4 are charged. -99 is none of them. */
const results = {
  '0': '认证通过',
  '-4': '信息不一致',
  '-6': '手机号码不合法',
  '-7': '身份证号码有误',
  '-8': '姓名校验不通过',
  '-9': '没有记录',
  '-11': '验证中心服务繁忙',
  '-12': '认证次数超过当日限制',
  '-13': '该手机号段不支持核验',
  '-99': '未知结果',
} as const

export type Result = keyof typeof results

const resultOf: Record<PersonOutcome, Result> = {
  match: '0',
  mismatch: '-4',
  no_record: '-9',
  vendor_busy: '-11',
  // Late, and by then it has been done and charged.
  timeout_after_sending: '0',
  unsupported_segment: '-13',
  daily_limit: '-12',
}

/** China Broadnet and the virtual operators. */
const UNSUPPORTED = /^1(92|6[257]|7[01])/

const isName = (name: string): boolean => /^[\p{Script=Han}〇·]{2,50}$/u.test(name)

/** The vendor's verdict, and whether it takes its time. Only the catalogue is known; everybody else has no record. */
export const verdict = ({ IdCard, Name, Phone }: Evidence): { result: Result; slow: boolean } => {
  const plain = (result: Result) => ({ result, slow: false })
  if (!/^1[3-9]\d{9}$/.test(Phone)) return plain('-6')
  if (!isIdNumber(IdCard)) return plain('-7')
  if (!isName(Name)) return plain('-8')
  const person = personWith(IdCard)
  if (!person) return plain(UNSUPPORTED.test(Phone) ? '-13' : '-9')
  if (person.name !== Name || person.phone !== Phone) return plain('-4')
  return { result: resultOf[person.outcome], slow: person.outcome === 'timeout_after_sending' }
}

const isBilled = (result: Result): boolean => result === '0' || result === '-4'

/** Which phone a call is about, for faults meant for one person; undefined when it says none. */
export const phoneIn = (rawBody: Buffer): string | undefined => {
  const read = readParameters(z.object({ Phone: z.string() }), rawBody)
  return read.ok ? read.value.Phone : undefined
}

/** PhoneVerification. Counted, and charged if the vendor would, before it answers. */
export const phoneVerification = async (
  sandbox: TencentCloudSandbox,
  rawBody: Buffer,
  effect: TencentEffect | undefined,
): Promise<TencentReply> => {
  const read = readParameters(parameters, rawBody)
  if (!read.ok) return read.reply
  const judged = verdict(read.value)
  const result = effect?.does === 'result' ? effect.result : judged.result
  await recordCall(sandbox, {
    vendor: 'tencent_faceid',
    phone: read.value.Phone,
    result,
    billed: isBilled(result) ? 1 : 0,
  })
  if (judged.slow) await sandbox.pause(sandbox.settings.slowAnswerMs)
  const detail = read.value.VerifyMode === '1' && result === '-4' ? 'OtherMismatch' : ''
  const Isp = isBilled(result) ? '电信' : ''
  return { kind: 'done', members: { Result: result, Description: results[result], Isp, ResultDetail: detail } }
}

import * as z from 'zod/mini'
import type { Millis } from '../../../shared/kernel/time.ts'
import { created, listDocuments } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox, TencentCloudSandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'
import type { TencentEffect } from './faults.ts'
import { readParameters } from './parameters.ts'
import { failed, type TencentReply } from './reply.ts'

const parameters = z.strictObject({
  PhoneNumberSet: z.array(z.string()).check(z.minLength(1), z.maxLength(200)),
  SmsSdkAppId: z.string().check(z.minLength(1)),
  TemplateId: z.string().check(z.minLength(1)),
  SignName: z.optional(z.string()),
  TemplateParamSet: z.optional(z.array(z.string())),
  ExtendCode: z.optional(z.string()),
  SessionContext: z.optional(z.string()),
  SenderId: z.optional(z.string()),
})

type Asked = z.infer<typeof parameters>
type Status = { code: string; message: string }

const text = z.object({ phone: z.string(), text: z.string(), code: z.string(), at: z.number() })

/** A text message as a phone received it; `at` in epoch ms. */
export type ReceivedSms = z.infer<typeof text>

const DAYS_KEPT = 7
const SENT: Status = { code: 'Ok', message: 'send success' }

/** Variables of a verification template are digits only, at most six of them: the code and, if there, the minutes. */
const parameterFault = (asked: Asked): TencentReply | undefined => {
  const values = asked.TemplateParamSet ?? []
  if (values.length < 1 || values.length > 2)
    return failed(
      'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
      'the request content does not match the approved template',
    )
  if (values.some((value) => !/^\d{1,6}$/.test(value)))
    return failed(
      'InvalidParameterValue.TemplateParameterFormatError',
      'verification code template parameters only support digits, at most 6',
    )
  return undefined
}

const written = ({ SignName, TemplateParamSet: [code = '', minutes] = [] }: Asked) => ({
  code,
  text: `【${SignName ?? ''}】${code}为您的验证码${minutes ? `，请于${minutes}分钟内填写` : ''}。如非本人操作，请忽略本短信。`,
})

const numberOf = (e164: string): string | undefined => /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(e164)?.[1]

const receive = (sandbox: TencentCloudSandbox, phone: string, asked: Asked) => {
  const now: Millis = sandbox.clock.now()
  const received: ReceivedSms = { phone, ...written(asked), at: now }
  return created(keys.sms(phone, sandbox.ids.id()), received, { now, days: DAYS_KEPT })
}

const sendOne = async (sandbox: TencentCloudSandbox, to: string, asked: Asked, fault: Status | undefined) => {
  const phone = numberOf(to)
  const wrong: Status = { code: 'InvalidParameterValue.IncorrectPhoneNumber', message: 'incorrect phone number' }
  const status = phone === undefined ? wrong : (fault ?? SENT)
  const Fee = status === SENT ? 1 : 0
  if (phone !== undefined && status === SENT) await sandbox.table.commit([receive(sandbox, phone, asked)])
  await recordCall(sandbox, { vendor: 'tencent_sms', phone: phone ?? '', result: status.code, billed: Fee })
  return {
    SerialNo: Fee === 0 ? '' : `5000:${sandbox.ids.id()}`,
    PhoneNumber: to,
    Fee,
    SessionContext: asked.SessionContext ?? '',
    Code: status.code,
    Message: status.message,
    IsoCode: phone === undefined ? '' : 'CN',
  }
}

/** Which phone a call is about, for faults meant for one person. */
export const phoneIn = (rawBody: Buffer): string | undefined => {
  const read = readParameters(z.object({ PhoneNumberSet: z.array(z.string()) }), rawBody)
  const [first] = read.ok ? read.value.PhoneNumberSet : []
  return first === undefined ? undefined : numberOf(first)
}

/** SendSms (version 2021-01-11): accepted as a whole, sent or not per number. */
export const sendSms = async (
  sandbox: TencentCloudSandbox,
  rawBody: Buffer,
  effect: TencentEffect | undefined,
): Promise<TencentReply> => {
  const read = readParameters(parameters, rawBody)
  if (!read.ok) return read.reply
  const fault = parameterFault(read.value)
  if (fault) return fault
  const status = effect?.does === 'status' ? { code: effect.code, message: effect.message } : undefined
  const SendStatusSet = []
  for (const to of read.value.PhoneNumberSet) SendStatusSet.push(await sendOne(sandbox, to, read.value, status))
  return { kind: 'done', members: { SendStatusSet } }
}

/** The texts a number received, newest first. */
export const smsOf = async (sandbox: Pick<Sandbox, 'table'>, phone: string): Promise<ReceivedSms[]> => {
  const found = await listDocuments(sandbox.table, keys.sms(phone, '').pk, text)
  return found.map(({ value }) => value).reverse()
}

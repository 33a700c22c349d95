import * as z from 'zod/mini'
import { DAY, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { TencentCloudSandbox } from '../sandbox.ts'
import { isNews, newsText, resultTemplates } from '../texts/templates.ts'
import { type Fate, reportedAt, type SentText, sentBy, takeText } from '../texts/texts.ts'
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

const SENT: Status = { code: 'Ok', message: 'send success' }

/** Variables of a verification template are digits only, at most six of them: the code and, if there, the minutes. */
const codeFault = (values: readonly string[]): TencentReply | undefined => {
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

/** A template of results takes one variable, and no more of it than is let through. */
const newsFault = (values: readonly string[]): TencentReply | undefined => {
  if (values.length !== 1)
    return failed(
      'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
      'the request content does not match the approved template',
    )
  return isNews(values[0])
    ? undefined
    : failed('InvalidParameterValue.TemplateParameterLengthLimit', 'a template parameter is longer than allowed')
}

const tellsResult = ({ TemplateId }: Asked): boolean => TemplateId === resultTemplates.tencent_sms

const parameterFault = (asked: Asked): TencentReply | undefined =>
  (tellsResult(asked) ? newsFault : codeFault)(asked.TemplateParamSet ?? [])

const codeWritten = ({ SignName, TemplateParamSet: [code = '', minutes] = [] }: Asked) => ({
  code,
  text: `【${SignName ?? ''}】${code}为您的验证码${minutes ? `，请于${minutes}分钟内填写` : ''}。如非本人操作，请忽略本短信。`,
})

const written = (asked: Asked) =>
  tellsResult(asked)
    ? { code: '', text: newsText(asked.SignName ?? '', asked.TemplateParamSet?.[0] ?? '') }
    : codeWritten(asked)

const numberOf = (e164: string): string | undefined => /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(e164)?.[1]

const fateOf = (effect: TencentEffect | undefined): Fate =>
  effect?.does === 'fate' ? effect.fate : { kind: 'arrives' }

const sendOne = async (
  sandbox: TencentCloudSandbox,
  to: string,
  asked: Asked,
  { fault, fate }: { fault: Status | undefined; fate: Fate },
) => {
  const phone = numberOf(to)
  const wrong: Status = { code: 'InvalidParameterValue.IncorrectPhoneNumber', message: 'incorrect phone number' }
  const status = phone === undefined ? wrong : (fault ?? SENT)
  const Fee = status === SENT ? 1 : 0
  const serial = `5000:${sandbox.ids.id()}`
  if (phone !== undefined && status === SENT) {
    const given = asked.SessionContext ?? ''
    const of = { serial, given, phone, template: asked.TemplateId, at: sandbox.clock.now(), fate }
    await takeText(sandbox, 'tencent_sms', { ...of, ...written(asked) })
  }
  await recordCall(sandbox, { vendor: 'tencent_sms', phone: phone ?? '', result: status.code, billed: Fee })
  return {
    SerialNo: Fee === 0 ? '' : serial,
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
  const read = readParameters(
    z.object({ PhoneNumberSet: z.optional(z.array(z.string())), PhoneNumber: z.optional(z.string()) }),
    rawBody,
  )
  const [first] = read.ok ? (read.value.PhoneNumberSet ?? [read.value.PhoneNumber ?? '']) : []
  return first === undefined ? undefined : numberOf(first)
}

/** SendSms (version 2021-01-11): accepted as a whole, sent or not per number. */
const sendSms = async (
  sandbox: TencentCloudSandbox,
  rawBody: Buffer,
  effect: TencentEffect | undefined,
): Promise<TencentReply> => {
  const read = readParameters(parameters, rawBody)
  if (!read.ok) return read.reply
  const wrong = parameterFault(read.value)
  if (wrong) return wrong
  const fault = effect?.does === 'status' ? { code: effect.code, message: effect.message } : undefined
  const SendStatusSet = []
  for (const to of read.value.PhoneNumberSet)
    SendStatusSet.push(await sendOne(sandbox, to, read.value, { fault, fate: fateOf(effect) }))
  return { kind: 'done', members: { SendStatusSet } }
}

const pulling = z.strictObject({
  BeginTime: z.int(),
  EndTime: z.optional(z.int()),
  Offset: z.literal(0),
  Limit: z.int().check(z.minimum(1), z.maximum(100)),
  PhoneNumber: z.string(),
  SmsSdkAppId: z.string().check(z.minLength(1)),
})

/** The vendor keeps them for so long. */
const PULLED: Millis = 7 * DAY

const receiptOf = (text: SentText, at: Millis) => ({
  SerialNo: text.serial,
  SessionContext: text.given,
  CountryCode: '86',
  SubscriberNumber: text.phone,
  PhoneNumber: `+86${text.phone}`,
  ReportStatus: text.fate.kind === 'arrives' ? 'SUCCESS' : 'FAIL',
  Description: text.fate.kind === 'fails' ? text.fate.code : 'DELIVRD',
  UserReceiveTime: Math.floor(at / SECOND),
})

/** PullSmsSendStatusByPhoneNumber: what carriers have said of the texts of a number; of those they said nothing of there is no entry. */
const pullStatus = async (sandbox: TencentCloudSandbox, rawBody: Buffer): Promise<TencentReply> => {
  const read = readParameters(pulling, rawBody)
  if (!read.ok) return read.reply
  const { BeginTime, EndTime = Number.POSITIVE_INFINITY, Limit, PhoneNumber } = read.value
  const now = sandbox.clock.now()
  if (BeginTime * SECOND < now - PULLED)
    return failed('InvalidParameterValue.BeginTimeVerifyFail', 'BeginTime verify fail')
  if (EndTime < BeginTime) return failed('InvalidParameterValue.EndTimeVerifyFail', 'EndTime verify fail')
  const taken = await sentBy(sandbox, 'tencent_sms', numberOf(PhoneNumber) ?? '')
  const within = taken.filter(({ at }) => at >= BeginTime * SECOND && at <= EndTime * SECOND)
  const receipts = within.flatMap((text) => {
    const at = reportedAt(text, now)
    return at === undefined ? [] : [receiptOf(text, at)]
  })
  return { kind: 'done', members: { PullSmsSendStatusSet: receipts.slice(0, Limit) } }
}

export const smsActions = { SendSms: sendSms, PullSmsSendStatusByPhoneNumber: pullStatus }

import * as z from 'zod/mini'
import { dashed } from '../cloud.ts'
import type { TencentCloudSandbox } from '../sandbox.ts'
import { takeMail } from '../texts/mails.ts'
import { recordCall } from '../vendor-calls.ts'
import type { TencentEffect } from './faults.ts'
import { readParameters } from './parameters.ts'
import { failed, type TencentReply } from './reply.ts'

const parameters = z.strictObject({
  FromEmailAddress: z.string().check(z.minLength(1)),
  Destination: z.array(z.string()).check(z.minLength(1), z.maxLength(50)),
  Subject: z.string(),
  ReplyToAddresses: z.optional(z.string()),
  Template: z.strictObject({ TemplateID: z.int(), TemplateData: z.string() }),
  Unsubscribe: z.optional(z.string()),
  TriggerType: z.optional(z.int()),
})

type Asked = z.infer<typeof parameters>

const ADDRESS = /^[^\s<>@]+@[^\s<>@.]+(?:\.[^\s<>@.]+)+$/

/** Alone, or as a name, one space and the address in angle brackets. */
const SENDER = /^(?:[^\s<>@:]+@[^\s<>@:]+|[^:<>]+ <[^\s<>@:]+@[^\s<>@:]+>)$/

/** The variables of the template that is known here. */
const data = z.strictObject({ code: z.string(), minutes: z.string() })

const dataIn = (text: string): z.infer<typeof data> | TencentReply => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return failed('FailedOperation.WrongContentJson', 'TemplateData is no JSON')
  }
  const read = data.safeParse(json)
  if (read.success) return read.data
  return failed('InvalidParameterValue.TemplateDataInconsistent', 'the variables are not those of the template')
}

const parameterFault = ({ FromEmailAddress, Destination, Subject, Template }: Asked): TencentReply | undefined => {
  if (!SENDER.test(FromEmailAddress)) return failed('FailedOperation.IncorrectSender', 'the sender has a wrong form')
  if (Subject.length < 1 || Subject.length > 100)
    return failed('InvalidParameterValue.SubjectLengthError', 'a subject has 1 to 100 characters')
  if (Template.TemplateID <= 0) return failed('FailedOperation.InvalidTemplateID', 'no such template')
  if (Destination.some((address) => !ADDRESS.test(address)))
    return failed('InvalidParameterValue.IllegalEmailAddress', 'an address has a wrong form')
  return undefined
}

/** Which address a call is about, for faults meant for one. */
export const addressIn = (rawBody: Buffer): string | undefined => {
  const read = readParameters(z.object({ Destination: z.optional(z.array(z.string())) }), rawBody)
  return read.ok ? read.value.Destination?.[0]?.toLowerCase() : undefined
}

/** SendEmail (version 2020-10-02), by a template, to each of the addresses. */
const sendEmail = async (
  sandbox: TencentCloudSandbox,
  rawBody: Buffer,
  _effect: TencentEffect | undefined,
): Promise<TencentReply> => {
  const read = readParameters(parameters, rawBody)
  if (!read.ok) return read.reply
  const wrong = parameterFault(read.value)
  if (wrong) return wrong
  const { FromEmailAddress: from, Destination, Subject: subject, Template } = read.value
  const values = dataIn(Template.TemplateData)
  if ('kind' in values) return values
  const { code, minutes } = values
  const text = `您的邮箱验证码是 ${code}，${minutes} 分钟内有效。如非本人操作，请忽略本邮件。`
  for (const to of Destination) {
    await takeMail(sandbox, { from, to, subject, text, code, at: sandbox.clock.now() })
    await recordCall(sandbox, { vendor: 'tencent_ses', phone: '', result: 'Ok', billed: 1 })
  }
  return { kind: 'done', members: { MessageId: `qcloud-ses-${dashed(sandbox.ids.id())}` } }
}

export const sesActions = { SendEmail: sendEmail }

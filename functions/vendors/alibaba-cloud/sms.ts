import * as z from 'zod/mini'
import { beijingDay, type Millis } from '../../../shared/kernel/time.ts'
import type { HandedText, SmsReport, SmsResult, SmsSender } from '../../account/codes/sms-sender.ts'
import { demandPermit, type Permit } from '../../consent/permit.ts'
import { codeOnly, rowFor } from '../answer-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { reportUnavailable, smsResultOf, undelivered } from '../sms-codes.ts'
import { type AlibabaDeps, textAccountOf } from './account.ts'
import { type Acs3Answer, type Acs3Endpoint, type Acs3Form, acs3Request, readAcs3Reply } from './acs3-exchange.ts'
import { receiptCodes, smsCodes } from './sms-codes.ts'

/** `url`: https://dysmsapi.aliyuncs.com or a stand-in's address. The template takes one variable, `code`: it may take no second. */
export type AlibabaSmsConfig = Acs3Endpoint & { smsSignName: string; smsTemplateCode: string }

/** The vendor, by the name it is told under. */
const VENDOR = 'alibaba_cloud'

const VERSION = '2017-05-25'

/** The members of an answer that say that something was done, beside a code that says it too. */
const form: Acs3Form = {
  done: 'OK',
  resultIn: ({ BizId, SmsSendDetailDTOs }) => ({
    ...(BizId !== undefined && { BizId }),
    ...(SmsSendDetailDTOs !== undefined && { SmsSendDetailDTOs }),
  }),
}

type Call = (action: string, parameters: Readonly<Record<string, string>>) => Promise<Acs3Answer>

const callWith =
  (endpoint: Acs3Endpoint, deps: AlibabaDeps): Call =>
  async (action, parameters) => {
    const once = { nonce: deps.ids.id(), at: deps.clock.now() }
    return readAcs3Reply(
      await deps.outgoing(acs3Request(endpoint, { action, version: VERSION }, parameters, once)),
      form,
    )
  }

const judge = (answer: Acs3Answer): SmsResult => {
  if (answer.kind === 'error') return smsResultOf(rowFor(smsCodes, answer.code), answer.code)
  if (answer.kind === 'answered') return { kind: 'sent' }
  if (answer.kind === 'not_sent') return { kind: 'not_taken', because: 'not_sent', code: answer.code }
  return { kind: 'in_doubt', code: answer.code }
}

const detail = z.object({
  OutId: z.optional(z.nullable(z.string())),
  SendStatus: z.union([z.int(), z.pipe(z.string().check(z.regex(/^\d$/)), z.transform(Number))]),
  ErrCode: z.optional(z.nullable(z.string())),
  ReceiveDate: z.optional(z.nullable(z.string())),
})
const details = z.object({ SmsSendDetailDTOs: z.object({ SmsSendDetailDTO: z.array(detail) }) })

/** A time as the vendor writes it, in Beijing; NaN for anything else. */
const timeIn = (text: string | null | undefined): Millis =>
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text ?? '') ? Date.parse(`${text?.replace(' ', 'T')}+08:00`) : Number.NaN

const FAILED = 2
const ARRIVED = 3

/** What one day of a number says of a text of ours. */
const judgeReceipt = (answer: Acs3Answer, { ref }: HandedText): SmsReport => {
  if (answer.kind === 'error') return reportUnavailable(rowFor(smsCodes, answer.code), answer.code)
  if (answer.kind !== 'answered') return { kind: 'unavailable', code: answer.code }
  const read = details.safeParse(answer.result)
  if (!read.success) return { kind: 'unavailable', code: 'unexpected_shape' }
  const found = read.data.SmsSendDetailDTOs.SmsSendDetailDTO.find(({ OutId }) => OutId === ref)
  const code = codeOnly(found?.ErrCode ?? '')
  if (found?.SendStatus === FAILED) return undelivered(rowFor(receiptCodes, code), code)
  const at = timeIn(found?.ReceiveDate)
  if (found?.SendStatus !== ARRIVED) return { kind: 'waiting' }
  return Number.isNaN(at) ? { kind: 'unavailable', code: 'unexpected_shape' } : { kind: 'delivered', at }
}

/** The most that one call answers; more than any number gets of us on a day. */
const PAGE = '50'

/** Receipts are asked for by day: the one it was sent on, and today's where it may have been sent just after midnight. */
const reportOn = async (call: Call, text: HandedText, now: Millis): Promise<SmsReport> => {
  let report: SmsReport = { kind: 'waiting' }
  for (const SendDate of new Set([beijingDay(text.at), beijingDay(now)])) {
    const page = { PhoneNumber: text.phone, SendDate, PageSize: PAGE, CurrentPage: '1' }
    report = judgeReceipt(await call('QuerySendDetails', page), text)
    if (report.kind !== 'waiting') return report
  }
  return report
}

/**
 * Alibaba Cloud SMS (短信服务) as sender of verification codes and results to mainland numbers. One POST per call, signed with `deps.clock` and a
 * number of its own; a receipt is one call, two after midnight.
 */
export const alibabaSms = (config: AlibabaSmsConfig, deps: AlibabaDeps): SmsSender<Permit> => {
  const call = callWith(config, deps)
  const send = async (to: { phone: string; ref: string }, TemplateCode: string, variables: Record<string, string>) => {
    const of = { PhoneNumbers: to.phone, SignName: config.smsSignName, TemplateCode }
    return judge(await call('SendSms', { ...of, TemplateParam: JSON.stringify(variables), OutId: to.ref }))
  }
  return {
    vendor: VENDOR,
    async sendCode({ code, ...to }, permit) {
      demandPermit(permit, VENDOR, ['phone'])
      return send(to, config.smsTemplateCode, { code })
    },
    async sendNews({ template, news, ...to }, permit) {
      demandPermit(permit, VENDOR, ['phone'])
      return send(to, template, { result: news })
    },
    async reportOn(text, permit) {
      demandPermit(permit, VENDOR, ['phone'])
      return reportOn(call, text, deps.clock.now())
    },
  }
}

/** The largest answer that is read: of 50 texts of a day, too. */
const MAX_ANSWER = 128 * 1024

/** Makes the sender from the vendor's secret. */
export const alibabaSmsFrom = fromSecret(textAccountOf, alibabaSms, MAX_ANSWER)

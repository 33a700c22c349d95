import * as z from 'zod/mini'
import { MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { HandedText, SmsReport, SmsResult, SmsSender } from '../../account/codes/sms-sender.ts'
import { demandPermit, type Permit } from '../../consent/permit.ts'
import { codeOnly, rowFor } from '../answer-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { reportUnavailable, smsResultOf, undelivered } from '../sms-codes.ts'
import { type TencentDeps, textAccountOf } from './account.ts'
import { receiptCodes, smsCodes } from './sms-codes.ts'
import { readTc3Reply, type Tc3Answer, tc3Request } from './tc3-exchange.ts'

/** `url`: https://sms.tencentcloudapi.com or a stand-in's address. The template takes two variables: code and minutes. */
export type TencentSmsConfig = {
  url: string
  secretId: string
  secretKey: string
  region: string
  smsSdkAppId: string
  smsSignName: string
  smsTemplateId: string
}

/** The vendor, by the name it is told under. */
const VENDOR = 'tencent_cloud'

const ofSms = (action: string) => ({ service: 'sms', action, version: '2021-01-11' })

/** The call as a whole succeeds even where the one number was refused, so only the number's own code counts. */
const answerOf = z.object({ SendStatusSet: z.array(z.object({ Code: z.string() })) })

const refusal = (code: string): SmsResult => smsResultOf(rowFor(smsCodes, code), code)

const judge = (answer: Tc3Answer): SmsResult => {
  if (answer.kind === 'error') return refusal(answer.code)
  if (answer.kind === 'not_sent') return { kind: 'not_taken', because: 'not_sent', code: answer.code }
  if (answer.kind === 'unknown') return { kind: 'in_doubt', code: answer.code }
  const read = answerOf.safeParse(answer.response)
  const status = read.success ? read.data.SendStatusSet[0] : undefined
  if (!status) return { kind: 'in_doubt', code: 'unexpected_shape' }
  if (status.Code === 'Ok') return { kind: 'sent' }
  return refusal(codeOnly(status.Code))
}

const receiptsOf = z.object({
  PullSmsSendStatusSet: z.array(
    z.object({
      SessionContext: z.optional(z.nullable(z.string())),
      ReportStatus: z.string(),
      Description: z._default(z.string(), ''),
      UserReceiveTime: z.optional(z.nullable(z.int())),
    }),
  ),
})

/** A carrier's own code, and nothing longer: what looks otherwise might repeat what was sent. */
const RECEIPT = /^(?:[A-Z]{2}:\d{4}|-?\d{3}|[A-Z]{1,12})$/

/** There is an entry only where the carrier has said something. */
const judgeReceipt = (answer: Tc3Answer, { ref }: HandedText): SmsReport => {
  if (answer.kind === 'error') return reportUnavailable(rowFor(smsCodes, answer.code), answer.code)
  if (answer.kind !== 'answered') return { kind: 'unavailable', code: answer.code }
  const read = receiptsOf.safeParse(answer.response)
  if (!read.success) return { kind: 'unavailable', code: 'unexpected_shape' }
  const found = read.data.PullSmsSendStatusSet.find(({ SessionContext }) => SessionContext === ref)
  if (!found) return { kind: 'waiting' }
  const { ReportStatus, UserReceiveTime, Description } = found
  if (ReportStatus === 'SUCCESS' && UserReceiveTime) return { kind: 'delivered', at: UserReceiveTime * SECOND }
  if (ReportStatus !== 'FAIL') return { kind: 'unavailable', code: 'unexpected_shape' }
  const code = RECEIPT.test(Description) ? Description : 'unlisted_code'
  return undelivered(
    receiptCodes.find((row) => row.code === code),
    code,
  )
}

/** Our clocks may differ so much from the vendor's. */
const SLACK = MINUTE

const inSeconds = (at: Millis): number => Math.floor(at / SECOND)

/** Tencent Cloud SMS as sender of verification codes and results to mainland numbers. One POST per call, signed with `deps.clock`. */
export const tencentSms = (config: TencentSmsConfig, deps: TencentDeps): SmsSender<Permit> => {
  const call = async (action: string, parameters: Record<string, unknown>): Promise<Tc3Answer> =>
    readTc3Reply(await deps.outgoing(tc3Request(config, ofSms(action), parameters, deps.clock.now())))
  const { smsSdkAppId: SmsSdkAppId } = config
  const send = async (to: { phone: string; ref: string }, TemplateId: string, TemplateParamSet: string[]) =>
    judge(
      await call('SendSms', {
        PhoneNumberSet: [`+86${to.phone}`],
        SmsSdkAppId,
        SignName: config.smsSignName,
        TemplateId,
        TemplateParamSet,
        SessionContext: to.ref,
      }),
    )
  return {
    vendor: VENDOR,
    async sendCode({ code, minutes, ...to }, permit) {
      demandPermit(permit, VENDOR, ['phone'])
      return send(to, config.smsTemplateId, [code, String(minutes)])
    },
    async sendNews({ template, news, ...to }, permit) {
      demandPermit(permit, VENDOR, ['phone'])
      return send(to, template, [news])
    },
    async reportOn(text, permit) {
      demandPermit(permit, VENDOR, ['phone'])
      const time = { BeginTime: inSeconds(text.at - SLACK), EndTime: inSeconds(deps.clock.now() + SLACK) }
      const page = { ...time, Offset: 0, Limit: 100 }
      const asked = { ...page, PhoneNumber: `+86${text.phone}`, SmsSdkAppId }
      return judgeReceipt(await call('PullSmsSendStatusByPhoneNumber', asked), text)
    },
  }
}

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

/** Makes the sender from the vendor's secret. */
export const tencentSmsFrom = fromSecret(textAccountOf, tencentSms, MAX_ANSWER)

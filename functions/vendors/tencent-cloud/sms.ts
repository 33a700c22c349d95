import * as z from 'zod/mini'
import type { SmsResult, SmsSender } from '../../account/codes/sms-sender.ts'
import { demandPermit, type Permit } from '../../consent/permit.ts'
import { codeOnly, rowFor } from '../answer-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { type TencentDeps, textAccountOf } from './account.ts'
import { smsCodes } from './sms-codes.ts'
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

/** The vendor of text messages, by the name it is told under. */
export const smsVendor = 'tencent_cloud'

const SEND_SMS = { service: 'sms', action: 'SendSms', version: '2021-01-11' }

/** The call as a whole succeeds even where the one number was refused, so only the number's own code counts. */
const answerOf = z.object({ SendStatusSet: z.array(z.object({ Code: z.string() })) })

const refusal = (code: string): SmsResult => {
  const row = rowFor(smsCodes, code)
  if (row?.kind === 'rejected') return { kind: 'rejected', code }
  return { kind: 'unavailable', code, ...(row?.repair && { needsRepair: true }) }
}

const judge = (answer: Tc3Answer): SmsResult => {
  if (answer.kind === 'error') return refusal(answer.code)
  if (answer.kind !== 'answered') return { kind: 'unavailable', code: answer.code }
  const read = answerOf.safeParse(answer.response)
  const status = read.success ? read.data.SendStatusSet[0] : undefined
  if (!status) return { kind: 'unavailable', code: 'unexpected_shape' }
  if (status.Code === 'Ok') return { kind: 'sent' }
  return refusal(codeOnly(status.Code))
}

/** Tencent Cloud SMS as sender of verification codes to mainland numbers. One POST per call, signed with `deps.clock`. */
export const tencentSms = (config: TencentSmsConfig, deps: TencentDeps): SmsSender<Permit> => ({
  vendor: smsVendor,
  async sendCode(phone, code, minutes, permit) {
    demandPermit(permit, smsVendor, ['phone'])
    const parameters = {
      PhoneNumberSet: [`+86${phone}`],
      SmsSdkAppId: config.smsSdkAppId,
      SignName: config.smsSignName,
      TemplateId: config.smsTemplateId,
      TemplateParamSet: [code, String(minutes)],
    }
    const request = tc3Request(config, SEND_SMS, parameters, deps.clock.now())
    return judge(readTc3Reply(await deps.outgoing(request)))
  },
})

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

/** Makes the sender from the vendor's secret. */
export const tencentSmsFrom = fromSecret(textAccountOf, tencentSms, MAX_ANSWER)

import * as z from 'zod/mini'
import { demandPermit, type Permit } from '../../consent/permit.ts'
import type { MailResult, MailSender } from '../../profile/email/mail-sender.ts'
import { rowFor } from '../answer-codes.ts'
import { fromSecret } from '../from-secret.ts'
import { mailResultOf } from '../mail-codes.ts'
import { type AccountParts, accountOf, type TencentDeps } from './account.ts'
import { mailCodes } from './mail-codes.ts'
import { readTc3Reply, type Tc3Answer, tc3Request } from './tc3-exchange.ts'

/**
 * `url`: https://ses.tencentcloudapi.com or a stand-in's address. `from`: an address that is known there, alone or as `name <address>`.
 * The template takes two variables: `code` and `minutes`.
 */
export type TencentMailConfig = {
  url: string
  secretId: string
  secretKey: string
  region: string
  from: string
  templateId: string
}

/** The vendor, by the name it is told under. */
const VENDOR = 'tencent_cloud'

const SEND = { service: 'ses', action: 'SendEmail', version: '2020-10-02' }

/** The regions that SendEmail has, the first for an account whose own is another. */
const REGIONS = ['ap-guangzhou', 'ap-hongkong'] as const

/** Codes and orders, which people wait for. */
const TRIGGERED = 1

/** The vendor wants one beside the template. */
const SUBJECT = '您的验证码 · Your code'

const answerOf = z.object({ MessageId: z.string().check(z.minLength(1)) })

const judge = (answer: Tc3Answer): MailResult => {
  if (answer.kind === 'error') return mailResultOf(rowFor(mailCodes, answer.code), answer.code)
  if (answer.kind === 'not_sent') return { kind: 'not_taken', because: 'not_sent', code: answer.code }
  if (answer.kind === 'unknown') return { kind: 'in_doubt', code: answer.code }
  return answerOf.safeParse(answer.response).success ? { kind: 'sent' } : { kind: 'in_doubt', code: 'unexpected_shape' }
}

/** Tencent Cloud SES as sender of codes by e-mail. One POST per call, signed with `deps.clock`. */
export const tencentMail = (config: TencentMailConfig, deps: TencentDeps): MailSender<Permit> => {
  const region = REGIONS.find((one) => one === config.region) ?? REGIONS[0]
  return {
    vendor: VENDOR,
    async sendCode({ to, code, minutes }, permit) {
      demandPermit(permit, VENDOR, ['email'])
      const asked = {
        FromEmailAddress: config.from,
        Destination: [to],
        Subject: SUBJECT,
        Template: {
          TemplateID: Number(config.templateId),
          TemplateData: JSON.stringify({ code, minutes: String(minutes) }),
        },
        TriggerType: TRIGGERED,
      }
      const request = tc3Request({ ...config, region }, SEND, asked, deps.clock.now())
      return judge(readTc3Reply(await deps.outgoing(request)))
    },
  }
}

/** The largest answer that is read. */
const MAX_ANSWER = 64 * 1024

/** What the e-mails of a deployment say beside the code: whom they are from, and by which template. */
export type MailTexts = { from: string; tencentTemplateId: string }

/** Makes the sender from the vendor's secret. */
export const tencentMailFrom = ({ mail, ...parts }: AccountParts & { mail: MailTexts }) =>
  fromSecret(
    (of: AccountParts, maxBytes, secret) => {
      const { config, deps } = accountOf(of, maxBytes, secret)
      return { config: { ...config, from: mail.from, templateId: mail.tencentTemplateId }, deps }
    },
    tencentMail,
    MAX_ANSWER,
  )(parts)

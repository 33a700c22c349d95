import * as z from 'zod/mini'
import type { SmsSender } from '../../account/codes/sms-sender.ts'
import { type TencentSmsConfig, tencentSms } from './sms.ts'

const schema = z.object({
  secretId: z.string(),
  secretKey: z.string(),
  region: z.string(),
  smsSdkAppId: z.string(),
  smsSignName: z.string(),
  smsTemplateId: z.string(),
})

/** What text messages need of the secret `tencent-cloud`; throws when the secret has another form. */
export const smsSecretIn = (json: unknown): Omit<TencentSmsConfig, 'url'> => z.parse(schema, json)

/** Tencent Cloud SMS with a secret that is read when a text is sent, so that a rotated one is taken up. */
export const tencentSmsBy = (
  url: string,
  secret: () => Promise<Omit<TencentSmsConfig, 'url'>>,
  deps: Parameters<typeof tencentSms>[1],
): SmsSender => ({
  sendCode: async (...text) => tencentSms({ ...(await secret()), url }, deps).sendCode(...text),
})

import type { SmsSender } from '../account/codes/sms-sender.ts'
import type { Permit } from '../consent/permit.ts'
import { addressIn, type VendorParts } from './accounts.ts'
import { smsVendor, tencentSmsFrom } from './tencent-cloud/sms.ts'

/** What sends the text messages of this deployment, with a secret that is looked for at every text, so that a rotated one is used. */
export const smsSender = (parts: VendorParts): SmsSender<Permit> => {
  const sender = parts.secret(
    'SECRET_TENCENT_CLOUD',
    tencentSmsFrom({ ...parts, url: addressIn(parts, 'TENCENT_SMS_URL') }),
  )
  return { vendor: smsVendor, sendCode: async (...text) => (await sender()).sendCode(...text) }
}

import type { ComplaintDesk } from '../../../complaints/complaint-desk.ts'
import { type AccountParts, accountOf } from '../account.ts'
import { wechatPayComplaintDesk } from './complaint-desk.ts'

/** The largest page of complaints that is read: 50 of them, each with the payer's own words. */
const MAX_ANSWER = 1024 * 1024

/** Makes the desk from the merchant's secret; throws when the secret has another form. */
export const wechatPayComplaintDeskFrom =
  (parts: AccountParts) =>
  (secret: unknown): ComplaintDesk => {
    const { config, deps } = accountOf(parts, MAX_ANSWER, secret)
    return wechatPayComplaintDesk(config, deps)
  }

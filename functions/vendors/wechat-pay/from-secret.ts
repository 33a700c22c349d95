import type { PaymentProvider } from '../../payment/paying/provider.ts'
import { type AccountParts, accountOf } from './account.ts'
import { wechatPay } from './wechat-pay.ts'

/** The largest answer about one order or refund that is read. */
const MAX_ANSWER = 256 * 1024

/** Makes the provider from the merchant's secret; throws when the secret has another form. */
export const wechatPayFrom =
  (parts: AccountParts) =>
  (secret: unknown): PaymentProvider => {
    const { config, deps } = accountOf(parts, MAX_ANSWER, secret)
    return wechatPay(config, deps)
  }

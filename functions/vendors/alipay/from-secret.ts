import type { PaymentProvider } from '../../payment/paying/provider.ts'
import { type AccountParts, accountOf } from './account.ts'
import { alipay } from './alipay.ts'

/** The largest answer this service reads from the channel. */
const MAX_ANSWER = 256 * 1024

/** Makes the provider from the app's secret; throws when the secret has another form. */
export const alipayFrom =
  (parts: AccountParts) =>
  (secret: unknown): PaymentProvider => {
    const { config, deps } = accountOf(parts, MAX_ANSWER, secret)
    return alipay(config, deps)
  }

import * as z from 'zod/mini'
import { outgoing } from '../../../../shared/http/outgoing.ts'
import type { Ids } from '../../../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../../../shared/kernel/time.ts'
import type { PaymentProvider } from '../provider.ts'
import { wechatPay } from './wechat-pay.ts'

const merchant = z.object({
  mchid: z.string(),
  appid: z.string(),
  apiV3Key: z.string(),
  merchantSerial: z.string(),
  merchantPrivateKey: z.string(),
  platformKeys: z.record(z.string(), z.string()),
  platformKeyId: z.string(),
})

/** The largest answer or bill page this service reads from the channel. */
const MAX_ANSWER = 256 * 1024
const NONCE_BYTES = 16

/** Makes the provider from the merchant's secret; throws when the secret has another form. */
export const wechatPayFrom =
  (of: { baseUrl: string; limits: { connectMs: Millis; totalMs: Millis }; clock: Clock; ids: Ids }) =>
  (secret: unknown): PaymentProvider =>
    wechatPay(
      { ...z.parse(merchant, secret), baseUrl: of.baseUrl },
      {
        outgoing: outgoing({ ...of.limits, maxBytes: MAX_ANSWER }),
        clock: of.clock,
        nonce: () => Buffer.from(of.ids.secret(NONCE_BYTES), 'base64url').toString('hex'),
      },
    )

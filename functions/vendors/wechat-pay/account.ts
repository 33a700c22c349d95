import * as z from 'zod/mini'
import { outgoing } from '../../../shared/http/outgoing.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { WechatPayDeps } from './exchange.ts'
import type { WechatPayConfig } from './merchant.ts'

const merchant = z.object({
  mchid: z.string(),
  appid: z.string(),
  apiV3Key: z.string(),
  merchantSerial: z.string(),
  merchantPrivateKey: z.string(),
  platformKeys: z.record(z.string(), z.string()),
  platformKeyId: z.string(),
})

const NONCE_BYTES = 16

/** What everything that talks to WeChat Pay is made with; `limits` are those of one call. */
export type AccountParts = {
  baseUrl: string
  limits: { connectMs: Millis; totalMs: Millis }
  clock: Clock
  ids: Ids
}

/** The account the merchant's secret holds, reading answers of at most `maxBytes`; throws when the secret has another form. */
export const accountOf = (
  parts: AccountParts,
  maxBytes: number,
  secret: unknown,
): { config: WechatPayConfig; deps: WechatPayDeps } => ({
  config: { ...z.parse(merchant, secret), baseUrl: parts.baseUrl },
  deps: {
    outgoing: outgoing({ ...parts.limits, maxBytes }),
    clock: parts.clock,
    nonce: () => Buffer.from(parts.ids.secret(NONCE_BYTES), 'base64url').toString('hex'),
  },
})

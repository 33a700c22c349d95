import * as z from 'zod/mini'
import { outgoing } from '../../../shared/http/outgoing.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { AlipayDeps } from './exchange.ts'
import type { AlipayConfig } from './merchant.ts'

const app = { appId: z.string(), sellerId: z.string(), appPrivateKey: z.string() }

const held = z.discriminatedUnion('mode', [
  z.object({ ...app, mode: z.literal('key'), alipayPublicKey: z.string() }),
  z.object({
    ...app,
    mode: z.literal('certificate'),
    appCertificate: z.string(),
    alipayCertificate: z.string(),
    alipayRootCertificate: z.string(),
  }),
])

/** What everything that talks to Alipay is made with; `limits` are those of one call. */
export type AccountParts = { baseUrl: string; limits: { connectMs: Millis; totalMs: Millis }; clock: Clock }

/** The app its secret holds, reading answers of at most `maxBytes`; throws when the secret has another form. */
export const accountOf = (
  parts: AccountParts,
  maxBytes: number,
  secret: unknown,
): { config: AlipayConfig; deps: AlipayDeps } => ({
  config: { ...z.parse(held, secret), baseUrl: parts.baseUrl },
  deps: { outgoing: outgoing({ ...parts.limits, maxBytes }), clock: parts.clock },
})

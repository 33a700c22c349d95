import * as z from 'zod/mini'
import { type Outgoing, outgoing } from '../../../shared/http/outgoing.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'

/** What everything that talks to Tencent Cloud is made with; `limits` are those of one call. */
export type AccountParts = { url: string; limits: { connectMs: Millis; totalMs: Millis }; clock: Clock }

/** What a call goes through. */
export type TencentDeps = { outgoing: Outgoing; clock: Clock }

const key = { secretId: z.string(), secretKey: z.string(), region: z.string() }

const held = z.object(key)
const heldForTexts = z.object({ ...key, smsSdkAppId: z.string(), smsSignName: z.string(), smsTemplateId: z.string() })

/** What calls go through, with answers of at most `maxBytes`. */
export const depsOf = ({ limits, clock }: AccountParts, maxBytes: number): TencentDeps => ({
  outgoing: outgoing({ ...limits, maxBytes }),
  clock,
})

/** The account the secret holds, reading answers of at most `maxBytes`; throws when the secret has another form. */
export const accountOf = (parts: AccountParts, maxBytes: number, secret: unknown) => ({
  config: { ...z.parse(held, secret), url: parts.url },
  deps: depsOf(parts, maxBytes),
})

/** The same for text messages, which need an app, a sign name and a template besides. */
export const textAccountOf = (parts: AccountParts, maxBytes: number, secret: unknown) => ({
  config: { ...z.parse(heldForTexts, secret), url: parts.url },
  deps: depsOf(parts, maxBytes),
})

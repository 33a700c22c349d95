import * as z from 'zod/mini'
import { type Outgoing, outgoing } from '../../../shared/http/outgoing.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'

/** What everything that talks to Alibaba Cloud is made with; `limits` are those of one call. */
export type AccountParts = { url: string; limits: { connectMs: Millis; totalMs: Millis }; clock: Clock; ids: Ids }

/** What a call goes through. */
export type AlibabaDeps = { outgoing: Outgoing; clock: Clock; ids: Ids }

const given = z.string().check(z.minLength(1))
const key = { accessKeyId: given, accessKeySecret: given }

const held = z.object(key)
const heldForTexts = z.object({ ...key, smsSignName: given, smsTemplateCode: given })

/** What calls go through, with answers of at most `maxBytes`. */
const depsOf = ({ limits, clock, ids }: AccountParts, maxBytes: number): AlibabaDeps => ({
  outgoing: outgoing({ ...limits, maxBytes }),
  clock,
  ids,
})

/** The account the secret holds, reading answers of at most `maxBytes`; throws when the secret has another form. */
export const accountOf = (parts: AccountParts, maxBytes: number, secret: unknown) => ({
  config: { ...z.parse(held, secret), url: parts.url },
  deps: depsOf(parts, maxBytes),
})

/** The same for text messages, which need a sign name and a template besides. */
export const textAccountOf = (parts: AccountParts, maxBytes: number, secret: unknown) => ({
  config: { ...z.parse(heldForTexts, secret), url: parts.url },
  deps: depsOf(parts, maxBytes),
})

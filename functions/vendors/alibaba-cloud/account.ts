import * as z from 'zod/mini'
import { type Outgoing, outgoing } from '../../../shared/http/outgoing.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'

/** What everything that talks to Alibaba Cloud is made with; `limits` are those of one call. */
export type AccountParts = { url: string; limits: { connectMs: Millis; totalMs: Millis }; clock: Clock; ids: Ids }

/** What a call goes through. */
export type AlibabaDeps = { outgoing: Outgoing; clock: Clock; ids: Ids }

const held = z.object({
  accessKeyId: z.string().check(z.minLength(1)),
  accessKeySecret: z.string().check(z.minLength(1)),
})

/** The account the secret holds, reading answers of at most `maxBytes`; throws when the secret has another form. */
export const accountOf = ({ url, limits, clock, ids }: AccountParts, maxBytes: number, secret: unknown) => ({
  config: { ...z.parse(held, secret), url },
  deps: { outgoing: outgoing({ ...limits, maxBytes }), clock, ids },
})

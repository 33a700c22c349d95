import { setTimeout as sleep } from 'node:timers/promises'
import { mustBy, type Platform, type Reply } from '../local/demo/platform.ts'
import type { Route } from '../shared/http/route.ts'

/** How often a client tries, and how long it waits in between. */
export type Patience = { tries: number; pauseMs: number }

/** Nothing was wrong with the request: it was held up by others, or met a fault. */
const isWorthRepeating = (reply: Reply<Route>): boolean =>
  !reply.ok && (reply.status >= 500 || reply.problem.code === 'contended')

/** A client that tries again when no answer came, or one that is worth it: same request, same Idempotency-Key. */
export const insisting = (platform: Platform, { tries, pauseMs }: Patience): Platform => {
  const call: Platform['call'] = async (route, input) => {
    for (let tried = 1; ; tried += 1) {
      const reply = await platform.call(route, input).catch(() => undefined)
      if (reply && !isWorthRepeating(reply)) return reply
      if (tried >= tries) return reply ?? Promise.reject(new Error(`${route.method} ${route.path}: no answer`))
      await sleep(pauseMs)
    }
  }
  return { ...platform, call, must: mustBy(call) }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { mustBy, type Platform } from '../local/demo/platform.ts'

/** How often a client tries, and how long it waits in between. */
export type Patience = { tries: number; pauseMs: number }

/** A client that tries again when no answer came, or a fault of the service: same request, same Idempotency-Key. */
export const insisting = (platform: Platform, { tries, pauseMs }: Patience): Platform => {
  const call: Platform['call'] = async (route, input) => {
    for (let tried = 1; ; tried += 1) {
      const reply = await platform.call(route, input).catch(() => undefined)
      if (reply && (reply.ok || reply.status < 500)) return reply
      if (tried >= tries) return reply ?? Promise.reject(new Error(`${route.method} ${route.path}: no answer`))
      await sleep(pauseMs)
    }
  }
  return { ...platform, call, must: mustBy(call) }
}

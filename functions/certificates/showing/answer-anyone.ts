import type { Answer } from '../../../shared/http/answer.ts'
import { type Millis, SECOND } from '../../../shared/kernel/time.ts'

/**
 * Headers of what everybody is answered alike: kept for that long by whoever passes it on, and read by any page, unless the gateway has origins to let in and
 * puts them in the place of this.
 */
const forAnyone = (life: Millis): Record<string, string> => ({
  'cache-control': `public, max-age=${Math.floor(life / SECOND)}`,
  'access-control-allow-origin': '*',
})

/** JSON for everybody. `life`: how long it may be kept (ms). */
export const answerAnyone = (body: object, life: Millis): Answer => ({ status: 200, body, headers: forAnyone(life) })

/** A picture for everybody. On its own it would be a page under our address, so that it may load, run and open nothing. */
export const answerPicture = (svg: string, life: Millis): Answer => ({
  status: 200,
  text: svg,
  headers: {
    ...forAnyone(life),
    'content-type': 'image/svg+xml; charset=utf-8',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  },
})

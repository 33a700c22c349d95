import { setTimeout as pause } from 'node:timers/promises'
import { both } from '../../../shared/command/told.ts'
import type { Case } from './case.ts'
import { verifiedData } from './samples.ts'

/** Played last: it looks back at how long every delivery took. */
export const slow: Case = {
  id: 'slow',
  title: both('在时限内答复，耗时的处理放在答复之后', 'It answers in time, and before slow work'),
  async play({ stage: { world, api, tried, deliveries }, take, believe, judge }) {
    const { limitMs } = tried
    const user = world.newUser('verified')
    const release = api.hold()
    const waited = new AbortController()
    // Longer than a delivery may take, so that who waits for it is too late.
    const releasing = pause(limitMs * 1.5, undefined, waited).then(release, release)
    try {
      await take(
        both('投递应答复 2xx', 'a delivery is answered 2xx'),
        world.happens(user, 'verification.verified', verifiedData()),
      )
    } finally {
      waited.abort()
      await releasing
    }
    const isLate = (deliveries.at(-1)?.ms ?? 0) > limitMs
    judge(
      isLate ? 'wrong' : 'right',
      both(
        `先答复，再做耗时的事：Shiming 的接口此时 ${limitMs * 1.5} 毫秒不答复，投递仍应在 ${limitMs} 毫秒内答复`,
        `it answers first and works then: Shiming's API was silent for ${limitMs * 1.5} ms meanwhile, and a delivery is answered within ${limitMs} ms all the same`,
      ),
    )
    const slowest = Math.max(...deliveries.map(({ ms }) => ms))
    judge(
      slowest > limitMs ? 'wrong' : 'right',
      both(
        `每次投递都在 ${limitMs} 毫秒内答复：本次最慢 ${slowest} 毫秒`,
        `every delivery is answered within ${limitMs} ms: the slowest of this run took ${slowest} ms`,
      ),
    )
    await believe(both('答复之后，该做的仍然做完', 'what is left for later is done all the same'), user, {
      verified: true,
    })
  },
}

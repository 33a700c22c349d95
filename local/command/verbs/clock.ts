import { Misused } from '../../../shared/command/command-line.ts'
import { both } from '../../../shared/command/told.ts'
import { parseDuration, rfc3339 } from '../../../shared/kernel/time.ts'
import { findInstance, onThisMachine, sandboxAt } from '../instance.ts'
import { url, verb } from '../verb.ts'

/** How far the clock is to go on; undefined where it is only looked at. Throws Misused. */
const asked = ([deed, by, ...more]: readonly string[]): string | undefined => {
  if (deed === undefined || (deed === 'show' && by === undefined)) return undefined
  if (deed !== 'advance' || more.length > 0)
    throw new Misused(both('写 clock，或 clock advance 72h', 'say clock, or clock advance 72h'))
  if (by === undefined || parseDuration(by) === undefined)
    throw new Misused(
      both(
        `advance 之后写时长，如 30s、15m、72h、31d，而不是 '${by ?? ''}'`,
        `advance wants a duration as 30s, 15m, 72h or 31d, not '${by ?? ''}'`,
      ),
    )
  return by
}

export const clockVerb = verb({
  name: 'clock',
  does: both(
    '显示本机实例的时钟，或把它拨快：到期的事随之做完。时钟只能向前。',
    'Shows the clock of an instance on this machine, or moves it on and does all that is due meanwhile. It never goes back.',
  ),
  others: '[show | advance 72h]',
  flags: { url },
  json: '{"now","aheadMs"}',
  async run({ flags, others }, { env, speaker }) {
    const by = asked(others)
    const instance = await findInstance(flags.url, env)
    onThisMachine(instance)
    if (by !== undefined) {
      speaker.progress(both(`时钟走过 ${by}，做到期的事 …`, `${by} pass, and what is due is done …`))
      await sandboxAt(instance, speaker.language).clock.advance(by)
    }
    const now = await instance.now()
    const aheadMs = Math.max(0, now - Date.now())
    const seconds = Math.round(aheadMs / 1000)
    speaker.result({ now: rfc3339(now), aheadMs }, () => [
      speaker.say(
        both(`${rfc3339(now)}，比本机快 ${seconds} 秒`, `${rfc3339(now)}, ${seconds} s ahead of this machine`),
      ),
    ])
  },
})

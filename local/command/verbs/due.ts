import { inColumns } from '../../../shared/command/columns.ts'
import type { Flag } from '../../../shared/command/flags.ts'
import { both } from '../../../shared/command/told.ts'
import { type Millis, parseDuration, rfc3339 } from '../../../shared/kernel/time.ts'
import { findInstance, onThisMachine } from '../instance.ts'
import type { DueWork } from '../read-due.ts'
import { url, verb } from '../verb.ts'

const DAY = '24h'

const within: Flag<Millis | undefined> = {
  does: both('也列出这么久之内到期的', 'also what will be due so soon'),
  value: DAY,
  allowed: both('时长，如 0s、15m、72h、31d', 'a duration as 0s, 15m, 72h or 31d'),
  byDefault: parseDuration(DAY),
  read: parseDuration,
}

const ago = (ms: Millis): string => {
  const [days, hours, minutes] = [ms / 86_400_000, ms / 3_600_000, ms / 60_000].map(Math.floor)
  if (days) return `${days} d`
  return hours ? `${hours} h` : `${minutes} min`
}

const linesOf = (due: readonly DueWork[], now: Millis, say: (zh: string, en: string) => string): string[] => [
  ...inColumns(
    due.map(({ kind, id, dueAt }) => [
      rfc3339(dueAt),
      dueAt <= now
        ? say(`已到期 ${ago(now - dueAt)}`, `due for ${ago(now - dueAt)}`)
        : say(`${ago(dueAt - now)}后`, `in ${ago(dueAt - now)}`),
      kind,
      id,
    ]),
  ),
  ...(due.length === 0 ? [say('没有到期的事', 'nothing is due')] : []),
]

export const dueVerb = verb({
  name: 'due',
  does: both(
    '列出本机实例里到期和即将到期的工作：要查的支付、要退的款、要看的证据等。每分钟的清扫会做到期的；clock advance 让时间过去。',
    'Lists the work that is due, or soon will be, at an instance on this machine: payments to ask about, refunds, evidence to look at. The sweep of every minute does what is due; clock advance lets time pass.',
  ),
  flags: { url, within },
  json: '{"now","due":[{"kind","id","dueAt"}]}',
  async run({ flags }, { env, speaker }) {
    const instance = await findInstance(flags.url, env)
    onThisMachine(instance)
    const [{ placeHere }, { readDue }] = await Promise.all([
      import('../../../infra/operator/place.ts'),
      import('../read-due.ts'),
    ])
    const now = await instance.now()
    const { table } = await placeHere(instance.url)
    const found = await readDue(table, now + (flags.within ?? 0))
    const due = found.map((one) => ({ ...one, dueAt: rfc3339(one.dueAt) }))
    speaker.result({ now: rfc3339(now), due }, () => linesOf(found, now, (zh, en) => speaker.say(both(zh, en))))
  },
})

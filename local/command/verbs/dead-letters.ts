import type { ShimingOperator } from '../../../clients/typescript/src/shiming.ts'
import { inColumns } from '../../../shared/command/columns.ts'
import { Misused } from '../../../shared/command/command-line.ts'
import { several, words } from '../../../shared/command/flags.ts'
import { both } from '../../../shared/command/told.ts'
import { findInstance, keyOf, shimingAt } from '../instance.ts'
import type { Speaker } from '../speaker.ts'
import { url, verb } from '../verb.ts'

type Letters = ShimingOperator['deadLetters']

const listQueues = async (letters: Letters, { result, say }: Speaker): Promise<void> => {
  const { queues } = await letters.queues()
  result({ queues }, () =>
    inColumns([
      [say(both('队列', 'queue')), say(both('死信', 'dead')), say(both('最早', 'oldest'))],
      ...queues.map(({ queue, count, oldestAt }) => [queue, String(count), oldestAt ?? '']),
    ]),
  )
}

const listLetters = async (letters: Letters, queue: string, { result, say }: Speaker): Promise<void> => {
  const found = await letters.get(queue)
  const more = both(`另有约 ${found.left} 封`, `about ${found.left} more`)
  const none = both(`${queue} 没有死信`, `${queue} has no dead letters`)
  const isOwed = (owedAt: string | null): string =>
    say(owedAt === null ? both('已做完', 'done meanwhile') : both(`自 ${owedAt} 起欠着`, `owed since ${owedAt}`))
  result(found, () => [
    ...inColumns(found.letters.map(({ id, pointer, owedAt }) => [id, pointer ?? '?', isOwed(owedAt)])),
    ...(found.left > 0 ? [say(more)] : []),
    ...(found.letters.length === 0 ? [say(none)] : []),
  ])
}

const replay = async (
  letters: Letters,
  { queue, reason, chosen }: { queue: string; reason: string; chosen: readonly string[] },
  { result, say, progress }: Speaker,
): Promise<void> => {
  progress(both('重新投递 …', 'sends them again …'))
  const done = await letters.replay(queue, { reason, ...(chosen.length > 0 && { letters: [...chosen] }) })
  const { sent, unreadable, left } = done
  result(done, () => [
    say(
      both(
        `${queue}：重新投递 ${sent} 封，读不懂 ${unreadable} 封，还剩约 ${left} 封`,
        `${queue}: ${sent} sent again, ${unreadable} unreadable, about ${left} left`,
      ),
    ),
  ])
}

export const deadLettersVerb = verb({
  name: 'dead-letters',
  does: both(
    '列出多次失败而停下的工作，或让它们再做一遍。要用运营者的密钥；重新投递要写明原因，会记入审计。',
    'Lists work that failed too often, or has it done once more. It takes the key of an operator; sending again takes a reason, which is put on record.',
  ),
  others: '[list [QUEUE] | replay QUEUE]',
  flags: {
    url,
    reason: words(both('replay 的原因', 'why, of replay'), {
      what: both('一段文字', 'a text'),
      value: 'TEXT',
      byDefault: undefined,
    }),
    letter: several(both('只投递这些；不写则全部', 'these alone; all unless said'), {
      what: both('list 显示的编号', 'ids as list shows them'),
      value: 'ID',
      part: (one) => one || undefined,
    }),
  },
  json: 'list: {"queues":[{"queue","kind","worker","count","oldestAt"}]} · list QUEUE: {"queue","kind","worker","letters":[{"id","pointer","sentAt","receives","isThere","owedAt","status"}],"left"} · replay: {"queue","sent","unreadable","left","looked"}',
  async run({ flags, others: [deed = 'list', queue, more] }, { env, speaker }) {
    const isKnown = deed === 'list' || (deed === 'replay' && queue !== undefined)
    if (!isKnown || more !== undefined)
      throw new Misused(
        both(
          '写 list、list QUEUE 或 replay QUEUE --reason TEXT',
          'say list, list QUEUE, or replay QUEUE --reason TEXT',
        ),
      )
    if (deed === 'replay' && flags.reason === undefined)
      throw new Misused(both('replay 要有 --reason：为什么', 'replay wants --reason: why'))
    const instance = await findInstance(flags.url, env)
    const { deadLetters } = shimingAt(instance, speaker.language, keyOf(instance, 'operator')).operator
    if (queue === undefined) return listQueues(deadLetters, speaker)
    if (deed === 'list') return listLetters(deadLetters, queue, speaker)
    return replay(deadLetters, { queue, reason: flags.reason ?? '', chosen: flags.letter }, speaker)
  },
})

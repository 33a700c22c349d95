import { Misused } from '../../../shared/command/command-line.ts'
import { wholeNumber, words } from '../../../shared/command/flags.ts'
import { nearest } from '../../../shared/command/nearest.ts'
import { EXIT } from '../../../shared/command/run-command.ts'
import { both, composed } from '../../../shared/command/told.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import { findInstance, keyOf, onThisMachine } from '../instance.ts'
import { sceneAt } from '../scene-at.ts'
import type { Ended } from '../trigger/journeys.ts'
import { type Outcome, outcomes } from '../trigger/outcomes.ts'
import { type Surroundings, url, verb } from '../verb.ts'

const names = outcomes.map(({ name }) => name)

const outcomeNamed = (typed: string | undefined): Outcome => {
  const found = outcomes.find(({ name }) => name === typed)
  if (found) return found
  const known = both(names.join('、'), names.join(', '))
  if (typed === undefined)
    throw new Misused(
      composed({ zh: (say) => `要说明结果：${say(known)}`, en: (say) => `say which outcome: ${say(known)}` }),
    )
  const meant = nearest(typed, names)
  throw new Misused(
    meant === undefined
      ? composed({
          zh: (say) => `没有结果 '${typed}'；有的是 ${say(known)}`,
          en: (say) => `there is no outcome '${typed}'; there are ${say(known)}`,
        })
      : both(`没有结果 '${typed}'；是不是 ${meant}？`, `there is no outcome '${typed}'; perhaps ${meant} is meant`),
  )
}

/** A user of the platform whom nobody had before. */
const newUser = (): string => `cli-${Date.now().toString(36)}`

const width = Math.max(...names.map((name) => name.length))
const listed = (say: (told: Outcome['does']) => string): string =>
  outcomes.map(({ name, does }) => `  ${name.padEnd(width)}  ${say(does)}`).join('\n')

const yuan = (fen: number | undefined): string => ((fen ?? 0) / 100).toFixed(2)

const linesOf = (of: Outcome, externalId: string, end: Ended, say: Surroundings['speaker']['say']): string[] => {
  const { status, verificationId, orderId, paidFen, refundedFen } = end
  return [
    `${of.name}: ${externalId} ${status}${status === of.ends ? '' : say(both('，本应为 ', ', and not ')) + of.ends}`,
    ...(verificationId === undefined ? [] : [`${say(both('认证', 'verification'))} ${verificationId}`]),
    ...(orderId === undefined ? [] : [`${say(both('订单', 'order'))} ${orderId}`]),
    ...(paidFen === undefined
      ? []
      : [
          say(
            both(
              `付 ${yuan(paidFen)} 元，退 ${yuan(refundedFen)} 元`,
              `${yuan(paidFen)} yuan paid, ${yuan(refundedFen)} back`,
            ),
          ),
        ]),
  ]
}

export const triggerVerb = verb({
  name: 'trigger',
  does: both(
    '在沙箱里为平台的一个用户真实走一遍流程，直到得到这个结果。每个测试人只用一次；本机的实例会把时钟拨快一点。',
    'Brings an outcome about for a user of the platform, by a real journey in a sandbox. Each test person is used once; an instance on this machine has its clock moved on a little.',
  ),
  others: 'OUTCOME',
  flags: {
    url,
    external: words(
      both('平台对用户的编号；默认取一个新的', 'what the platform calls the user; a new one unless said'),
      {
        what: both('一个编号', 'an id'),
        value: 'user-1',
        byDefault: undefined,
      },
    ),
    wait: wholeNumber(
      both('已部署的沙箱最多等多少秒', 'seconds that a result of a deployed sandbox is waited for at most'),
      { from: 1, to: 3600, byDefault: 120 },
    ),
  },
  json: '{"outcome","externalId","reached":true|false,"status","verificationId"?,"orderId"?,"paidFen"?,"refundedFen"?}',
  more: composed({ zh: (say) => `结果：\n${listed(say)}`, en: (say) => `OUTCOME:\n${listed(say)}` }),
  async run({ flags, others: [typed, ...more] }, { env, speaker }) {
    const of = outcomeNamed(typed)
    if (more[0] !== undefined)
      throw new Misused(
        both(`只能有一个结果，'${more[0]}' 多余`, `one outcome at a time; '${more[0]}' is one too many`),
      )
    const instance = await findInstance(flags.url, env)
    if (of.isLocal) onThisMachine(instance)
    keyOf(instance, 'platform')
    const externalId = flags.external ?? newUser()
    const end = await of.run(sceneAt(instance, speaker, flags.wait * SECOND), externalId)
    const reached = end.status === of.ends
    speaker.result({ outcome: of.name, externalId, reached, ...end }, () => linesOf(of, externalId, end, speaker.say))
    return reached ? EXIT.done : EXIT.failed
  },
})

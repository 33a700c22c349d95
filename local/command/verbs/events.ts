import { Misused } from '../../../shared/command/command-line.ts'
import { type Flag, several, wholeNumber } from '../../../shared/command/flags.ts'
import { ForPeople } from '../../../shared/command/for-people.ts'
import { both, type Told } from '../../../shared/command/told.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { type EndpointKeys, publicKeyIn, secretIn } from '../events/judge.ts'
import { listenForEvents } from '../events/listening.ts'
import { findInstance, type Instance, keyOf, shimingAt } from '../instance.ts'
import { CALL, url, verb } from '../verb.ts'

const address = (does: Told): Flag<string | undefined> => ({
  does,
  value: 'URL',
  allowed: both('http(s) 地址', 'an http(s) address'),
  byDefault: undefined,
  read: (text) => {
    const found = URL.parse(text)
    return found && /^https?:$/.test(found.protocol) ? text : undefined
  },
})

const flags = {
  url,
  port: wholeNumber(both('在 127.0.0.1 的哪个端口上接收', 'where to receive on 127.0.0.1'), {
    to: 65_535,
    byDefault: 4100,
  }),
  secret: several(both('端点的密钥', 'secret of the endpoint'), {
    what: both('whsec_ 开头的密钥', 'whsec_ and base 64'),
    value: 'whsec_…',
    part: secretIn,
  }),
  'public-key': several(both('端点的公钥', 'public key of the endpoint'), {
    what: both('whpk_ 开头的公钥', 'whpk_ and the base 64 of 32 bytes'),
    value: 'whpk_…',
    part: publicKeyIn,
  }),
  events: several(both('要哪些事件；不写则全部', 'which events; all unless said'), {
    what: both('事件类型', 'types of events'),
    value: 'verification.*',
    part: (one) => (/^(?:\*|[a-z_]+\.(?:\*|[a-z_]+))$/.test(one) ? one : undefined),
  }),
  forward: address(
    both('原样转给自己的应用，并以它的状态作答', 'hand each on to an app of yours, and answer as it does'),
  ),
  'reachable-at': address(
    both('实例经哪个地址到达这里（隧道）', 'by which address the instance reaches this (a tunnel)'),
  ),
  count: wholeNumber(both('收到这么多个事件后结束', 'end after so many events'), { from: 1, byDefault: undefined }),
}

const NONE: EndpointKeys = { secrets: [], publicKeys: [] }

/** With keys of one's own the instance is only asked for its time, and need not be there. */
const findFor = (own: EndpointKeys | undefined, asked: string | undefined, env: NodeJS.ProcessEnv) =>
  findInstance(asked, env).catch((error: unknown): Instance | undefined => {
    if (own && error instanceof ForPeople && !(error instanceof Misused)) return undefined
    throw error
  })

/** The time of whoever sends; that of this machine where nothing else is known. */
const timeAt = async (instance: Instance | undefined): Promise<Millis> => {
  const known = await instance?.now().catch(() => undefined)
  return known ?? Date.now()
}

export const eventsVerb = verb({
  name: 'events',
  does: both(
    '在本机接收 webhook，逐个验签并打印。有平台密钥时自己建一个端点，结束时删掉；否则用 --secret 或 --public-key 验签。',
    'Receives webhooks on this machine, verifies and prints each. With a key of the platform it makes an endpoint for itself and removes it at the end; with --secret or --public-key it verifies by these.',
  ),
  others: 'listen',
  flags,
  json: '{"receivedAt","verified":true|false,"by":["v1","v1a"],"again":true|false,"why"?,"forwarded"?:{"status"}|{"failed"},"event"?}',
  more: both(
    `本机的实例只投递到允许的地址：用 ${CALL} start --deliver 127.0.0.1:4100 启动它。验不过的以 400 作答，不打印内容。`,
    `An instance on this machine delivers only where it may: start it by ${CALL} start --deliver 127.0.0.1:4100. What does not verify is answered with 400, and nothing of it is printed.`,
  ),
  async run({ flags: asked, others: [deed, extra] }, { env, speaker, untilStopped }) {
    if (deed !== 'listen' || extra !== undefined) throw new Misused(both('写 events listen', 'say events listen'))
    const { port, secret: secrets, 'public-key': publicKeys, count, ...more } = asked
    const own = secrets.length + publicKeys.length > 0 ? { secrets, publicKeys } : undefined
    const instance = await findFor(own, asked.url, env)
    await listenForEvents({
      trust:
        own || !instance
          ? { keys: own ?? NONE }
          : { shiming: shimingAt(instance, speaker.language, keyOf(instance, 'platform')) },
      events: more.events.length > 0 ? more.events : ['*'],
      reachableAt: more['reachable-at'],
      forwardTo: more.forward,
      now: () => timeAt(instance),
      stopped: untilStopped(),
      port,
      count,
      speaker,
    })
  },
})

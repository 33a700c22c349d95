import { newApiKey } from '../../../infra/sandbox-secrets.ts'
import { inColumns } from '../../../shared/command/columns.ts'
import { Misused } from '../../../shared/command/command-line.ts'
import { onOff, words } from '../../../shared/command/flags.ts'
import { both } from '../../../shared/command/told.ts'
import { findInstance, type Instance } from '../instance.ts'
import type { Speaker } from '../speaker.ts'
import { url, verb } from '../verb.ts'

const kinds = ['platform', 'operator'] as const
type Kind = (typeof kinds)[number]

/** Which key it is, without what opens anything. */
const hidden = (key: string): string => `${key.slice(0, 4)}…`

const show = ({ url: at, here, keys }: Instance, isShown: boolean, { result, say }: Speaker): void => {
  const known = kinds.flatMap((of) => {
    const key = keys[of]
    return key === undefined ? [] : [{ of, key: isShown ? key : hidden(key) }]
  })
  const none = both(
    '没有已知的密钥：见 SHIMING_API_KEY 和 SHIMING_OPERATOR_KEY',
    'no key is known: see SHIMING_API_KEY and SHIMING_OPERATOR_KEY',
  )
  result({ url: at, dataFolder: here?.dataFolder ?? null, keys: known }, () => [
    ...inColumns(known.map(({ of, key }) => [of, key])),
    ...(known.length === 0 ? [say(none)] : []),
    ...(known.length > 0 && !isShown ? [say(both('--show 显示全文', '--show prints them whole'))] : []),
  ])
}

const MEMBERS = { platform: 'keys', operator: 'operators' } as const

const make = (of: Kind, id: string, { result, say }: Speaker): void => {
  const { key, entry } = newApiKey(of, id)
  result({ of, key, entry }, () => [
    key,
    say(
      both(
        `密钥只显示这一次。把下面这一条放进机密 shiming/<环境>/platform 的 ${MEMBERS[of]}：`,
        `The key is shown this once. Put this into ${MEMBERS[of]} of the secret shiming/<stage>/platform:`,
      ),
    ),
    JSON.stringify(entry),
  ])
}

export const keysVerb = verb({
  name: 'keys',
  does: both(
    '显示已知的 API 密钥（默认不显示全文），或造一把新的，连同放进部署机密的那一条。',
    'Shows which API keys are known (not whole unless asked for), or makes one, with what of it goes into the secret of a deployment.',
  ),
  others: '[show | make platform | make operator]',
  flags: {
    url,
    show: onOff(both('显示密钥全文', 'print keys whole')),
    id: words(both('make：密钥的名字，日志和审计里这样称呼它', 'make: what the key is called in logs and on record'), {
      what: both('一个名字', 'a name'),
      value: 'main',
      byDefault: 'main',
    }),
  },
  json: 'show: {"url","dataFolder","keys":[{"of","key"}]} · make: {"of","key","entry":{"id","sha256"}}',
  async run({ flags, others: [deed = 'show', typed, more] }, { env, speaker }) {
    const of = kinds.find((kind) => kind === typed)
    if (more === undefined && deed === 'make' && of !== undefined) return make(of, flags.id, speaker)
    if (deed !== 'show' || typed !== undefined)
      throw new Misused(
        both(
          '写 keys、keys make platform 或 keys make operator',
          'say keys, keys make platform, or keys make operator',
        ),
      )
    show(await findInstance(flags.url, env), flags.show, speaker)
  },
})

import { Misused } from '../../../shared/command/command-line.ts'
import { type Flag, wholeNumber, words } from '../../../shared/command/flags.ts'
import { both, type Told } from '../../../shared/command/told.ts'
import { conform } from '../../conform/conform.ts'
import { conforms } from '../../conform/report.ts'
import { reportFor, shownReport } from '../../conform/show-report.ts'
import { verb } from '../verb.ts'

/** As long as Shiming waits for an answer. */
const LIMIT_MS = 10_000

const SETTLE_MS = 5000

/** After that time without a change nothing more is expected. */
const QUIET_MS = 300

const address = (does: Told): Flag<string | undefined> => ({
  ...words(does, {
    what: both('以 http:// 或 https:// 开头的地址', 'an address that begins with http:// or https://'),
    value: 'URL',
    byDefault: undefined,
  }),
  read: (value) => (/^https?:$/.test(URL.parse(value)?.protocol ?? '') ? value : undefined),
})

type Secrets = readonly [string, string?]

const SECRET = /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/

/** One secret, or two with a comma or blank between: the one in force and the next. */
const secretsIn = (value: string): Secrets | undefined => {
  const [first, second, ...more] = value.split(/[\s,]+/)
  const areSecrets = [first, second].every((one) => one === undefined || SECRET.test(one))
  return first !== undefined && areSecrets && more.length === 0 ? [first, second] : undefined
}

const flags = {
  webhook: address(both('接收端的地址；必填', 'where the receiver takes deliveries; needed')),
  gate: address(
    both(
      '应用中受闸门保护的操作，以 POST 调用，用户写在 x-user 与请求体中',
      'an action of the app behind the gate, called by POST with the user in x-user and in the body',
    ),
  ),
  state: address(
    both(
      '应用以 GET ?externalId= 说明它所知的用户状态的地址',
      'where the app tells by GET ?externalId= what it believes of a user',
    ),
  ),
  secret: words(
    both(
      '接收端所用的密钥，或以逗号分隔的两个：当前的与下一个；默认取 SHIMING_WEBHOOK_SECRET',
      'the secret that the receiver has, or two with a comma between, the one in force and the next; SHIMING_WEBHOOK_SECRET if not said',
    ),
    { what: both('一个密钥', 'a secret'), value: 'whsec_…', byDefault: undefined },
  ),
  port: wholeNumber(
    both(
      '在 127.0.0.1 的哪个端口上扮演实名服务：应用的 SHIMING_URL',
      'where Shiming is played on 127.0.0.1: the SHIMING_URL of the app',
    ),
    // Beside the service itself, which may run at 4000.
    { from: 1, to: 65_535, byDefault: 4001 },
  ),
  settle: wholeNumber(both('推送之后最多等多少毫秒看结果', 'how many ms it may take until what was delivered shows'), {
    byDefault: SETTLE_MS,
  }),
}

/** Whatever is wrong with a secret, it is not shown. */
const secretsFrom = (given = ''): Secrets => {
  if (given === '')
    throw new Misused(both('请用 --secret 说明接收端所用的密钥', '--secret must say which secret the receiver has'))
  const secrets = secretsIn(given)
  if (!secrets)
    throw new Misused(
      both(
        '--secret 应为 whsec_ 加 base64，一个，或以逗号分隔的两个',
        '--secret must be whsec_ and base64, once or twice with a comma between',
      ),
    )
  return secrets
}

export const conformVerb = verb({
  name: 'conform',
  does: both(
    '用十二个用例检验应用怎样接收推送、怎样使用闸门，并说明哪里对、哪里不对。可以判定的全部正确时才以 0 结束。',
    'Plays twelve cases against the receiver of webhooks of an app, and against what it does with the gate, and tells what is right and what is not. Exits 0 only if all that could be judged is right.',
  ),
  flags,
  json: '{"conforms":true|false,"cases":[{"id","result","checks":[…]}],…}',
  more: both(
    '启动应用时设 SHIMING_URL=http://127.0.0.1:4001（或另一个 --port）、任意密钥与该 secret。不给 --gate、--state 时哪些不检查、每个用例的含义：docs/conformance.md。',
    'Start the app with SHIMING_URL=http://127.0.0.1:4001 (or another --port), any key, and the secret. What is left out without --gate and --state, and what each case means: docs/conformance.md.',
  ),
  async run({ flags: asked }, { env, speaker }) {
    const { webhook, gate, state, port, settle: settleMs } = asked
    if (webhook === undefined)
      throw new Misused(
        both('请用 --webhook 说明接收端的地址', '--webhook must say where the receiver takes deliveries'),
      )
    const secrets = secretsFrom(asked.secret ?? env.SHIMING_WEBHOOK_SECRET)
    const tried = { webhook, gate, state, secrets, limitMs: LIMIT_MS, settleMs, quietMs: QUIET_MS }
    const report = await conform(tried, { run: Date.now().toString(36), port })
    speaker.result(reportFor(report, speaker.language), () => [shownReport(report, speaker.language)])
    return conforms(report) ? 0 : 1
  },
})

import { both, composed, type Told } from '../../shared/command/told.ts'
import { CALL, type Verb } from './verb.ts'

/** The exit codes, as help and docs tell them. */
export const exitCodes: readonly { code: number; means: Told }[] = [
  { code: 0, means: both('做到了', 'done') },
  { code: 1, means: both('没有做到，标准错误输出里有一行说明', 'failed; a line on standard error says why') },
  {
    code: 2,
    means: both('命令行写错了，标准错误输出里有一行说明', 'misused; a line on standard error says what is wrong'),
  },
]

/** What of the environment is read. */
export const variables: readonly { name: string; means: Told }[] = [
  { name: 'SHIMING_URL', means: both('实例的地址', 'address of the instance') },
  { name: 'SHIMING_API_KEY', means: both('平台的 API 密钥（smk_…）', 'API key of the platform (smk_…)') },
  { name: 'SHIMING_OPERATOR_KEY', means: both('运营者的 API 密钥（smo_…）', 'API key of an operator (smo_…)') },
  { name: 'SHIMING_TESTER_KEY', means: both('已部署沙箱的测试密钥', 'tester key of a deployed sandbox') },
  { name: 'LC_ALL, LANG', means: both('zh… 为中文，否则为英文', 'Chinese where it begins with zh, English otherwise') },
]

/** What keys an instance on this machine needs from whoever calls it. */
export const ofItself = both(
  `本机用 ${CALL} start 启动的实例会自动找到，密钥取自它的数据文件夹。`,
  `An instance that ${CALL} start runs on this machine is found by itself, with the keys in its data folder.`,
)

/** The first sentence of what a verb does. */
const inShort = (text: string): string => /^.*?(?:。|\.(?=\s|$))/su.exec(text)?.[0] ?? text

const rows = (cells: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...cells.map(([first]) => first.length))
  return cells.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`).join('\n')
}

/** What `npx shiming` can do, in a screen. */
export const overview = (verbs: readonly Pick<Verb, 'name' | 'does'>[]): Told => {
  const text = (heads: readonly string[], say: (told: Told) => string): string => {
    const [usage, codes, environment, more] = heads
    return [
      `${usage}${CALL} COMMAND [--help]`,
      rows(verbs.map(({ name, does }) => [name, inShort(say(does))])),
      `${codes}\n${rows(exitCodes.map(({ code, means }) => [String(code), say(means)]))}`,
      `${environment}\n${rows(variables.map(({ name, means }) => [name, say(means)]))}`,
      `${say(ofItself)} ${more}\n`,
    ].join('\n\n')
  }
  return composed({
    zh: (say) => text(['用法：', '退出码：', '环境变量：', '每个命令都有 --help；说明见 docs/cli.md。'], say),
    en: (say) =>
      text(['Usage: ', 'Exit codes:', 'Environment:', 'Each command has --help; docs/cli.md has all of it.'], say),
  })
}

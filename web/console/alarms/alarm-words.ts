import type { Language } from '../../../shared/kernel/language.ts'
import { impactsInChinese, workers } from './impacts.ts'
import { rungAt } from './rung.ts'

/** An alarm as people read it: what has happened, what it means while it lasts, what to do, and pages that show it. */
export type AlarmTold = { happened: string; impact: string; advice: string; pages: readonly string[] }

/** What the service says of an alarm. */
type Said = { impact: string; advice: string }

/** What is told of one form of advice. `of`: the function or queue that it names, `much`: how many or how long. */
type Form = {
  /** The advice as infra/constructs writes it. */
  is: RegExp
  happened: (of: string, much: string) => { zh: string; en: string }
  /** The same advice in Chinese. */
  zh: (of: string, much: string) => string
  pages?: (of: string) => readonly string[]
}

const NAMED = 'shiming-[a-z]+-(?<of>[a-z-]+?)'

const rate = (much: string, what: string, then: string): string =>
  `15 分钟内至少 ${much} 次，且占全部${what}的 1%：${then}`

const forms: readonly Form[] = [
  {
    is: new RegExp(`^At least (?<much>\\d+) and .+ minutes: ${NAMED} crashes or runs out of time`),
    happened: (of) => ({ zh: `${of} 崩溃或者超时`, en: `${of} crashes or runs out of time` }),
    zh: (of, much) =>
      rate(much, '调用', `${of} 崩溃或者超时。它的日志在结束前的最后几行说明在哪里；这期间由队列和巡检重做`),
  },
  {
    is: new RegExp(`^At least (?<much>\\d+) and .+ minutes: ${NAMED} meets faults`),
    happened: (of) => ({ zh: `${of} 出现意外的故障`, en: `${of} meets faults it does not expect` }),
    zh: (of, much) =>
      rate(
        much,
        '调用',
        `${of} 出现意外的故障。它的日志里 ERROR 级的行说明是哪一种、在哪里（npm run where）；NotNow 表示数据表被限流或连不上`,
      ),
  },
  {
    is: new RegExp(`^${NAMED} met what only a person can mend`),
    happened: (of) => rungAt[of] ?? { zh: `${of} 遇到只有人能处理的事`, en: `${of} met what only a person can mend` },
    zh: (of) =>
      `一发生就告警。技术人员可以在 ${of} 的日志里查 alarm: true 的行，上面写明是什么：钱款、供应商账户、密钥或者时限`,
    pages: (of) => rungAt[of]?.pages ?? [],
  },
  {
    is: new RegExp(`^${NAMED} has not run for (?<much>\\d+) minutes`),
    happened: (of, much) => ({ zh: `${of} 已有 ${much} 分钟没有运行`, en: `${of} has not run for ${much} minutes` }),
    zh: (of, much) => `${of} 已有 ${much} 分钟没有运行。EventBridge 里它的规则被关闭、删除，或者没有权限调用它`,
  },
  {
    is: new RegExp(`^${NAMED}-dead holds pointers to work that failed (?<much>\\d+) times`),
    happened: (of, much) => ({
      zh: `队列 ${of} 里有失败了 ${much} 次的工作`,
      en: `The queue ${of} has work that failed ${much} times`,
    }),
    zh: (of, much) => `队列 ${of} 的死信里有失败了 ${much} 次的工作；原因在它的工作函数的日志里`,
    pages: (of) => [`/console/dead-letters/${of}`],
  },
  {
    is: new RegExp(`^${NAMED}-dead holds runs that failed or were never begun`),
    happened: (of) => ({ zh: `${of} 有几次定时运行失败或者没有开始`, en: `Runs of ${of} failed or were never begun` }),
    zh: (of) => `${of} 有几次定时运行失败或者没有开始；原因在它的日志里`,
  },
  {
    is: new RegExp(`^At least (?<much>\\d+) and .+ minutes: the API ${NAMED} answers 5xx`),
    happened: () => ({ zh: 'API 答复 5xx', en: 'The API answers 5xx' }),
    zh: (_of, much) =>
      rate(much, '请求', 'API 答复 5xx。访问日志说明是哪些接口，接口的函数的日志说明原因；503 可能是外部服务连不上'),
  },
]

/** Of a queue it is what is noticed of its worker. */
const impactOf = (of: string): string | undefined =>
  of === 'api' ? '调用方得不到正常的答复' : impactsInChinese[workers[of] ?? of]

/** What is said of an alarm in that language; one of a form this console does not know in the words of the service. */
export const alarmTold = ({ impact, advice }: Said, language: Language): AlarmTold => {
  for (const { is, happened, zh, pages } of forms) {
    const found = is.exec(advice)?.groups
    if (!found) continue
    const { of = '', much = '' } = found
    const told = { happened: happened(of, much)[language], pages: pages?.(of) ?? [] }
    return language === 'zh'
      ? { ...told, impact: impactOf(of) ?? impact, advice: zh(of, much) }
      : { ...told, impact, advice }
  }
  return { happened: impact, impact: '', advice, pages: [] }
}

const QUEUED = /^(\d+) messages in shiming-[a-z]+-([a-z-]+)$/

const becauseInChinese: Readonly<Record<string, string>> = {
  'a line of the log rang it': '五分钟内发生过',
  'no line has rung it': '没有发生过',
  'no line has rung it for five minutes': '五分钟内没有再发生',
  'what it looks at only CloudWatch counts': '只有 CloudWatch 数得到，本机没有',
}

const becauseInEnglish: Readonly<Record<string, string>> = {
  'a line of the log rang it': 'it happened within the last five minutes',
  'no line has rung it': 'it has not happened',
  'no line has rung it for five minutes': 'it has not happened again for five minutes',
}

/** Why it is in its state: words of the engine on this machine as people say them, those of CloudWatch as they are. */
export const becauseTold = (because: string, language: Language): string => {
  const [, count, queue] = QUEUED.exec(because) ?? []
  if (queue !== undefined) return language === 'zh' ? `${queue} 里有 ${count} 条` : `${count} messages in ${queue}`
  return (language === 'zh' ? becauseInChinese : becauseInEnglish)[because] ?? because
}

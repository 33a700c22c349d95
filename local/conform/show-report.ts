import { both, type InBoth } from '../../shared/command/told.ts'
import type { Language } from '../../shared/kernel/language.ts'
import type { Check } from './cases/judging.ts'
import { areRight, conforms, type Judged, pageOf, type Report } from './report.ts'
import type { Exchange } from './stage/exchange.ts'

const words = {
  passed: both('通过', 'passed'),
  partly: both('部分通过', 'passed in part'),
  failed: both('未通过', 'FAILED'),
  not_judged: both('未判定', 'not judged'),
  webhook: both('接收端', 'Receiver'),
  gate: both('闸门后的操作', 'Action behind the gate'),
  state: both('应用所知的状态', 'What the app believes'),
  shiming: both('此时的 SHIMING_URL', 'SHIMING_URL meanwhile'),
  publicKeys: both('按公钥验签时用的公钥', 'Public keys, instead of the secrets'),
  notGiven: both('未给出', 'not given'),
  right: both('应当', 'right'),
  sent: both('发出', 'sent'),
  came: both('收到', 'came'),
  because: both('原因', 'because'),
  leftOut: both('未检查', 'left out'),
  read: both('说明', 'read'),
  nothing: both('没有答复', 'no answer'),
  unplayed: both('应用还请求了这里不提供的接口', 'The app also asked for what is not played here'),
  conforms: both('可以判定的全部通过。', 'Everything that could be judged is right.'),
  complete: both('12 个用例全部通过。', 'All twelve cases passed.'),
  mends: both('有用例未通过或无法判定。', 'There are cases that failed, or could not be judged.'),
} as const

/** Enough to recognise an answer by. */
const SHOWN = 400

const shortened = (text: string): string => {
  const inOneLine = text.replaceAll(/\s+/g, ' ').trim()
  return inOneLine.length > SHOWN ? `${inOneLine.slice(0, SHOWN)} …` : inOneLine
}

const MARGIN = ' '.repeat(6)

/** `name: value`, as the language writes it. */
const line = (name: InBoth, value: string, language: Language): string =>
  `${name[language]}${language === 'zh' ? '：' : ': '}${value}`

const exchangeLines = ({ sent, came, ms }: Exchange, language: Language): string[] => {
  const { method, url, headers, body } = sent
  const shownHeaders = Object.entries(headers).filter(([name]) => /^(?:webhook-|x-user)/.test(name))
  const status = came.status === undefined ? `${words.nothing[language]} (${came.reason})` : String(came.status)
  const rest = came.status === undefined ? [] : [came.location, shortened(came.text)].filter((part) => part !== '')
  return [
    line(words.sent, `${method} ${url}`, language),
    ...shownHeaders.map(([name, value]) => `  ${name}: ${value}`),
    ...(body === undefined ? [] : body.split('\n').map((one) => `  ${one}`)),
    line(words.came, `${[status, ...rest].join(' ')} (${ms} ms)`, language),
  ]
}

const checkLines = ({ right, verdict, because, exchanges }: Check, language: Language): string[] => {
  if (verdict === 'right') return []
  const why = because?.[language]
  if (verdict === 'left_out') return [line(words.leftOut, `${right[language]} (${why})`, language)]
  return [
    line(words.right, right[language], language),
    ...(because ? [line(words.because, because[language], language)] : []),
    ...exchanges.flatMap((one) => exchangeLines(one, language)),
  ]
}

const caseLines = (judged: Judged, language: Language): string[] => {
  const { number, title, verdict, checks } = judged
  const below = [
    ...checks.flatMap((check) => checkLines(check, language)),
    ...(areRight(checks) ? [] : [line(words.read, pageOf(judged), language)]),
  ]
  return [
    `${String(number).padStart(2)}  ${line(words[verdict], title[language], language)}`,
    ...below.map((one) => `${MARGIN}${one}`),
  ]
}

const headLines = ({ webhook, gate, state, shiming, publicKeys }: Report, language: Language): string[] => {
  const notGiven = words.notGiven[language]
  return [
    line(words.webhook, webhook, language),
    line(words.gate, gate ?? notGiven, language),
    line(words.state, state ?? notGiven, language),
    line(words.shiming, shiming, language),
    line(words.publicKeys, publicKeys.join(', '), language),
  ]
}

const lastLine = (report: Report, language: Language): string => {
  if (!conforms(report)) return words.mends[language]
  const isComplete = report.cases.every(({ verdict }) => verdict === 'passed')
  return words[isComplete ? 'complete' : 'conforms'][language]
}

/** A report for people: every case, and of what is not right what was sent, what came, what would be right, and where that is explained. */
export const shownReport = (report: Report, language: Language): string =>
  [
    ...headLines(report, language),
    '',
    ...report.cases.flatMap((one) => caseLines(one, language)),
    '',
    ...(report.unplayed.length > 0 ? [line(words.unplayed, report.unplayed.join(', '), language)] : []),
    lastLine(report, language),
  ].join('\n')

const jsonCheck = ({ right, verdict, because, exchanges }: Check, language: Language) => ({
  right: right[language],
  verdict,
  ...(because && { because: because[language] }),
  ...(exchanges.length > 0 && { exchanges }),
})

/** The same for programs. */
export const reportFor = (report: Report, language: Language) => {
  const cases = report.cases.map((one) => ({
    ...{ number: one.number, id: one.id, title: one.title[language], verdict: one.verdict, page: pageOf(one) },
    checks: one.checks.map((check) => jsonCheck(check, language)),
  }))
  return { conforms: conforms(report), ...report, cases }
}

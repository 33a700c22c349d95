import { type Asked, type Command, Misused } from '../shared/command/command-line.ts'
import { json, onOff, several, wholeNumber, words } from '../shared/command/flags.ts'
import { both } from '../shared/command/told.ts'
import { loopbackTarget } from './local-targets.ts'

/** What `npm start` was asked for; without `data` nothing is kept. */
export type Arguments = {
  port: number
  data: string | undefined
  watch: boolean
  debug: boolean
  brief: boolean
  /** Whether a program reads where it runs. */
  json: boolean
  /** Whether a browser is opened, where somebody is there to see it. */
  opens: boolean
  /** Ports of this machine to which webhooks may go, as `host:port`. */
  deliver: readonly string[]
}

/** Where an instance is that was not told another port. */
export const DEFAULT_PORT = 4000
const DEFAULT_DATA = '.local'

const flags = {
  port: wholeNumber(
    both('在 127.0.0.1 的哪个端口上服务；0 取一个空闲端口', 'where to serve on 127.0.0.1; 0 takes a free port'),
    {
      to: 65_535,
      byDefault: DEFAULT_PORT,
    },
  ),
  data: words(both('保存一切数据的文件夹', 'folder in which everything is kept'), {
    what: both('一个文件夹', 'a folder'),
    value: DEFAULT_DATA,
    byDefault: undefined,
  }),
  memory: onOff(both('什么都不保存', 'keep nothing')),
  deliver: several(
    both(
      '让 webhook 也能用 http 送到本机的这些端口；可重复，或用逗号分隔',
      'ports of this machine that webhooks may reach, also by http; once more, or separated by commas, for several',
    ),
    {
      what: both(
        '本机的 host:port，如 127.0.0.1:4100',
        'host:port of this machine (127.0.0.1, localhost or [::1]), as 127.0.0.1:4100',
      ),
      value: '127.0.0.1:4100',
      part: loopbackTarget,
    },
  ),
  watch: onOff(
    both('源码一变就重新启动；已保存的数据不动', 'start again whenever a source changes; what is kept stays'),
  ),
  debug: onOff(
    both(
      '直接从 TypeScript 运行函数，不限时，便于打断点（npm run debug）',
      'run functions from their TypeScript and without time limits, for breakpoints (npm run debug)',
    ),
  ),
  brief: onOff(both('只打印地址', 'print only where it runs')),
  json,
  'no-open': onOff(both('不打开浏览器', 'open no browser')),
}

export const startCommand: Command<typeof flags> = {
  call: 'npm start',
  does: both(
    '在本机运行整个服务，依照沙箱环境的模板。',
    'Runs the whole service on this machine, from the templates of the sandbox stage.',
  ),
  flags,
}

/** What the flags mean together. Throws Misused where they contradict each other. */
export const argumentsOf = ({ flags: asked }: Asked<typeof flags>): Arguments => {
  const { data, memory, 'no-open': isShut, ...others } = asked
  if (memory && data !== undefined)
    throw new Misused(
      both('--memory 什么都不保存，不能与 --data 同用', '--memory keeps nothing, so it goes without --data'),
    )
  // Who looks for a fault opens what they look at.
  return {
    ...others,
    opens: !isShut && !others.brief && !others.json && !others.debug,
    data: memory ? undefined : (data ?? DEFAULT_DATA),
  }
}

import { type Asked, type Command, Misused } from '../shared/command/command-line.ts'
import { onOff, wholeNumber, words } from '../shared/command/flags.ts'

/** What `npm start` was asked for; without `data` nothing is kept. */
export type Arguments = {
  port: number
  data: string | undefined
  watch: boolean
  debug: boolean
  brief: boolean
  /** Whether a browser is opened, where somebody is there to see it. */
  opens: boolean
}

const DEFAULT_PORT = 4000
const DEFAULT_DATA = '.local'

const flags = {
  port: wholeNumber('where to serve on 127.0.0.1; 0 takes a free port', { to: 65_535, byDefault: DEFAULT_PORT }),
  data: words('folder in which everything is kept', { what: 'a folder', value: DEFAULT_DATA, byDefault: undefined }),
  memory: onOff('keep nothing'),
  watch: onOff('start again whenever a source changes; what is kept stays'),
  debug: onOff('run functions from their TypeScript and without time limits, for breakpoints (npm run debug)'),
  brief: onOff('print only where it runs'),
  'no-open': onOff('open no browser'),
}

export const startCommand: Command<typeof flags> = {
  call: 'npm start',
  does: 'Runs the whole service on this machine, from the templates of the sandbox stage.',
  flags,
}

/** What the flags mean together. Throws Misused where they contradict each other. */
export const argumentsOf = ({ flags: asked }: Asked<typeof flags>): Arguments => {
  const { data, memory, 'no-open': isShut, ...others } = asked
  if (memory && data !== undefined) throw new Misused('--memory keeps nothing, so it goes without --data')
  // Who looks for a fault opens what they look at.
  return {
    ...others,
    opens: !isShut && !others.brief && !others.debug,
    data: memory ? undefined : (data ?? DEFAULT_DATA),
  }
}

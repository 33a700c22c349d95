import type { Asked, Command, Flags } from '../../shared/command/command-line.ts'
import { type Flag, json, oneOf, words } from '../../shared/command/flags.ts'
import { both } from '../../shared/command/told.ts'
import { languages } from '../../shared/kernel/language.ts'
import type { Speaker } from './speaker.ts'

/** What a verb runs with. */
export type Surroundings = {
  env: NodeJS.ProcessEnv
  /** The command line behind the verb, without the language. */
  args: readonly string[]
  speaker: Speaker
  /** Aborted once somebody ends the command; asked for by those that go on until then. */
  untilStopped(): AbortSignal
}

/** What can be typed after `shiming`. */
export type Verb<F extends Flags = Flags> = Command<F> & {
  name: string
  /** The form of what `--json` prints, a line for each answer. */
  json: string
  /** Answers an exit code, or nothing if it is 0. */
  run(asked: Asked<F>, surroundings: Surroundings): Promise<number> | Promise<void>
}

/** What every verb takes. */
const lang = oneOf(both('用中文还是英文；默认按 LC_ALL、LANG', 'the language; that of LC_ALL or LANG unless said'), {
  allowed: languages,
  byDefault: undefined,
})

/** Of verbs that call an instance. */
export const url = words(
  both(
    '实例的地址；默认取 SHIMING_URL，否则为这份代码启动着的实例，或 http://127.0.0.1:4000',
    'address of the instance; unless said SHIMING_URL, the one that was started from this checkout, or http://127.0.0.1:4000',
  ),
  { what: both('一个地址', 'an address'), value: 'URL', byDefault: undefined },
)

/** What stands before a verb. */
export const CALL = 'npx shiming'

/** A verb with what all of them take, and those that print data. */
export const verb = <F extends Flags>({
  name,
  flags,
  ...more
}: Omit<Verb<F>, 'call'>): Verb<F & { lang: Flag<'zh' | 'en' | undefined>; json: Flag<boolean> }> => ({
  ...more,
  name,
  call: `${CALL} ${name}`,
  flags: { ...flags, json, lang },
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ShimingError } from '../../clients/typescript/src/calling/errors.ts'
import { type Asked, type Command, type Flags, Misused } from '../../shared/command/command-line.ts'
import { ForPeople } from '../../shared/command/for-people.ts'
import { nearest } from '../../shared/command/nearest.ts'
import { EXIT, runIn, type Terminal, tellFault } from '../../shared/command/run-command.ts'
import { both, languageOf, type Told, toldIn } from '../../shared/command/told.ts'
import { type Language, languages } from '../../shared/kernel/language.ts'
import { overview } from './overview.ts'
import { speakerOf } from './speaker.ts'
import { CALL, type Surroundings, type Verb } from './verb.ts'
import { verbs } from './verbs.ts'

/** A terminal, and whether somebody sees its standard error as it is written. */
export type Seen = Terminal & { isWatched: boolean; untilStopped: Surroundings['untilStopped'] }

/** The language of a command line, and the line without it. A language that is none of ours stays in the line, and is refused there. */
const languageIn = (args: readonly string[]): { language: Language | undefined; rest: string[] } => {
  const rest = [...args]
  const at = rest.findIndex((one) => /^--lang(?:=|$)/.test(one))
  const [, inline] = rest[at]?.split('=') ?? []
  const language = languages.find((one) => one === (inline ?? rest[at + 1]))
  if (at < 0 || !language) return { language: undefined, rest }
  rest.splice(at, inline === undefined ? 2 : 1)
  return { language, rest }
}

const unknown = (typed: string): Misused => {
  const names = verbs.map(({ name }) => name)
  const meant = nearest(typed, names)
  const told: Told =
    meant === undefined
      ? both(`没有命令 '${typed}'；有的是 ${names.join('、')}`, `there is no '${typed}'; there are ${names.join(', ')}`)
      : both(`没有命令 '${typed}'；是不是 ${meant}？`, `there is no '${typed}'; perhaps ${meant} is meant`)
  return new Misused(told)
}

/** What a client refused with is a sentence for people already. */
const forPeople = (error: unknown): never => {
  throw error instanceof ShimingError ? new ForPeople(error.message, { cause: error }) : error
}

const runVerb = (seen: Seen, of: Verb, args: string[], language: Language): Promise<number> => {
  const run = async (asked: Asked<Flags>): Promise<number> => {
    const json = asked.flags.json === true
    const speaker = speakerOf(seen, { language, json, isWatched: seen.isWatched && !json })
    const surroundings = { env: seen.env, args, speaker, untilStopped: seen.untilStopped }
    return (await Promise.resolve(of.run(asked, surroundings)).catch(forPeople)) ?? EXIT.done
  }
  return runIn({ ...seen, args }, of as Command, run, language)
}

const PACKAGE = join(import.meta.dirname, '../../package.json')

const readVersion = async (): Promise<string> => JSON.parse(await readFile(PACKAGE, 'utf8')).version

/**
 * Runs a command line of `npx shiming` in a terminal; answers its exit code: 0 done, 1 failed, 2 not understood. Without a verb, and with
 * `help` or `--help`, it says what there is.
 */
export const shiming = async (seen: Seen): Promise<number> => {
  const { language = languageOf(seen.env), rest } = languageIn(seen.args)
  const [typed, ...args] = rest
  if (typed === '--version') {
    seen.out(`${await readVersion()}\n`)
    return EXIT.done
  }
  const isHelp = typed === 'help' || typed === '--help' || typed === '-h' || typed === undefined
  const [name, asked] = isHelp ? [args[0], ['--help']] : [typed, args]
  if (name === undefined || (isHelp && typed !== 'help')) {
    seen.out(toldIn(language, overview(verbs)))
    return EXIT.done
  }
  const of = verbs.find((one) => one.name === name)
  if (!of) return tellFault(seen, { call: CALL, language, error: unknown(name) })
  return runVerb(seen, of, asked, language)
}

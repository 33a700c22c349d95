import type { Language } from '../kernel/language.ts'
import { type Asked, asksForHelp, type Command, type Flags, isByNpm, Misused, readCommandLine } from './command-line.ts'
import { ForPeople } from './for-people.ts'
import { languageOf, toldIn } from './told.ts'
import { usageOf } from './usage.ts'

/** As shells expect them. */
export const EXIT = { done: 0, failed: 1, misused: 2 } as const

/** What a command is started with, and where it says what. */
export type Terminal = {
  args: readonly string[]
  env: NodeJS.ProcessEnv
  out(text: string): void
  err(text: string): void
}

/** What the system says about a file or an address is a sentence already. */
const isOfTheSystem = (error: Error): boolean => 'syscall' in error && 'code' in error

/** A fault in a line where a person can act on it, with its stack where only a programmer can. */
const faultIn = (language: Language, error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof ForPeople) return toldIn(language, error.told)
  return isOfTheSystem(error) ? error.message : (error.stack ?? error.message)
}

/** Tells of a fault on standard error; answers the exit code. `call`: what help is asked of. */
export const tellFault = (
  { err }: Pick<Terminal, 'err'>,
  { call, language, error }: { call: string; language: Language; error: unknown },
): number => {
  const isMisused = error instanceof Misused
  const help = isByNpm({ call }) ? `${call} -- --help` : `${call} --help`
  err(`${faultIn(language, error)}${isMisused ? ` (${help})` : ''}\n`)
  return isMisused ? EXIT.misused : EXIT.failed
}

/**
 * Runs a command in a terminal; answers its exit code. Help goes to standard output and is done; a line that is not understood is named on
 * standard error (2); what `run` throws is told there (1). `run` answers an exit code, or nothing if it is 0. `language`: that of the
 * terminal unless said.
 */
export const runIn = async <F extends Flags>(
  terminal: Terminal,
  command: Command<F>,
  run: (asked: Asked<F>) => Promise<number> | Promise<void>,
  language = languageOf(terminal.env),
): Promise<number> => {
  const { args, env, out } = terminal
  if (asksForHelp(command, args)) {
    out(usageOf(command, language))
    return EXIT.done
  }
  try {
    return (await run(readCommandLine(command, args, env))) ?? EXIT.done
  } catch (error) {
    return tellFault(terminal, { call: command.call, language, error })
  }
}

/** The terminal of this process. */
export const ownTerminal = (): Terminal => ({
  args: process.argv.slice(2),
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
})

/** Ends this process so: at once where something went wrong, and otherwise once nothing runs any more. */
export const endWith = (code: number): void => {
  process.exitCode = code
  if (code !== EXIT.done) process.exit(code)
}

/** Runs a command on the command line of this process, and ends it as `runIn` says. */
export const runCommand = async <F extends Flags>(
  command: Command<F>,
  run: (asked: Asked<F>) => Promise<number> | Promise<void>,
): Promise<void> => endWith(await runIn(ownTerminal(), command, run))

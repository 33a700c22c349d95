import { type Asked, asksForHelp, type Command, type Flags, Misused, readCommandLine } from './command-line.ts'
import { ForPeople } from './for-people.ts'
import { usageOf } from './usage.ts'

/** As shells expect them. */
const EXIT = { failed: 1, misused: 2 } as const

/** What the system says about a file or an address is a sentence already. */
const isOfTheSystem = (error: Error): boolean => 'syscall' in error && 'code' in error

/** A fault in a line where a person can act on it, with its stack where only a programmer can. */
const told = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error instanceof ForPeople || isOfTheSystem(error) ? error.message : (error.stack ?? error.message)
}

const fail = (call: string, error: unknown): never => {
  const isMisused = error instanceof Misused
  process.stderr.write(`${told(error)}${isMisused ? ` (${call} -- --help)` : ''}\n`)
  process.exit(isMisused ? EXIT.misused : EXIT.failed)
}

/**
 * Runs a command on the command line of this process. Help goes to standard output and exits 0; a line that is not understood is
 * named on standard error and exits 2; what `run` throws is told there and exits 1. `run` answers an exit code, or nothing if it
 * is 0.
 */
export const runCommand = async <F extends Flags>(
  command: Command<F>,
  run: (asked: Asked<F>) => Promise<number> | Promise<void>,
): Promise<void> => {
  const args = process.argv.slice(2)
  if (asksForHelp(command, args)) {
    process.stdout.write(usageOf(command))
    return
  }
  try {
    process.exitCode = (await run(readCommandLine(command, args, process.env))) ?? 0
  } catch (error) {
    fail(command.call, error)
  }
}

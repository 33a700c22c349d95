import { parseArgs } from 'node:util'
import type { Flag } from './flags.ts'
import { ForPeople } from './for-people.ts'
import { nearest } from './nearest.ts'

export type Flags = { readonly [name: string]: Flag }

/** A command of this repository as it is typed. */
export type Command<F extends Flags = Flags> = {
  /** What is typed before the flags: `npm start`. */
  call: string
  /** What it does, for whoever asks for help. */
  does: string
  flags: F
  /** What may stand besides the flags, as the usage shows it; nothing where it is left out. */
  others?: string
  /** Told below the flags. */
  more?: string
}

/** What was asked for: a value for each flag, and what stood besides them. */
export type Asked<F extends Flags> = {
  flags: { [name in keyof F]: F[name] extends Flag<infer T> ? T : never }
  others: string[]
}

/** A command line that is not understood; the message is one line that names what, and what is allowed. */
export class Misused extends ForPeople {
  override readonly name = 'Misused'
}

type Token = NonNullable<ReturnType<typeof tokensOf>>[number]

/** Any flag and any value is taken here and judged later, so that every fault is told in our words. */
const tokensOf = (flags: Flags, args: readonly string[]) => {
  const types = Object.entries(flags).map(([name, { value }]) => [
    name,
    { type: value === undefined ? ('boolean' as const) : ('string' as const) },
  ])
  const options = { ...Object.fromEntries(types), help: { type: 'boolean' as const, short: 'h' } }
  return parseArgs({ args: [...args], options, strict: false, tokens: true, allowPositionals: true }).tokens
}

const unknownFlag = ({ call, flags }: Command, typed: string): Misused => {
  const names = Object.keys(flags)
  const meant = nearest(typed.replace(/^-{1,2}/, ''), names)
  if (meant !== undefined) return new Misused(`${call} has no ${typed}; perhaps --${meant} is meant`)
  const known = names.map((name) => `--${name}`).join(', ')
  return new Misused(`${call} has no ${typed}; ${known === '' ? 'it takes no flags' : `its flags are ${known}`}`)
}

/** The value a flag was given; throws Misused where it has none, needs none, or may not have this one. */
const givenValue = (flag: Flag, { name, value, inlineValue }: Token & { kind: 'option' }): unknown => {
  if (flag.value === undefined) {
    if (value === undefined) return true
    throw new Misused(`--${name} takes no value; it was given '${value}'`)
  }
  // Of `--data --memory` the second is a flag too; a name that begins so is written `--data=--memory`.
  if (value === undefined || (!inlineValue && value.startsWith('--')))
    throw new Misused(`--${name} needs ${flag.allowed}`)
  const read = flag.read(value)
  if (read === undefined) throw new Misused(`--${name} must be ${flag.allowed}, not '${value}'`)
  return read
}

/** npm keeps flags that stand before `--` for itself and tells of them in the environment only; without them something else would run. */
const refuseKeptByNpm = ({ call, flags }: Command, env: NodeJS.ProcessEnv): void => {
  const kept = Object.keys(flags).find((name) => env[`npm_config_${name.replaceAll('-', '_')}`] !== undefined)
  if (kept !== undefined)
    throw new Misused(`npm kept --${kept} for itself: flags come after two dashes, as in ${call} -- --${kept}`)
}

/** Whether somebody asks what a command takes, wherever in the line. */
export const asksForHelp = (command: Command, args: readonly string[]): boolean =>
  tokensOf(command.flags, args).some((token) => token.kind === 'option' && token.name === 'help')

/** Reads a command line. Throws Misused. */
export const readCommandLine = <F extends Flags>(
  command: Command<F>,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Asked<F> => {
  refuseKeptByNpm(command, env)
  const values = new Map(Object.entries(command.flags).map(([name, { byDefault }]) => [name, byDefault]))
  const others: string[] = []
  for (const token of tokensOf(command.flags, args)) {
    if (token.kind === 'positional') others.push(token.value)
    if (token.kind !== 'option') continue
    const flag = Object.hasOwn(command.flags, token.name) ? command.flags[token.name] : undefined
    if (!flag) throw unknownFlag(command, token.rawName)
    values.set(token.name, givenValue(flag, token))
  }
  const [first] = others
  if (first !== undefined && command.others === undefined)
    throw new Misused(`${command.call} takes flags only, and '${first}' is none`)
  return { flags: Object.fromEntries(values) as Asked<F>['flags'], others }
}

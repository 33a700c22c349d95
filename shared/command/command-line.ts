import { parseArgs } from 'node:util'
import type { Flag } from './flags.ts'
import { ForPeople } from './for-people.ts'
import { nearest } from './nearest.ts'
import { both, composed, type Told } from './told.ts'

export type Flags = { readonly [name: string]: Flag }

/** A command of this repository as it is typed. */
export type Command<F extends Flags = Flags> = {
  /** What is typed before the flags: `npm start`. */
  call: string
  /** What it does, for whoever asks for help. */
  does: Told
  flags: F
  /** What may stand besides the flags, as the usage shows it; nothing where it is left out. */
  others?: string
  /** Told below the flags. */
  more?: Told
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
  if (meant !== undefined)
    return new Misused(
      both(`${call} 没有 ${typed}；是不是 --${meant}？`, `${call} has no ${typed}; perhaps --${meant} is meant`),
    )
  const known = names.map((name) => `--${name}`)
  if (known.length === 0)
    return new Misused(both(`${call} 没有 ${typed}；它不带选项`, `${call} has no ${typed}; it takes no flags`))
  return new Misused(
    both(
      `${call} 没有 ${typed}；它的选项有 ${known.join('、')}`,
      `${call} has no ${typed}; its flags are ${known.join(', ')}`,
    ),
  )
}

/** The value a flag was given; throws Misused where it has none, needs none, or may not have this one. */
const givenValue = (flag: Flag, { name, value, inlineValue }: Token & { kind: 'option' }): unknown => {
  if (flag.value === undefined) {
    if (value === undefined) return true
    throw new Misused(both(`--${name} 不带值，却给了 '${value}'`, `--${name} takes no value; it was given '${value}'`))
  }
  const { allowed } = flag
  // Of `--data --memory` the second is a flag too; a name that begins so is written `--data=--memory`.
  if (value === undefined || (!inlineValue && value.startsWith('--')))
    throw new Misused(
      composed({ zh: (say) => `--${name} 要带上${say(allowed)}`, en: (say) => `--${name} needs ${say(allowed)}` }),
    )
  const read = flag.read(value)
  if (read === undefined)
    throw new Misused(
      composed({
        zh: (say) => `--${name} 应为${say(allowed)}，而不是 '${value}'`,
        en: (say) => `--${name} must be ${say(allowed)}, not '${value}'`,
      }),
    )
  return read
}

/** Whether npm stands between the shell and a command, so that flags come after two dashes. */
export const isByNpm = ({ call }: Pick<Command, 'call'>): boolean => call.startsWith('npm ')

/** npm keeps flags that stand before `--` for itself and tells of them in the environment only; without them something else would run. */
const refuseKeptByNpm = (command: Command, env: NodeJS.ProcessEnv): void => {
  const { call, flags } = command
  const kept = isByNpm(command)
    ? Object.keys(flags).find((name) => env[`npm_config_${name.replaceAll('-', '_')}`] !== undefined)
    : undefined
  if (kept !== undefined)
    throw new Misused(
      both(
        `npm 把 --${kept} 留给了自己：选项写在两个短横之后，如 ${call} -- --${kept}`,
        `npm kept --${kept} for itself: flags come after two dashes, as in ${call} -- --${kept}`,
      ),
    )
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
    const given = givenValue(flag, token)
    values.set(token.name, flag.joined ? flag.joined(values.get(token.name), given) : given)
  }
  const [first] = others
  if (first !== undefined && command.others === undefined)
    throw new Misused(
      both(
        `${command.call} 只带选项，而 '${first}' 不是选项`,
        `${command.call} takes flags only, and '${first}' is none`,
      ),
    )
  return { flags: Object.fromEntries(values) as Asked<F>['flags'], others }
}

import { type Asked as AskedOf, type Command, Misused } from '../../../shared/command/command-line.ts'
import { onOff, wholeNumber, words } from '../../../shared/command/flags.ts'

/** What `npm run simulate` was asked for. */
export type Asked = {
  /** How many random histories, the first one from `seed`; 0 for none. */
  histories: number
  seed: number
  crashes: boolean
  mutants: boolean
  /** Of scenarios, meetings and mutants only those with this text in their names. */
  only: string
}

const HISTORIES = 1000

const flags = {
  histories: wholeNumber(`so many random histories (${HISTORIES}); this alone if nothing else is asked for`, {
    from: 1,
    byDefault: undefined,
  }),
  seed: wholeNumber('seed of the first history; the next one has the next seed', { byDefault: 1 }),
  crashes: onOff(
    'every single mishap and every pair of crashes in every scenario, and every meeting of two operations',
  ),
  mutants: onOff('every mutant by every way of trying it out'),
  all: onOff('all three'),
  only: words('of scenarios, meetings and mutants only those with this text in their names', {
    what: 'a text',
    value: 'TEXT',
    byDefault: '',
  }),
}

export const simulateCommand: Command<typeof flags> = {
  call: 'npm run simulate',
  does: 'Runs the money path on a simulated channel, vendor and clock, and holds its rules against whatever happens.',
  flags,
}

/** What the flags mean together. Throws Misused for seeds that are past those numbers count exactly. */
export const askedOf = ({ flags: { histories, all, ...given } }: AskedOf<typeof flags>): Asked => {
  const crashes = given.crashes || all
  const mutants = given.mutants || all
  const isHistories = all || histories !== undefined || !(crashes || mutants)
  const asked = { ...given, histories: isHistories ? (histories ?? HISTORIES) : 0, crashes, mutants }
  if (!Number.isSafeInteger(asked.seed + asked.histories))
    throw new Misused(`--seed and --histories together must stay below ${Number.MAX_SAFE_INTEGER}`)
  return asked
}

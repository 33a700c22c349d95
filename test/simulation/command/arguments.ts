import { parseArgs } from 'node:util'

/** What `npm run simulate` was asked for. */
export type Asked = {
  /** How many random histories, the first one from `seed`; 0 for none. */
  histories: number
  seed: number
  crashes: boolean
  mutants: boolean
  /** Of scenarios, meetings and mutants only those with this text in their names. */
  only: string
  help: boolean
}

export const USAGE = `Usage: npm run simulate -- [--histories 1000] [--seed 1] [--crashes] [--mutants] [--all] [--only TEXT]

  --histories  so many random histories; this alone if nothing else is asked for
  --seed       seed of the first history; the next one has the next seed
  --crashes    every single mishap and every pair of crashes in every scenario, and every meeting of two operations
  --mutants    every mutant by every way of trying it out
  --all        all three
  --only       of scenarios, meetings and mutants only those with this text in their names
`

const HISTORIES = 1000
const SEED = 1

const WHOLE = /^\d{1,9}$/

const options = {
  histories: { type: 'string' },
  seed: { type: 'string' },
  crashes: { type: 'boolean' },
  mutants: { type: 'boolean' },
  all: { type: 'boolean' },
  only: { type: 'string' },
  help: { type: 'boolean' },
} as const

const parsed = (args: readonly string[]) =>
  parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values

/** Node explains at length; its first sentence names the flag. */
const firstSentence = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split(/\. |\n/)[0] ?? ''

/** Reads the command line; `wrong` is one line that names what is not understood. */
export const readArguments = (args: readonly string[]): Asked | { wrong: string } => {
  let values: ReturnType<typeof parsed>
  try {
    values = parsed(args)
  } catch (error) {
    return { wrong: firstSentence(error) }
  }
  const { histories, seed, crashes = false, mutants = false, all = false, only = '', help = false } = values
  for (const [flag, value] of Object.entries({ histories, seed }))
    if (value !== undefined && !WHOLE.test(value)) return { wrong: `--${flag} takes a whole number, not '${value}'` }
  if (histories !== undefined && Number(histories) === 0) return { wrong: '--histories takes at least 1' }
  const isHistories = all || histories !== undefined || !(crashes || mutants)
  return {
    histories: isHistories ? Number(histories ?? HISTORIES) : 0,
    seed: Number(seed ?? SEED),
    crashes: crashes || all,
    mutants: mutants || all,
    only,
    help,
  }
}

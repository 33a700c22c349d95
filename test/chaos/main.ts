import { parseArgs } from 'node:util'
import { chaos, type Weather } from './chaos.ts'
import type { Stage } from './stage.ts'

// Lambda runs in UTC, and worker threads take the zone of their process.
process.env.TZ = 'UTC'

const USAGE = `Usage: npm run chaos -- [--minutes 1] [--seed N]

  --minutes  how long the weather is bad; calm and the audit come after it
  --seed     which faults and habits are chosen; another one each time if left out
`

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Reads the command line; undefined if it is not as USAGE says. */
const weatherOf = (args: readonly string[]): Weather | undefined => {
  const options = { minutes: { type: 'string' }, seed: { type: 'string' } } as const
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
    const minutes = Number(values.minutes ?? 1)
    const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
    return minutes > 0 && minutes <= 24 * 60 && Number.isInteger(seed) && seed >= 0 ? { minutes, seed, say } : undefined
  } catch {
    return undefined
  }
}

const tableOf = ({ counts }: Stage): string => {
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  return rows.map(([what, times]) => `  ${String(times).padStart(6)}  ${what}`).join('\n')
}

const main = async (): Promise<number> => {
  const weather = weatherOf(process.argv.slice(2))
  if (!weather) {
    process.stderr.write(USAGE)
    return 2
  }
  const { stage, faults } = await chaos(weather)
  say(`\n${tableOf(stage)}\n`)
  for (const fault of faults) say(fault)
  say(
    faults.length
      ? `\nViolations. Again: npm run chaos -- --minutes ${weather.minutes} --seed ${weather.seed}`
      : 'No violations.',
  )
  return faults.length ? 1 : 0
}

process.exitCode = await main()

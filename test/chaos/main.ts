import { wholeNumber } from '../../shared/command/flags.ts'
import { runCommand } from '../../shared/command/run-command.ts'
import { chaos } from './chaos.ts'
import { minutes } from './minutes.ts'
import type { Stage } from './stage.ts'

// Lambda runs in UTC, and worker threads take the zone of their process.
process.env.TZ = 'UTC'

const SEEDS = 1_000_000

const chaosCommand = {
  call: 'npm run chaos',
  does: 'Lets customers loose on a fresh instance in bad weather; then every order, account and book is audited from outside.',
  flags: {
    minutes,
    seed: wholeNumber('which faults and habits are chosen; another one each time if left out', {
      byDefault: undefined,
    }),
  },
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const tableOf = ({ counts }: Stage): string => {
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  return rows.map(([what, times]) => `  ${String(times).padStart(6)}  ${what}`).join('\n')
}

await runCommand(chaosCommand, async ({ flags: { seed = Math.floor(Math.random() * SEEDS), ...asked } }) => {
  const { stage, faults } = await chaos({ ...asked, seed, say })
  say(`\n${tableOf(stage)}\n`)
  for (const fault of faults) say(fault)
  say(
    faults.length
      ? `\nViolations. Again: npm run chaos -- --minutes ${asked.minutes} --seed ${seed}`
      : 'No violations.',
  )
  return faults.length ? 1 : 0
})

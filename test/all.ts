import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Misused } from '../shared/command/command-line.ts'
import { runCommand } from '../shared/command/run-command.ts'
import { WHOLE_RUN } from './permissions/kept-uses.ts'

// Several commands at a time; the output of each comes whole when it ends.

const ROOT = join(import.meta.dirname, '..')

/** Collecting garbage in one thread takes longer and costs less; while all cores are busy, only the cost counts. */
const vitest = (project: string): string =>
  `node --single-threaded-gc node_modules/vitest/vitest.mjs run --project "${project}"`

const lint = [
  'tsc --singleThreaded',
  'tsc --singleThreaded --project clients/typescript',
  'tsc --singleThreaded --project test/browser',
  'tsc --singleThreaded --project web',
  'knip',
  'knip --production --config knip.production.json',
  'depcruise --config .dependency-cruiser.cjs --output-type err-long shared functions infra local clients examples web test',
  'biome check',
]

/** `commands`: the longest first, so that no core waits for one that was begun last. `last`: what judges what those did. */
type Suite = { commands: readonly string[]; last?: readonly string[] }

const suites: Record<string, Suite> = {
  test: { commands: [vitest('flows'), vitest('units'), ...lint] },
  deep: {
    commands: [vitest('deep flows'), vitest('deep units'), vitest('sweeps')],
    last: ['node test/permissions/main.ts'],
  },
  browser: { commands: [vitest('browser')] },
  lint: { commands: lint },
}

/** More would only take the cores from each other; fewer than two would wait for what tests wait for. */
const AT_ONCE = Math.max(2, availableParallelism())

/** `ended`: its exit code, or the signal that ended it. */
type Ended = { command: string; ended: number | string; seconds: number; output: string }

const run = (command: string): Promise<Ended> =>
  new Promise((resolve) => {
    const started = performance.now()
    let output = ''
    const env = { ...process.env, [WHOLE_RUN]: '1' }
    const child = spawn(command, { cwd: ROOT, shell: true, stdio: ['ignore', 'pipe', 'pipe'], env })
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    child.on('close', (code, signal) => {
      resolve({ command, ended: code ?? signal ?? 'unknown', seconds: (performance.now() - started) / 1000, output })
    })
  })

const tell = ({ command, ended, seconds, output }: Ended): void => {
  const how = ended === 0 ? '✓' : `✗ ended with ${ended}:`
  process.stdout.write(`${output}${how} ${command} (${seconds.toFixed(1)} s)\n`)
}

/** Runs commands, as many at a time as there are cores; those that failed. */
const runAll = async (commands: readonly string[]): Promise<string[]> => {
  const waiting = commands.values()
  const failed: string[] = []
  const lane = async (): Promise<void> => {
    for (const command of waiting) {
      const ended = await run(command)
      tell(ended)
      if (ended.ended !== 0) failed.push(command)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return failed
}

const runSuite = async ({ commands, last = [] }: Suite): Promise<string[]> => {
  const failed = await runAll(commands)
  return failed.length > 0 ? failed : runAll(last)
}

const testCommand = {
  call: 'npm test',
  does: [
    'npm test              what must pass before every commit',
    'npm run test:deep     what takes longer than anybody should wait for at every change; CI runs it too',
    'npm run test:browser  the pages in a browser, on the local engine; CI runs it too',
    'npm run lint          what needs nothing to run',
    'npm run test:one      single tests',
  ].join('\n'),
  flags: {},
  others: `[${Object.keys(suites).join(' | ')}]`,
}

await runCommand(testCommand, async ({ others: [name = 'test', ...more] }) => {
  const suite = Object.hasOwn(suites, name) ? suites[name] : undefined
  const wrong = suite ? more[0] : name
  if (!suite || wrong !== undefined)
    throw new Misused(`'${wrong}' is no suite; single tests run by npm run test:one -- <path …>`)
  const failed = await runSuite(suite)
  if (failed.length > 0) process.stdout.write(`Failed: ${failed.join(', ')}\n`)
  else if (name === 'test')
    process.stdout.write('All passed. What takes longer: npm run test:browser, npm run test:deep\n')
  return failed.length > 0 ? 1 : 0
})

import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

// Everything that must pass (`npm test`), or what needs nothing to run (`npm run lint`): as many commands at a time as there are
// cores; the output of each comes whole when it ends.

const ROOT = join(import.meta.dirname, '..')

/** Collecting garbage in one thread takes longer and costs less; while all cores are busy, only the cost counts. */
const vitest = 'node --single-threaded-gc node_modules/vitest/vitest.mjs'

/** The longest first, so that no core waits for one that was begun last. */
const commands = [
  { command: `${vitest} run --project flows`, isTest: true },
  { command: `${vitest} run --project units`, isTest: true },
  { command: 'tsc --singleThreaded' },
  { command: 'knip' },
  { command: 'depcruise --config .dependency-cruiser.cjs shared functions infra local test' },
  { command: 'biome check' },
]

/** `ended`: its exit code, or the signal that ended it. */
type Ended = { command: string; ended: number | string; seconds: number; output: string }

const run = (command: string): Promise<Ended> =>
  new Promise((resolve) => {
    const started = performance.now()
    let output = ''
    const child = spawn(command, { cwd: ROOT, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
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

const onlyLint = process.argv[2] === 'lint'
const waiting = commands.filter(({ isTest }) => !(onlyLint && isTest)).values()
const failed: string[] = []
const lane = async (): Promise<void> => {
  for (const { command } of waiting) {
    const ended = await run(command)
    tell(ended)
    if (ended.ended !== 0) failed.push(command)
  }
}

await Promise.all(Array.from({ length: Math.max(3, availableParallelism()) }, lane))
if (failed.length > 0) {
  process.stdout.write(`Failed: ${failed.join(', ')}\n`)
  process.exitCode = 1
}

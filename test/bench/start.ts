import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Row, type Section, seconds, verdict } from './report.ts'
import { interleaved, median } from './sampling.ts'
import { freshen } from './snapshot.ts'

/** For some fifty functions. */
const SYNTH_BUDGET_MS = 10_000
const START_BUDGET_MS = 10_000
const RUNS = 3
const LONGEST_START_MS = 60_000

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  return address.port
}

const environment = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' }

const node = (copy: string, args: readonly string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, args, {
    cwd: copy,
    env: { ...environment, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return { child, ended: once(child, 'exit'), said: () => said }
}

/** Templates and code of a sandbox that is to be deployed, with every check: `npm run synth`. Milliseconds. */
const synth = async (copy: string): Promise<number> => {
  const outdir = join(copy, 'cdk.out')
  await rm(outdir, { recursive: true, force: true })
  const inputs = { PUBLIC_URL: 'https://shiming.example', TESTER_KEY: randomBytes(24).toString('hex') }
  const started = performance.now()
  const { ended, said } = node(copy, ['infra/app.ts'], { STAGE: 'sandbox', CDK_OUTDIR: outdir, ...inputs })
  const [code] = await ended
  if (code !== 0) throw new Error(`infra/app.ts ended with ${code}:\n${said()}`)
  return performance.now() - started
}

/** Asks until somebody listens; whoever listens may take their time to answer. */
const firstAnswer = async (url: string): Promise<number> => {
  const signal = AbortSignal.timeout(LONGEST_START_MS)
  while (!signal.aborted) {
    const answer = await fetch(url, { signal }).catch(() => undefined)
    if (answer) return answer.status
    await sleep(20)
  }
  return 0
}

/** From the command to the first answer of a function. Milliseconds. */
const start = async (copy: string): Promise<number> => {
  const port = await freePort()
  const started = performance.now()
  const { child, ended, said } = node(copy, ['local/main.ts', '--memory', '--port', String(port)])
  const status = await firstAnswer(`http://127.0.0.1:${port}/sandbox/people`)
  const took = performance.now() - started
  child.kill()
  await ended
  if (status !== 200) throw new Error(`the first request was answered ${status}:\n${said()}`)
  return took
}

const rowOf = (what: string, samples: readonly number[], budgetMs: number): Row => ({
  cells: [what, ...[Math.min(...samples), median(samples), Math.max(...samples), budgetMs].map(seconds)],
  verdict: verdict({ time: median(samples) <= budgetMs }),
})

/** How long synthesizing and starting take, in a copy of the repository. Leaves an assembly of the sandbox in it. */
export const starting = async (copy: string, rounds = RUNS): Promise<Section> => {
  const subjects = new Map([
    ['synth', () => synth(copy)],
    ['first', () => freshen(copy).then(() => start(copy))],
    ['again', () => start(copy)],
  ])
  const of = await interleaved(subjects, rounds, 0)
  return {
    title: 'Synthesizing and starting',
    how: [
      `Seconds from starting the process, in ${rounds} rounds in a copy of the repository that shares the installed`,
      'packages. `npm` itself takes a few tenths of a second more.',
    ].join('\n'),
    head: ['what', 'shortest', 'median', 'longest', 'budget'],
    rows: [
      rowOf('`npm run synth` with bundling and cdk-nag', of('synth'), SYNTH_BUDGET_MS),
      rowOf('`npm start` to the first answer, templates not yet made', of('first'), START_BUDGET_MS),
      rowOf('`npm start` to the first answer, again', of('again'), START_BUDGET_MS),
    ],
    reasons: [
      'Cutting each function out of the common build takes esbuild 0.1 s of CPU, cdk-nag and the check against the schema 1.7 s in all.',
      'Both cores are busy all the time, so neighbours on the machine are felt most here.',
    ],
  }
}

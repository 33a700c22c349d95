import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import * as z from 'zod/mini'
import { openerOf, sealerOf } from '../../shared/vault/data-key.ts'
import { contextOf } from '../shared/lambda-context.ts'
import { decimal, type Row, type Section, verdict } from './report.ts'
import { hotRequests, type Requests, type Spent } from './requests.ts'
import { interleaved, median, p90, RUNS } from './sampling.ts'

const REQUEST_BUDGET = 100
const SEAL_BUDGET = 100
const OPEN_BUDGET = 50

const REQUESTS_PER_SAMPLE = 40
const SEALS_PER_SAMPLE = 200
/** Rounds before the first that counts, until the compiler has seen everything. */
const WARM_UP = 20

const cpuMicros = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return user + system
}

/** Microseconds per request: all of it, and what of it the table, the queue and the keys in memory took. */
const sample = z.object({ total: z.number(), memory: z.number() })

type Sample = z.infer<typeof sample>

const sampleOf =
  ({ handler, status, event }: Requests, spent: Spent) =>
  async (): Promise<Sample> => {
    const events = []
    for (let count = 0; count < REQUESTS_PER_SAMPLE; count += 1) events.push(await event())
    const context = contextOf()
    const answers = []
    spent()
    const since = process.cpuUsage()
    for (const one of events) answers.push(await handler(one, context))
    const micros = cpuMicros(since)
    const memory = spent() * 1000
    const wrong = answers.find((answer) => answer.statusCode !== status)
    if (wrong) throw new Error(`a request was answered ${wrong.statusCode}: ${wrong.body}`)
    return { total: micros / REQUESTS_PER_SAMPLE, memory: memory / REQUESTS_PER_SAMPLE }
  }

/** A submission's three fields, and as many more as the budget counts. */
const fields = { name: '林知夏', idNumber: '110101188001010011', phone: '19400001001', city: '北京市', note: '备注' }

const sealing = (): ReadonlyMap<string, () => number> => {
  const dataKey = randomBytes(32)
  const binding = (attribute: string) => ({ dataSet: 'bench', key: 'one', attribute })
  const { seal } = sealerOf('wrapped', Buffer.from(dataKey))
  const sealed = Object.entries(fields).map(([name, value]) => ({ name, value: seal(binding(name), value) }))
  const timed = (run: (key: Buffer) => void) => (): number => {
    const keys = Array.from({ length: SEALS_PER_SAMPLE }, () => Buffer.from(dataKey))
    const since = process.cpuUsage()
    for (const key of keys) run(key)
    return cpuMicros(since) / SEALS_PER_SAMPLE
  }
  return new Map([
    [
      'seal',
      timed((key) => {
        const sealer = sealerOf('wrapped', key)
        for (const [name, value] of Object.entries(fields)) sealer.seal(binding(name), value)
      }),
    ],
    [
      'open',
      timed((key) => {
        const opener = openerOf(key)
        for (const { name, value } of sealed) opener.open(binding(name), value)
      }),
    ],
  ])
}

const figures = z.object({
  requests: z.record(z.string(), z.array(sample)),
  sealing: z.object({ seal: z.array(z.number()), open: z.array(z.number()) }),
})

type Figures = z.infer<typeof figures>

const measured = async (): Promise<Figures> => {
  const { requests, spent } = await hotRequests()
  const samples = new Map([...requests].map(([name, one]) => [name, sampleOf(one, spent)]))
  const ofRequests = await interleaved(samples, RUNS, WARM_UP)
  const ofSealing = await interleaved(sealing())
  return {
    requests: Object.fromEntries([...requests.keys()].map((name) => [name, ofRequests(name)])),
    sealing: { seal: ofSealing('seal'), open: ofSealing('open') },
  }
}

/** In a process of its own, whose output nobody reads: the log lines are part of what is measured. */
const inFreshProcess = async (): Promise<Figures> => {
  const child = fork(import.meta.filename, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { STAGE: 'sandbox' } })
  const ended = once(child, 'exit')
  const [message] = await Promise.race([once(child, 'message'), ended.then(() => [undefined])])
  await ended
  return z.parse(figures, message)
}

const requestRow = (name: string, samples: readonly Sample[]): Row => {
  const own = samples.map(({ total, memory }) => total - memory)
  const [all, memory] = [samples.map(({ total }) => total), samples.map(({ memory }) => memory)]
  return {
    cells: [name, ...[median(own), p90(own), median(memory), median(all)].map(decimal), String(REQUEST_BUDGET)],
    verdict: verdict({ time: median(own) <= REQUEST_BUDGET }),
  }
}

const sealingRow = (name: string, samples: readonly number[], budget: number): Row => ({
  cells: [name, decimal(median(samples)), decimal(p90(samples)), String(budget)],
  verdict: verdict({ time: median(samples) <= budget }),
})

/** What one request costs in our own code, and what sealing identity fields costs. */
export const ownCpu = async (): Promise<Section[]> => {
  const { requests, sealing } = await inFreshProcess()
  return [
    {
      title: 'Our own CPU per request',
      how: [
        `Microseconds of CPU per request, median of ${RUNS} interleaved samples of ${REQUESTS_PER_SAMPLE} requests: from the event of the HTTP API to the`,
        'answer, with the log line and everything an operation does, but without the AWS SDK and our adapters to it: table, queue',
        'and keys are in memory. What these take is measured apart, and not ours.',
      ].join('\n'),
      head: ['request', 'ours', 'ours, p90', 'in memory', 'together', 'budget'],
      rows: Object.entries(requests).map(([name, samples]) => requestRow(name, samples)),
      reasons: [
        'A submission makes a data key, three sealed fields and three blind indexes, and writes eight items in one commit.',
        'A payment notification is verified (RSA 2048, about 40 µs) and opened (AES-256-GCM) before anything else is done.',
        'Of every request the Powertools log line takes about 7 µs.',
      ],
    },
    {
      title: 'Sealing identity fields',
      how: 'Microseconds of CPU for five fields under one data key (AES-256-GCM, a fresh IV and a bound context each); KMS is not counted.',
      head: ['what', 'median', 'p90', 'budget'],
      rows: [
        sealingRow('five fields sealed', sealing.seal, SEAL_BUDGET),
        sealingRow('five fields opened', sealing.open, OPEN_BUDGET),
      ],
    },
  ]
}

if (import.meta.main) {
  process.send?.(await measured())
  process.disconnect()
}
